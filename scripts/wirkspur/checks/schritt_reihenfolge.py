"""Steps whose dates run backwards."""

from collections.abc import Iterator
from itertools import pairwise

from ..facts import Facts
from ..findings import Finding, Rule

RULE = Rule(
    "schritt-reihenfolge",
    "Die Schritte laufen in der Zeit rückwärts",
    "Der Verlauf erzählt, was nacheinander geschah; aus ihm werden Wartezeiten berechnet.",
)


def check(facts: Facts) -> Iterator[Finding]:
    """Dates of a file's own steps never run backwards; partial dates get the benefit of doubt."""
    for kennung in facts.courses:
        record = facts.register.records[kennung]
        schritte = record.data.verlauf
        for index, (before, after) in enumerate(pairwise(schritte), 1):
            if after.datum.letzter < before.datum.erster:
                yield RULE.at(
                    record.at(("verlauf", index, "datum")),
                    f"Dieser Schritt ({after.datum}) liegt vor dem Schritt darüber "
                    f"({before.datum}).",
                    "Bitte die Schritte so ordnen, dass der älteste zuerst kommt, oder das Datum "
                    "prüfen.",
                    field="datum",
                    related=(record.at(("verlauf", index - 1, "datum")),),
                )
        eingebracht = getattr(record.data, "eingebracht", None)
        if eingebracht and schritte and schritte[0].datum.letzter < eingebracht.erster:
            yield RULE.at(
                record.at(("verlauf", 0, "datum")),
                f"Der erste Schritt ({schritte[0].datum}) liegt vor dem Tag, an dem es eingebracht "
                f"wurde ({eingebracht}).",
                "Bitte eines der beiden Daten berichtigen.",
                field="datum",
                related=(record.at(("eingebracht",)),),
            )
