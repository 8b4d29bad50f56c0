"""The city needed a result by a day that has passed."""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import Rule, Severity
from ..records.common import Von
from ..records.protokoll import Rolle
from . import Reminder, ago, example, remind, situations, wann

RULE = Rule(
    "frist-verstrichen",
    "Die Frist einer Anfrage ist vorbei",
    "Ein Ergebnis, das zu spät kommt, bewirkt oft nichts mehr.",
    Severity.HINWEIS,
    tun="Bitte eintragen, wann das Ergebnis übergeben wurde, oder mit der Stadt eine neue Frist "
    "vereinbaren.",
)
VORRANG = 5

ERGEBNIS = 2
"""Station of a request."""


def check(facts: Facts) -> Iterator[Reminder]:
    """Every request that was not declined has its result in time."""
    for lage in situations(facts):
        if lage.record.type.art != "anfrage" or lage.station > ERGEBNIS:
            continue
        frist = lage.record.data.frist
        if frist and (days := (facts.today - frist.letzter).days) > 0:
            yield remind(
                RULE, lage, days,
                f"Die Frist war {wann(frist)}, {ago(days)}. Ein Ergebnis ist noch nicht "
                "eingetragen.",
                f"{RULE.tun} "
                + example(facts, "uebergeben", Von.CONNECTORS, "text: ‹was übergeben wurde›"),
                nebenbei=f"Die Frist war {wann(frist)}.",
                wer=Rolle.SPRECHER,
            )  # fmt: skip
