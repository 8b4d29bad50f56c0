"""An effect or an experience that nobody can verify, and no word why not."""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import Finding, Rule
from ..reading.events import Loc
from ..records.anfrage import ErlebteBeteiligung
from ..records.common import Wirkung
from ..register import Record

RULE = Rule(
    "wirkung-ohne-beleg",
    "Eine Wirkung ohne Beleg",
    "Eine Wirkung zu behaupten ist leicht. Wer sie nachprüfen kann, glaubt sie; und manchmal gibt "
    "es ehrlicherweise keinen Beleg.",
    tun="Nennen Sie unter „beleg“ eine Adresse oder die Kennung eines Eintrags, wo man es "
    "nachlesen kann. Gibt es das nicht, schreiben Sie unter „kein_beleg“, warum.",
    falsch="wirkung:\n"
    "  - datum: 2026-11-05\n"
    "    stimme: connectors\n"
    "    urteil: etwas\n"
    "    zurechnung: ausgeloest\n"
    "    text: Am Weg steht eine neue Lampe.",
    richtig="wirkung:\n"
    "  - datum: 2026-11-05\n"
    "    stimme: connectors\n"
    "    urteil: etwas\n"
    "    zurechnung: ausgeloest\n"
    "    text: Am Weg steht eine neue Lampe.\n"
    "    kein_beleg: Das haben wir selbst gesehen.",
)


def check(facts: Facts) -> Iterator[Finding]:
    """Effects and the experienced participation have `beleg`, or `kein_beleg` says why not."""
    for record in facts.contributions():
        for index, wirkung in enumerate(record.data.wirkung):
            yield from _unproved(record, ("wirkung", index), wirkung, "dieser Wirkung")
    for record in facts.register.of("anfrage"):
        if lived := record.data.beteiligung_erlebt:
            yield from _unproved(record, ("beteiligung_erlebt",), lived, "„beteiligung_erlebt“")


def _unproved(
    record: Record, loc: Loc, said: Wirkung | ErlebteBeteiligung, name: str
) -> Iterator[Finding]:
    if not said.beleg and not said.kein_beleg:
        yield RULE.at(
            record.at(loc),
            f"Zu {name} fehlt ein Beleg.",
            "Bitte „beleg“ ergänzen (eine Adresse oder Kennung), oder mit „kein_beleg“ "
            "sagen, warum es keinen gibt.",
            field="beleg",
        )
