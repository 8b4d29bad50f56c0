"""Handed over, but the city has not answered in time (facts.md R10)."""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import Rule, Severity
from ..worte import seit
from . import Reminder, allowed, example, in_two_months, remind, since, situations, uhr_of

RULE = Rule(
    "antwort-ueberfaellig",
    "Die Antwort der Stadt steht aus",
    "Wer etwas übergibt, soll bald wissen, ob sich jemand darum kümmert.",
    Severity.HINWEIS,
    tun="Bitte die Antwort als Schritt eintragen. Braucht sie noch Zeit, hilft ein Zwischenstand "
    "mit einem Tag.",
)
VORRANG = 4

UEBERGEBEN, BEANTWORTET = 1, 2
"""Stations of a concern."""


def check(facts: Facts) -> Iterator[Reminder]:
    """A concern has an answer, or a promised day for one, soon enough after it was handed over."""
    uhr = uhr_of(facts, "antwort")
    for lage in situations(facts):
        if lage.record.type.art != "anliegen" or lage.station != BEANTWORTET or lage.versprochen:
            continue
        handed = [step for step in lage.steps if step.status.station == UEBERGEBEN]
        begin = handed[-1].datum if handed else lage.seit
        if not uhr or not begin or (days := (facts.today - begin.letzter).days) <= uhr.tage:
            continue
        looked = lage.steps[-1].status.station == BEANTWORTET and lage.seit
        between = f", in Prüfung {seit(looked, facts.today)}" if looked else ""
        yield remind(
            RULE, lage, days,
            f"{since(begin, facts.today)} übergeben{between}, ohne Antwort. {allowed(uhr)}",
            f"{RULE.tun} "
            + example(facts, "in_pruefung", lage.von, f"zugesagt_bis: {in_two_months(facts)}"),
            nebenbei="Die Antwort der Stadt steht noch aus.",
        )  # fmt: skip
