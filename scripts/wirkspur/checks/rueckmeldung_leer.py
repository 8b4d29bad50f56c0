"""The city reported back, but not what (facts.md R13)."""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import Finding, Rule
from ..records.anfrage import AnfrageStatus
from ..records.common import Von
from ..wording.unfinished import unfinished

RULE = Rule(
    "rueckmeldung-leer",
    "Eine Rückmeldung ohne Inhalt",
    "Die Gruppe hat Zeit gegeben und möchte wissen, was daraus geworden ist. „Zurückgemeldet“ "
    "allein sagt ihr nichts.",
    tun="Schreiben Sie in „text“, was mit dem Ergebnis geschehen ist, auch wenn nichts geschehen "
    "ist. Oder nennen Sie bei „beleg“, wo es steht.",
    falsch="- datum: 2026-11-10\n  status: zurueckgemeldet\n  von: verwaltung",
    richtig="- datum: 2026-11-10\n"
    "  status: zurueckgemeldet\n"
    "  von: verwaltung\n"
    "  text: Ab 2027 gibt es Kurse am Abend.",
)


def check(facts: Facts) -> Iterator[Finding]:
    """A step `zurueckgemeldet` says what was done with the answer, or where that stands."""
    for record in facts.register.of("anfrage"):
        for step in facts.courses[record.id]:
            if step.status is not AnfrageStatus.ZURUECKGEMELDET or step.von is Von.CONNECTORS:
                continue
            evidence = step.beleg if step.record is record else None
            text = step.text or ""
            if not evidence and not unfinished(text) and sum(c.isalpha() for c in text) <= 3:
                yield RULE.at(
                    step.record.at((*step.loc, "status")),
                    f"Bei „{step.status}“ steht nicht, was aus dem Ergebnis geworden ist.",
                    "Bitte darunter ergänzen, zum Beispiel: text: Ab 2027 gibt es Kurse am Abend.",
                    field="text",
                )
