"""Minutes that give a contribution a status its type does not have."""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import Finding, Rule
from ..register import Record
from ..wording.unfinished import telltale, unfinished
from ..wording.value_text import unknown_value

RULE = Rule(
    "protokoll-status",
    "Ein Status im Protokoll passt nicht zum Eintrag",
    "Schritte aus dem Protokoll erscheinen von selbst beim Anliegen. Dafür muss der Status zu "
    "dessen Weg gehören.",
    tun="Wählen Sie einen der Status, die in der Meldung stehen. Nennt ein Schritt mehrere "
    "Einträge, muss der Status zu jedem davon passen; sonst machen Sie zwei Schritte "
    "daraus.",
    falsch="schritte:\n  - zu: 2026-11-zaun-am-spielplatz\n    status: besprochen",
    richtig="schritte:\n  - zu: 2026-11-zaun-am-spielplatz\n    status: beraten",
)


def check(facts: Facts) -> Iterator[Finding]:
    """The status of each step in minutes exists for the type of every record it names."""
    for minutes in facts.register.of("protokoll"):
        for index, schritt in enumerate(minutes.data.schritte):
            for kennung in schritt.zu:
                target = facts.register.records.get(kennung)
                if target is None or target.type.status is None:
                    continue
                allowed = {status.value: status.label for status in target.type.status}
                if schritt.status in allowed or _unfinished(minutes, schritt.status):
                    continue
                _, message, hint = unknown_value(schritt.status, "status", allowed)
                yield RULE.at(
                    minutes.at(("schritte", index, "status")),
                    f"{message[:-1]} ({target.type.titel} {kennung}).",
                    hint,
                    field="status",
                )
                break


def _unfinished(minutes: Record, status: str) -> bool:
    """Whether the status still waits to be written, which another rule names."""
    return bool(unfinished(status)) and telltale(minutes.document.raw)
