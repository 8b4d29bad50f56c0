"""The deadline of a resource has passed: the page would send people too late."""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import Rule, Severity
from ..records.protokoll import Rolle
from . import Reminder, ago, wann

RULE = Rule(
    "foerderfrist-vorbei",
    "Die Frist einer Ressource ist vorbei",
    "Eine alte Frist schreckt ab oder führt in die Irre. Oft gibt es im nächsten Jahr eine neue.",
    Severity.HINWEIS,
    tun="Gibt es eine neue Frist? Dann bitte eintragen. Sonst bitte die Zeile „frist“ löschen.",
)


def check(facts: Facts) -> Iterator[Reminder]:
    """Deadlines of trainings, funding and the like lie ahead."""
    for record in facts.register.of("ressource"):
        frist = record.data.frist
        if frist and (days := (facts.today - frist.letzter).days) > 0:
            yield Reminder(
                RULE, Rolle.KOORDINATION, record.id, record.at(("frist",)), days,
                f"Die Frist war {wann(frist)}, {ago(days)}.", RULE.tun,
            )  # fmt: skip
