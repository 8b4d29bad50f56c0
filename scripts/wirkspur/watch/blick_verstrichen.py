"""A day was named to look again, and it has passed."""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import Rule, Severity
from ..records.protokoll import Rolle
from . import Reminder, ago, in_two_months, remind, situations, wann

RULE = Rule(
    "blick-verstrichen",
    "Der nächste Blick ist fällig",
    "„Wir schauen wieder hin am …“ ist ein Versprechen an alle, die auf das Anliegen warten.",
    Severity.HINWEIS,
    tun="Bitte nachsehen, wie es steht, und den Tag für den nächsten Blick ändern.",
)
VORRANG = 7


def check(facts: Facts) -> Iterator[Reminder]:
    """Somebody looked when the day came, and named the next one."""
    for lage in situations(facts):
        blick = getattr(lage.record.data, "naechster_blick", None)
        if blick and (days := (facts.today - blick.letzter).days) > 0:
            yield remind(
                RULE, lage, days,
                f"Der nächste Blick war {wann(blick)} geplant, {ago(days)}.",
                f"{RULE.tun} Zum Beispiel: naechster_blick: {in_two_months(facts)}",
                nebenbei=f"Der nächste Blick war {wann(blick)} geplant.",
                wer=Rolle.SPRECHER,
            )  # fmt: skip
