"""Open, and nobody has said a word about it for weeks (facts.md R10)."""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import Rule, Severity
from ..worte import datum
from . import Reminder, allowed, example, remind, silences, since

RULE = Rule(
    "ohne-nachricht",
    "Lange nichts gehört",
    "Schweigen sieht aus wie Vergessen, auch wenn gearbeitet wird.",
    Severity.HINWEIS,
    tun="Bitte kurz eintragen, wie es steht. Auch „noch nichts Neues, weil …“ ist eine Nachricht.",
)
VORRANG = 6


def check(facts: Facts) -> Iterator[Reminder]:
    """Of every open contribution something was heard lately."""
    for lage, last, days, uhr in silences(facts, "stille"):
        message = f"{since(last, facts.today)} ohne Nachricht. {allowed(uhr)} Stand: {lage.stand}."
        if lage.versprochen and lage.versprechen:
            message += f" Zugesagt ist der nächste Schritt bis {datum(lage.versprechen.bis)}."
        yield remind(
            RULE, lage, days, message,
            f"{RULE.tun} {example(facts, lage.status, lage.von, 'text: ‹wie es steht›')}",
        )  # fmt: skip
