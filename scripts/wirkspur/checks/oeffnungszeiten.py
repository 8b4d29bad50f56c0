"""Opening hours that no program can read, so that no page can say when a place is open."""

import re
from collections.abc import Iterator

from .. import oeffnung
from ..facts import Facts
from ..findings import Finding, Rule
from ..wording.words import shown

RULE = Rule(
    "oeffnungszeiten",
    "Die Öffnungszeiten sind nicht zu lesen",
    "Aus den Öffnungszeiten entsteht eine Tafel mit Wochentagen, und die Seite sagt, ob jetzt "
    "geöffnet ist. Dafür braucht sie überall dieselbe Schreibweise, die von OpenStreetMap.",
    tun="Übernehmen Sie den Vorschlag aus der Meldung. Die Tage heißen Mo, Tu, We, Th, Fr, Sa, Su, "
    "Feiertage PH. Uhrzeiten haben Stunden und Minuten, neue Zeiten trennt ein Strichpunkt.",
    falsch="oeffnungszeiten: Mo-Do 9-17 Uhr, Fr 9-13 Uhr",
    richtig="oeffnungszeiten: Mo-Th 09:00-17:00; Fr 09:00-13:00",
)
HINT = (
    "Bitte so schreiben wie hier: Mo-Th 09:00-17:00; Fr 09:00-13:00. Was sich so nicht sagen "
    'lässt, gehört in Anführungszeichen: Mo-Fr 09:00-12:00 "und nach Vereinbarung"'
)
OHNE_UHRZEIT = "Ohne Uhrzeiten bitte mit beiden Arten von Anführungszeichen schreiben: '\"{}\"'"


def check(facts: Facts) -> Iterator[Finding]:
    """Hours are written as OpenStreetMap writes them."""
    for record in facts.register.of("welcome-point"):
        text = record.data.oeffnungszeiten
        if not text or oeffnung.lesbar(text):
            continue
        meant = oeffnung.gemeint(text)
        yield RULE.at(
            record.at(("oeffnungszeiten",)),
            f"{shown(text)} ist bei „oeffnungszeiten“ nicht zu lesen.",
            f"Bitte so schreiben: {meant}" if meant else _hint(text),
            field="oeffnungszeiten",
        )


def _hint(text: str) -> str:
    """What is no time at all is a remark, and can be written as one."""
    remark = re.fullmatch(r"[^\d\"'\n]{1,60}", text.strip())
    return OHNE_UHRZEIT.format(remark[0]) if remark else HINT
