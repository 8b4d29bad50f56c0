"""A decision that others rest on, without a day to look at it again."""

from collections.abc import Iterator
from datetime import date

from ..facts import Facts
from ..findings import Finding, Location, Rule, Severity
from ..records.common import Datum, JaNein
from ..records.protokoll import Beschluss, Methode
from ..register import Register
from ..zaehlung import aussage_von

RULE = Rule(
    "beschluss-ohne-pruefung",
    "Ein Beschluss wird nie wieder angesehen",
    "Gut genug für jetzt heißt: Man probiert es aus und sieht später noch einmal hin. Eine Regel "
    "ohne diesen Tag bleibt, auch wenn sie niemandem mehr hilft.",
    Severity.WARNUNG,
    tun="Tragen Sie bei „pruefen_am“ ein, wann die Gruppe den Beschluss noch einmal ansieht. Drei "
    "Monate sind ein guter Anfang.",
    falsch="methode: konsent\nzahlen:\n  einwaende: []\nergebnis: angenommen",
    richtig="methode: konsent\nzahlen:\n  einwaende: []\nergebnis: angenommen\npruefen_am: 2027-05",
)  # source of the rule: facts.md R18, methods.md f7

MONATE = 3
"""The first test phase of the group took as long (facts.md C149)."""


def check(facts: Facts) -> Iterator[Finding]:
    """Konsent, and whatever rules and functions rest on, has a later day of review."""
    grundlagen = _grundlagen(facts.register)
    for record in facts.register.of("protokoll"):
        minutes = record.data
        if minutes.rekonstruiert is JaNein.JA or minutes.datum.erster > facts.today:
            continue  # a source may be silent; a meeting to come is a mistake of its own
        for index, beschluss in enumerate(minutes.beschluesse):
            pruefen = beschluss.pruefen_am
            if pruefen and pruefen.letzter < minutes.datum.erster:
                yield RULE.at(
                    record.at(("beschluesse", index, "pruefen_am")),
                    f"„pruefen_am“ ({pruefen}) liegt vor dem Treffen ({minutes.datum}).",
                    _rat(minutes.datum, "ändern"),
                    field="pruefen_am",
                )
            elif not pruefen and (warum := _warum(beschluss, grundlagen)):
                beruht = grundlagen.get(beschluss.id)
                yield RULE.at(
                    record.at(("beschluesse", index, "id")),
                    f"{warum}, aber „pruefen_am“ fehlt.",
                    _rat(minutes.datum, "ergänzen"),
                    field="pruefen_am",
                    related=(beruht,) if beruht else (),
                )


def _warum(beschluss: Beschluss, grundlagen: dict[str, Location]) -> str:
    """Why this decision needs a second look, or an empty text."""
    grundlage = grundlagen.get(beschluss.id)
    if grundlage is None and beschluss.methode is not Methode.KONSENT:
        return ""
    aussage = aussage_von(beschluss)
    if aussage.angenommen is False or (aussage.angenommen is None and aussage.erklaert):
        return ""  # nothing is in force
    if grundlage is None:
        return f"Der Beschluss „{beschluss.id}“ gilt im Konsent"
    what = "eine Funktion" if grundlage.path.endswith("gruppe.yml") else "eine Regel"
    return f"Auf dem Beschluss „{beschluss.id}“ beruht {what}"


def _grundlagen(register: Register) -> dict[str, Location]:
    """Decision → the first rule, clock, limit or function that rests on it."""
    found: dict[str, Location] = {}
    if "beschluss" in register.broken:
        return found  # which decision is meant cannot be known
    for record, loc, wert, mark in register.references:
        if record.type.art in {"regelwerk", "gruppe"} and mark.arten == ("beschluss",):
            found.setdefault(wert, record.at(loc))
    return found


def _rat(datum: Datum, was: str) -> str:
    """The hint, with a month that fits the meeting."""
    monat = datum.letzter.month - 1 + MONATE
    spaeter = date(datum.letzter.year + monat // 12, monat % 12 + 1, 1)
    return f"Bitte {was}, zum Beispiel: pruefen_am: {spaeter:%Y-%m}"
