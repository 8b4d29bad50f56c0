"""A rung that is not on the ladder that was named."""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import Finding, Rule
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


def check(facts: Facts) -> Iterator[Finding]:
    """The rung a request promises is one of the ladder it names."""
    register = facts.register
    for record in register.of("anfrage"):
        promise = record.data.beteiligung_zugesagt
        leiter = register.eintrag("leiter", promise.leiter) if promise else None
        if leiter is None or register.eintrag("stufe", promise.stufe) is None:
            continue
        stufen = [str(stufe.id) for stufe in leiter.stufen]
        if promise.stufe not in stufen:
            yield RULE.at(
                record.at(("beteiligung_zugesagt", "stufe")),
                f"Die Stufe „{promise.stufe}“ gehört nicht zur Leiter „{promise.leiter}“.",
                f"Möglich sind: {listing(stufen)}." if stufen else (
                    "Für diese Leiter sind noch keine Stufen eingetragen."
                ),
                field="stufe",
            )  # fmt: skip
