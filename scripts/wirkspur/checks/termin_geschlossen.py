"""A date at a Welcome Point that is closed then (facts.md R19)."""

from collections.abc import Iterator
from datetime import date

from ..facts import Facts
from ..findings import Finding, Rule
from ..records.aktivitaet import AktivitaetStatus
from ..records.welcome_point import TYPE, OrtStatus, WelcomePoint

RULE = Rule(
    "termin-geschlossen",
    "Der Welcome Point ist dann geschlossen",
    "Wer zu einem Termin kommt, soll nicht vor verschlossener Tür stehen.",
    tun="Nennen Sie den Welcome Point, der jetzt mitmacht, oder löschen Sie die Angabe. Findet der "
    "Termin nicht statt, ergänzen Sie den Schritt „abgesagt“ mit dem Grund.",
    falsch="welcome_point: welcome-point-hafen\ntermine:\n  - beginn: 2026-12-05 18:00",
    richtig="welcome_point: welcome-point-kanalstrasse\ntermine:\n  - beginn: 2026-12-05 18:00",
)


def check(facts: Facts) -> Iterator[Finding]:
    """No date lies after the end of the Welcome Point that takes part."""
    for record in facts.register.of("aktivitaet"):
        data, steps = record.data, facts.courses[record.id]
        point = facts.register.records.get(data.welcome_point or "")
        called_off = steps and steps[-1].status is AktivitaetStatus.ABGESAGT
        if point is None or point.type is not TYPE or called_off or record.id in facts.unsure:
            continue
        if point.data.status is not OrtStatus.GESCHLOSSEN:
            continue
        end = _end(point.data, facts.today)
        for index, termin in enumerate(data.termine):
            day = date.fromisoformat(termin.beginn[:10])
            if day > end:
                yield RULE.at(
                    record.at(("termine", index, "beginn")),
                    f"Am {day} ist „{point.data.titel}“ schon geschlossen.",
                    "Bitte den Welcome Point oder den Termin ändern. Fällt er aus, bitte den "
                    "Schritt „abgesagt“ ergänzen.",
                    field="beginn",
                    related=(point.at(("status",)),),
                )


def _end(point: WelcomePoint, today: date) -> date:
    """The last day the place is known to have been there; today where nobody wrote it down."""
    ends = [a.gueltig_bis.letzter for a in point.adressen if a.gueltig_bis]
    return max(ends) if ends and len(ends) == len(point.adressen) else today
