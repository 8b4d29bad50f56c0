"""A promised day has passed without the step that was promised."""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import Rule, Severity
from ..worte import datum
from . import Reminder, ago, example, in_two_months, remind, situations

RULE = Rule(
    "zusage-verstrichen",
    "Ein zugesagter Tag ist vorbei",
    "Wer sich auf eine Zusage verlässt, wartet genau bis zu diesem Tag.",
    Severity.HINWEIS,
    tun="Bitte eintragen, was geschehen ist, oder einen neuen Tag mit einem Grund nennen.",
)
VORRANG = 3


def check(facts: Facts) -> Iterator[Reminder]:
    """What was promised has come, or a new day was named."""
    for lage in situations(facts):
        promised = lage.versprechen
        if not promised or not promised.ueberfaellig_tage:
            continue
        days = promised.ueberfaellig_tage
        message = f"Zugesagt war der nächste Schritt bis {datum(promised.bis)}, {ago(days)}."
        if promised.verschoben:
            message += f" Verschoben wurde er schon {promised.verschoben}-mal."
        yield remind(
            RULE, lage, days, message,
            f"{RULE.tun} "
            + example(
                facts, lage.status, lage.von,
                f"zugesagt_bis: {in_two_months(facts)}, text: ‹warum es länger dauert›",
            ),
            nebenbei=f"Zugesagt war der nächste Schritt bis {datum(promised.bis)}.",
        )  # fmt: skip
