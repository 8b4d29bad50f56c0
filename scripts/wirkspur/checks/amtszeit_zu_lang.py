"""A cohort that lasts longer than its members may serve (facts.md R04)."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from ..facts import Facts
from ..findings import Finding, Rule

RULE = Rule(
    "amtszeit-zu-lang",
    "Die Zeit der Gruppe ist länger als vereinbart",
    "Das Ehrenamt hat ein festes Ende. So weiß jede Person, worauf sie sich einlässt, und neue "
    "Menschen können nachrücken.",
    tun="Prüfen Sie Beginn und Ende. Wer weiter mitmachen möchte, kann die neue Gruppe beraten. "
    "Gilt eine längere Zeit, gehört sie mit Beschluss ins Regelwerk („engagement-monate“).",
    falsch="beginn: 2025-02\nende: 2028-01",
    richtig="beginn: 2025-02\nende: 2027-01",
)
MONATE = 24
"""Holds where the rulebook names no limit (facts.md C043)."""


def check(facts: Facts) -> Iterator[Finding]:
    """From the last day that `beginn` can mean, `ende` is reached within the limit."""
    regelwerk = facts.register.verzeichnis("regelwerk")
    if regelwerk is None:
        return
    limit = regelwerk.grenze("engagement-monate")
    months = MONATE if limit is None else limit
    for record in facts.register.of("gruppe"):
        for index, kohorte in enumerate(record.data.kohorten):
            latest = later(kohorte.beginn.letzter, months)
            if kohorte.ende is None or kohorte.ende.erster <= latest:
                continue
            yield RULE.at(
                record.at(("kohorten", index, "ende")),
                f"„{kohorte.titel}“ dauert von {kohorte.beginn} bis {kohorte.ende}, also länger "
                f"als {months} Monate.",
                f"Bitte beide Angaben prüfen. Ein Ende im Rahmen wäre: ende: {latest:%Y-%m}",
                field="ende",
            )


def later(day: date, months: int) -> date:
    """The same day so many months later, or the last one of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
