"""Merged or split, but into what?"""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import Finding, Rule

RULE = Rule(
    "ziel-fehlt",
    "Es fehlt, wohin es weitergeht",
    "Wer den alten Eintrag öffnet, soll mit einem Klick dort sein, wo es weitergeht.",
    tun="Schreiben Sie unter „ziel“ die Kennung des Anliegens, in dem es weitergeht. Bei "
    "„aufgeteilt“ nennen Sie alle.",
    falsch="  - datum: 2026-11-02\n"
    "    status: zusammengefuehrt\n"
    "    von: connectors\n"
    "    text: Das gehört zum Nachtbus.",
    richtig="  - datum: 2026-11-02\n"
    "    status: zusammengefuehrt\n"
    "    von: connectors\n"
    "    text: Das gehört zum Nachtbus.\n"
    "    ziel: 2026-02-nachtbus",
)


def check(facts: Facts) -> Iterator[Finding]:
    """A merged or split concern names its `ziel`."""
    for steps in facts.courses.values():
        for step in steps:
            if step.status.ziel and not step.ziel:
                yield RULE.at(
                    step.record.at((*step.loc, "status")),
                    f"Zu „{step.status}“ gehört „ziel“: wohin es weitergeht.",
                    "Bitte darunter ergänzen, zum Beispiel: ziel: 2026-03-mehr-licht-im-park",
                    field="ziel",
                )
