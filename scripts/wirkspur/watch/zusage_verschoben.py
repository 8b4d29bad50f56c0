"""A promise stands, but it was moved to a later day, once or again and again."""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import Rule, Severity
from ..worte import datum
from . import Reminder, remind, situations

RULE = Rule(
    "zusage-verschoben",
    "Eine Zusage wurde verschoben",
    "Jede Verschiebung kostet Vertrauen. Ein Wort dazu, warum es länger dauert, gibt etwas zurück.",
    Severity.HINWEIS,
    tun="Bitte im nächsten Treffen sagen, warum es länger dauert und ob der neue Tag hält.",
)
VORRANG = 8


def check(facts: Facts) -> Iterator[Reminder]:
    """Whoever promised names the delay before others have to ask."""
    for lage in situations(facts):
        promised = lage.versprechen
        if not promised or not promised.verschoben or promised.ueberfaellig_tage:
            continue
        first = next(step.zugesagt_bis for step in lage.steps if step.zugesagt_bis)
        if promised.bis.letzter > first.letzter:
            yield remind(
                RULE, lage, max((facts.today - first.letzter).days, 0),
                f"Schon {promised.verschoben}-mal verschoben: zuerst zugesagt bis {datum(first)}, "
                f"jetzt bis {datum(promised.bis)}.",
                RULE.tun,
                nebenbei=f"Die Zusage wurde schon {promised.verschoben}-mal verschoben.",
            )  # fmt: skip
