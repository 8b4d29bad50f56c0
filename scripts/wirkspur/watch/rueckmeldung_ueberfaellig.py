"""The city asked, and has not said in time what became of the answer."""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import Rule, Severity
from ..records.common import Von
from ..records.protokoll import Rolle
from ..worte import datum
from . import Reminder, ago, example, remind, situations

RULE = Rule(
    "rueckmeldung-ueberfaellig",
    "Die Stadt schuldet eine Rückmeldung",
    "Wer für die Stadt arbeitet, soll erfahren, was daraus geworden ist. Das fehlte im ersten Jahr "
    "am meisten.",
    Severity.HINWEIS,
    tun="Bitte eintragen, was aus dem Ergebnis geworden ist. Dauert es länger, hilft ein neuer Tag "
    "in „rueckmeldung_bis“ und ein Schritt mit dem Grund.",
)
VORRANG = 2

ERGEBNIS, ZURUECKGEMELDET = 2, 3
"""Stations of a request."""


def check(facts: Facts) -> Iterator[Reminder]:
    """Every request has its feedback by the day the city named."""
    for lage in situations(facts):
        if lage.record.type.art != "anfrage" or lage.station > ZURUECKGEMELDET:
            continue
        bis = lage.record.data.rueckmeldung_bis
        if not bis or (days := (facts.today - bis.letzter).days) <= 0:
            continue
        early = lage.station <= ERGEBNIS
        yield remind(
            RULE, lage, days,
            f"Die Rückmeldung der Stadt war bis {datum(bis)} zugesagt, {ago(days)}."
            + (" Ein Ergebnis der Gruppe ist noch nicht eingetragen." if early else ""),
            f"{RULE.tun} "
            + example(facts, "zurueckgemeldet", Von.VERWALTUNG, "text: ‹was daraus geworden ist›"),
            nebenbei=f"Die Rückmeldung war bis {datum(bis)} zugesagt.",
            wer=Rolle.KOORDINATION,
        )  # fmt: skip
