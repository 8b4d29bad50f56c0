"""A rung that is not on the ladder that was named."""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import Finding, Rule
from ..records.anfrage import Einstufung
from ..register import Record, Register
from ..wording.words import listing

RULE = Rule(
    "leiter-stufe",
    "Diese Stufe gehört zu einer anderen Leiter",
    "Die zugesagte und die erlebte Beteiligung lassen sich nur auf derselben Leiter vergleichen.",
    tun="Wählen Sie eine Stufe der genannten Leiter, oder nennen Sie die Leiter, zu der die "
    "Stufe gehört. Alle Leitern mit ihren Stufen stehen in content/register/leitern.yml.",
    falsch="beteiligung_zugesagt:\n  leiter: zweite\n  stufe: muster-2",
    richtig="beteiligung_zugesagt:\n  leiter: zweite\n  stufe: zweite-1",
)


FELDER = ("beteiligung_zugesagt", "beteiligung_erlebt")


def check(facts: Facts) -> Iterator[Finding]:
    """The rung that a request promises, or that was experienced, is one of the ladder it names."""
    for record in facts.register.of("anfrage"):
        for feld in FELDER:
            if rung := getattr(record.data, feld):
                yield from _rung(facts.register, record, feld, rung)


def _rung(register: Register, record: Record, feld: str, rung: Einstufung) -> Iterator[Finding]:
    leiter = register.eintrag("leiter", rung.leiter)
    if leiter is None or register.eintrag("stufe", rung.stufe) is None:
        return
    stufen = [str(stufe.id) for stufe in leiter.stufen]
    if rung.stufe not in stufen:
        yield RULE.at(
            record.at((feld, "stufe")),
            f"Die Stufe „{rung.stufe}“ gehört nicht zur Leiter „{rung.leiter}“.",
            f"Möglich sind: {listing(stufen)}." if stufen else (
                "Für diese Leiter sind noch keine Stufen eingetragen."
            ),
            field="stufe",
        )  # fmt: skip
