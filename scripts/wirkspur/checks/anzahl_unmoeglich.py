"""Numbers of people or shares that cannot be (facts.md R01, R05, R06)."""

from collections.abc import Iterator
from datetime import date

from ..facts import Facts
from ..findings import Finding, Rule
from ..records.aktivitaet import AktivitaetStatus
from ..register import Record

RULE = Rule(
    "anzahl-unmoeglich",
    "Diese Zahl kann nicht stimmen",
    "Aus den Zahlen werden Angaben auf der Seite. Eine falsche Zahl macht auch die richtigen "
    "unglaubwürdig.",
    tun="Vergleichen Sie die Zahl mit der anderen, die in der Meldung steht, und ändern Sie die "
    "falsche.",
    falsch="- id: moderator\n  titel: Moderator:innen\n  anzahl: 30",
    richtig="- id: moderator\n  titel: Moderator:innen\n  anzahl: 3",
)
STATTGEFUNDEN = {AktivitaetStatus.DURCHGEFUEHRT, AktivitaetStatus.AUSGEWERTET}


def check(facts: Facts) -> Iterator[Finding]:
    """No part is larger than its whole; nobody took part in what has not happened."""
    for record in facts.register.of("gruppe"):
        yield from _parts(record)
    for record in facts.register.of("aktivitaet"):
        yield from _before_it_happened(facts, record)
    for record in facts.register.of("sozialraum"):
        yield from _shares(record)


def _parts(record: Record) -> Iterator[Finding]:
    sizes = {
        kohorte.id: (kohorte.hoechstzahl if kohorte.mitglieder is None else kohorte.mitglieder)
        for kohorte in record.data.kohorten
    }
    for index, funktion in enumerate(record.data.funktionen):
        size = sizes.get(funktion.kohorte)
        if size is not None and funktion.anzahl > size:
            yield RULE.at(
                record.at(("funktionen", index, "anzahl")),
                f"„{funktion.titel}“ gibt es {funktion.anzahl}, die Gruppe hat aber nur {size} "
                "Mitglieder.",
                "Bitte beide Zahlen prüfen.",
                field="anzahl",
            )
    largest = max(sizes.values())
    for index, tandem in enumerate(record.data.tandems):
        if tandem.personen > largest:
            yield RULE.at(
                record.at(("tandems", index, "personen")),
                f"„{tandem.titel}“ hat {tandem.personen} Personen, die ganze Gruppe aber nur "
                f"{largest}.",
                "Bitte beide Zahlen prüfen.",
                field="personen",
            )


def _before_it_happened(facts: Facts, record: Record) -> Iterator[Finding]:
    data, steps = record.data, facts.courses[record.id]
    if not data.teilnehmende or record.id in facts.unsure:
        return
    begun = any(date.fromisoformat(t.beginn[:10]) <= facts.today for t in data.termine)
    if begun or any(step.status in STATTGEFUNDEN for step in steps):
        return
    yield RULE.at(
        record.at(("teilnehmende",)),
        f"{data.teilnehmende} Teilnehmende, aber es hat noch nicht stattgefunden.",
        "Wenn doch, bitte den Schritt „durchgefuehrt“ ergänzen. Sonst bitte die Zeile löschen.",
        field="teilnehmende",
    )


def _shares(record: Record) -> Iterator[Finding]:
    for index, kennzahl in enumerate(record.data.kennzahlen):
        if (kennzahl.einheit or "").strip() not in {"%", "Prozent"}:
            continue
        if kennzahl.name.startswith("Anteil") and not 0 <= kennzahl.wert <= 100:
            yield RULE.at(
                record.at(("kennzahlen", index, "wert")),
                f"Ein Anteil von {kennzahl.wert} % ist nicht möglich.",
                "Bitte die Zahl prüfen. Vielleicht fehlt ein Komma, oder sie ist eine Anzahl.",
                field="wert",
            )
