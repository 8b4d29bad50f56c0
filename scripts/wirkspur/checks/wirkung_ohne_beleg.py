"""An effect that nobody can verify, and no word why not."""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import Finding, Rule

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
    """Each effect has `beleg`, or says in `kein_beleg` why there is none."""
    for record in facts.contributions():
        for index, wirkung in enumerate(record.data.wirkung):
            if not wirkung.beleg and not wirkung.kein_beleg:
                yield RULE.at(
                    record.at(("wirkung", index)),
                    "Zu dieser Wirkung fehlt ein Beleg.",
                    "Bitte „beleg“ ergänzen (eine Adresse oder Kennung), oder mit „kein_beleg“ "
                    "sagen, warum es keinen gibt.",
                    field="beleg",
                )
