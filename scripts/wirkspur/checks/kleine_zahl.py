"""A number about people that is so small that one knows who they are."""

import re
from collections.abc import Iterator

from ..facts import Facts
from ..findings import Finding, Location, Rule
from ..privat.lazy import Lazy
from ..privat.lists import any_of
from ..privat.zahlen import kleinste
from ..records.sozialraum import Kennzahl

RULE = Rule(
    "kleine-zahl",
    "Eine sehr kleine Zahl von Menschen",
    "Bei einer oder zwei Personen wissen andere schnell, wer gemeint ist. Deshalb nennen wir "
    "solche Zahlen nicht. Die Grenze steht in regelwerk.yml unter „kleinste-zahl“.",
    tun="Löschen Sie die Zeile, oder schreiben Sie in den Text „wenige Personen“.",
    falsch="teilnehmende: 2",
    richtig="teilnehmende: 12",
)
_TEILNEHMENDE = Lazy(
    r"^teilnehmende:[ \t]*[\"']?(?P<zahl>[0-9]{1,2})[\"']?[ \t]*(?:#.*)?\r?$", re.MULTILINE
)
_MENSCHEN = Lazy(
    any_of("""
    person|mensch|einwohn|bewohn|kinder|jugendlich|schüler|frauen|männer|famili|haushalt|geflüchtet
    flüchtling|arbeitslos|leistungs|empfäng|ausländ|migra|einwander|alleinerz|senior|rentner
    teilnehm|mitglied|ehrenamt|besuch|sprecher
    """),
    re.IGNORECASE,
)
_RECHNUNG = Lazy(r"\b(?:je|pro|Dauer|Größe|Durchschnitt\w*)\b|quote|anteil", re.IGNORECASE)
"""Shares, rates and averages tell of nobody."""


def check(facts: Facts) -> Iterator[Finding]:
    """Counts of participants and figures about people reach the limit, or are none (facts R15)."""
    limit = kleinste(facts.register)
    for file in facts.written:
        if file.typ and file.typ.art == "aktivitaet" and "teilnehmende:" in file.text:
            for match in _TEILNEHMENDE.finditer(file.text[: file.body]):
                if 0 < int(match["zahl"]) < limit:
                    place = file.at(match.start("zahl"))
                    yield _finding(place, match["zahl"], limit, "teilnehmende")
    for record in facts.register.of("sozialraum"):
        for index, kennzahl in enumerate(record.data.kennzahlen):
            if _about_people(kennzahl) and 0 < kennzahl.wert < limit:
                place = record.at(("kennzahlen", index, "wert"))
                yield _finding(place, str(kennzahl.wert), limit, "wert")


def _about_people(kennzahl: Kennzahl) -> bool:
    """Whether people were counted: not a share, an average or a number of things."""
    unit = kennzahl.einheit or ""
    if kennzahl.wert != int(kennzahl.wert) or (unit and not _MENSCHEN.search(unit)):
        return False
    counted = _MENSCHEN.search(unit) or _MENSCHEN.search(kennzahl.name)
    return bool(counted) and not _RECHNUNG.search(kennzahl.name)


def _finding(place: Location, number: str, limit: int, field: str) -> Finding:
    return RULE.at(
        place,
        f"Die Zahl {number} ist so klein, dass man die Menschen erkennen kann.",
        f"Bitte die Angabe löschen. Zahlen über Menschen nennen wir erst ab {limit}. Im Text geht "
        "zum Beispiel: „wenige Personen“.",
        field=field,
    )
