"""The time of a group ends, or has ended without another one (facts.md R04, R18)."""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import Rule, Severity
from ..records.protokoll import Rolle
from ..worte import tage
from . import Reminder, ago, wann

RULE = Rule(
    "gruppe-endet",
    "Die Zeit einer Gruppe endet",
    "Das Ehrenamt ist begrenzt. Wer früh daran denkt, kann gemeinsam auswerten und neue Menschen "
    "suchen.",
    Severity.HINWEIS,
    tun="Bitte mit der Gruppe auswerten, was gelungen ist, und überlegen, wie es weitergeht.",
)

VORHER = 92
"""Three months, whichever they are."""


def check(facts: Facts) -> Iterator[Reminder]:
    """Terms that end within three months, and those that ended with nobody after them."""
    for record in facts.register.of("gruppe"):
        for index, kohorte in enumerate(record.data.kohorten):
            if not kohorte.ende:
                continue
            left = (kohorte.ende.letzter - facts.today).days
            later = any(k.beginn.erster > kohorte.beginn.erster for k in record.data.kohorten)
            if left > VORHER or (left < 0 and later):
                continue
            if left >= 0:
                rest = f"in {tage(left).replace('Tage', 'Tagen')}" if left else "heute"
                message = f"Ihre Zeit endet {wann(kohorte.ende)}, spätestens {rest}."
                hint = RULE.tun
            else:
                message = (
                    f"Ihre Zeit endete {wann(kohorte.ende)}, {ago(-left)}. Eine neue Gruppe ist "
                    "nicht eingetragen."
                )
                hint = (
                    "Bitte die neue Gruppe unter „kohorten“ eintragen. Arbeitet die Gruppe weiter? "
                    "Dann bitte „ende“ ändern."
                )
            yield Reminder(
                RULE, Rolle.KOORDINATION, kohorte.id, record.at(("kohorten", index, "ende")),
                -left, message, hint, kohorte.titel,
            )  # fmt: skip
