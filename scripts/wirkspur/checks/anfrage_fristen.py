"""Dates of a request that cannot all be true (facts.md R13)."""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import Finding, Rule
from ..records.anfrage import AnfrageStatus
from ..records.common import Datum

RULE = Rule(
    "anfrage-fristen",
    "Die Fristen einer Anfrage passen nicht zusammen",
    "An diesen Tagen hängt, wann die Gruppe antworten und wann die Stadt sich melden muss.",
    tun="Prüfen Sie die Reihenfolge: Erst stellt die Stadt die Anfrage, dann ist die Antwort "
    "fällig („frist“), danach die Rückmeldung der Stadt („rueckmeldung_bis“).",
    falsch="frist: 2027-02-26\nrueckmeldung_bis: 2027-01-29",
    richtig="frist: 2027-02-26\nrueckmeldung_bis: 2027-03-26",
)


def check(facts: Facts) -> Iterator[Finding]:
    """Asked, then due, then reported back, as far as each is surely known."""
    for record in facts.register.of("anfrage"):
        data, first = record.data, record.data.verlauf[:1]
        asked = first[0].datum if first and first[0].status is AnfrageStatus.GESTELLT else None
        spans = (
            ("frist", data.frist, asked, "gestellt wurde die Anfrage erst"),
            ("rueckmeldung_bis", data.rueckmeldung_bis, asked, "gestellt wurde die Anfrage erst"),
            ("rueckmeldung_bis", data.rueckmeldung_bis, data.frist, "die „frist“ endet erst"),
        )
        for field, due, before, what in spans:
            if due and before and _surely_earlier(due, before):
                yield RULE.at(
                    record.at((field,)),
                    f"„{field}“ ist {due}, aber {what} {before}.",
                    "Bitte beide Angaben prüfen; vielleicht stimmt das Jahr nicht.",
                    field=field,
                )
                break


def _surely_earlier(one: Datum, other: Datum) -> bool:
    return one.letzter < other.erster
