"""Numbers that are hardly true (facts.md R01, R19)."""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import Finding, Rule, Severity
from ..records.gruppe import Kohorte
from ..records.protokoll import Gremium
from ..register import Record

RULE = Rule(
    "anzahl-unwahrscheinlich",
    "Diese Zahl ist wahrscheinlich ein Versehen",
    "Eine Null zu viel fällt beim Schreiben nicht auf, auf der Seite schon.",
    Severity.WARNUNG,
    tun="Prüfen Sie die Zahl noch einmal. Wenn sie stimmt, müssen Sie nichts tun.",
    falsch="anwesend: 11\nstimmberechtigt: 90",
    richtig="anwesend: 11\nstimmberechtigt: 9",
)
VIELE = 2000
"""More people than that hardly come to something that two volunteers do."""
SPRACHEN = 10
"""More languages than that a person hardly brings along."""


def check(facts: Facts) -> Iterator[Finding]:
    """Voters, participants and languages stay within what the other numbers allow."""
    gruppe = facts.register.verzeichnis("gruppe")
    cohorts = list(gruppe.kohorten) if gruppe else []
    for record in facts.register.of("protokoll"):
        yield from _voters(record, cohorts)
    for record in facts.register.of("aktivitaet"):
        if (record.data.teilnehmende or 0) > VIELE:
            yield RULE.at(
                record.at(("teilnehmende",)),
                f"{record.data.teilnehmende} Teilnehmende sind sehr viele.",
                "Bitte prüfen, ob die Zahl stimmt.",
                field="teilnehmende",
            )
    for record in facts.register.of("gruppe"):
        for index, kohorte in enumerate(record.data.kohorten):
            if kohorte.mitglieder and (kohorte.sprachen or 0) > SPRACHEN * kohorte.mitglieder:
                yield RULE.at(
                    record.at(("kohorten", index, "sprachen")),
                    f"{kohorte.sprachen} Sprachen bei {kohorte.mitglieder} Mitgliedern sind sehr "
                    "viele.",
                    "Bitte prüfen, ob die Zahl stimmt.",
                    field="sprachen",
                )


def _voters(record: Record, cohorts: list[Kohorte]) -> Iterator[Finding]:
    data, place = record.data, record.at(("stimmberechtigt",))
    if data.stimmberechtigt is None:
        return
    most = sum(
        k.hoechstzahl for k in cohorts
        if k.beginn.erster <= data.datum.letzter
        and (k.ende is None or k.ende.letzter >= data.datum.erster)
    )  # fmt: skip
    if data.anwesend is not None and data.stimmberechtigt > data.anwesend:
        yield RULE.at(
            place,
            f"Es durften mehr Menschen abstimmen ({data.stimmberechtigt}) als da waren "
            f"({data.anwesend}).",
            "Bitte prüfen. Gemeint ist, wie viele von den Anwesenden abstimmen durften.",
            field="stimmberechtigt",
        )
    elif data.gremium is Gremium.ENTSCHEIDUNGSGREMIUM and 0 < most < data.stimmberechtigt:
        yield RULE.at(
            place,
            f"Es durften {data.stimmberechtigt} Menschen abstimmen, die Gruppe hat aber höchstens "
            f"{most} Mitglieder.",
            "Bitte prüfen. Gäste stimmen nicht mit ab.",
            field="stimmberechtigt",
        )
