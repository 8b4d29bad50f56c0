"""A Welcome Point that people visit, and nobody has looked for a year whether all is still true."""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import Rule, Severity
from ..records.protokoll import Rolle
from ..records.welcome_point import OrtStatus
from ..worte import datum
from . import Reminder

RULE = Rule(
    "welcome-point-ungeprueft",
    "Stimmen die Angaben zum Welcome Point noch?",
    "Wer vor einer verschlossenen Tür steht, kommt kein zweites Mal.",
    Severity.HINWEIS,
    tun="Bitte einmal im Jahr nachfragen und den Tag bei der Adresse eintragen.",
)

JAHR = 365


def check(facts: Facts) -> Iterator[Reminder]:
    """Somebody looked within a year; the site warns of the others on their pages."""
    for record in facts.register.of("welcome-point"):
        if record.data.status not in {OrtStatus.OFFEN, OrtStatus.VERLEGT}:
            continue
        addresses = list(enumerate(record.data.adressen))
        checked = [(a.geprueft_am, index) for index, a in addresses if a.geprueft_am]
        day, index = max(checked, key=lambda c: c[0].letzter, default=(None, len(addresses) - 1))
        days = (facts.today - day.letzter).days if day else 0
        if day and days <= JAHR:
            continue
        yield Reminder(
            RULE, Rolle.KOORDINATION, record.id,
            record.at(("adressen", index, "geprueft_am") if addresses else ("adressen",)), days,
            f"Zuletzt geprüft: {datum(day)}." if day else "Wann zuletzt jemand nachgesehen hat, "
            "ist nicht eingetragen.",
            f"{RULE.tun} Zum Beispiel: geprueft_am: {facts.today}",
        )  # fmt: skip
