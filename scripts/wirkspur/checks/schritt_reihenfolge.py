"""Steps whose dates run backwards."""

from collections.abc import Iterator
from itertools import pairwise

from ..facts import Facts
from ..findings import Finding, Rule

RULE = Rule(
    "schritt-reihenfolge",
    "Die Schritte laufen in der Zeit rückwärts",
    "Der Verlauf erzählt, was nacheinander geschah; aus ihm werden Wartezeiten berechnet.",
    tun="Ordnen Sie die Schritte so, dass der älteste oben steht, oder berichtigen Sie das Datum.",
    falsch="  - datum: 2026-10-20\n"
    "    status: uebergeben\n"
    "    von: connectors\n"
    "  - datum: 2026-10-19\n"
    "    status: angenommen\n"
    "    von: verwaltung",
    richtig="  - datum: 2026-10-20\n"
    "    status: uebergeben\n"
    "    von: connectors\n"
    "  - datum: 2026-10-29\n"
    "    status: angenommen\n"
    "    von: verwaltung",
)


def check(facts: Facts) -> Iterator[Finding]:
    """Dates of a file's own steps never run backwards; partial dates get the benefit of doubt."""
    for record in facts.contributions():
        schritte = record.data.verlauf
        for index, (before, after) in enumerate(pairwise(schritte), 1):
            if before.datum.erster > facts.today:
                continue  # that date is wrong by itself, and is said so
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
        if eingebracht is None or eingebracht.erster > facts.today:
            continue
        for step in facts.courses[record.id][:1]:
            if step.datum.letzter < eingebracht.erster:
                own = step.record is record
                yield RULE.at(
                    step.record.at((*step.loc, "datum") if own else ("datum",)),
                    f"Der Schritt „{step.status}“ ({step.datum}) liegt vor dem Tag, an dem "
                    f"{'es' if own else record.id} eingebracht wurde ({eingebracht}).",
                    "Bitte eines der beiden Daten berichtigen.",
                    field="datum",
                    related=(record.at(("eingebracht",)),),
                )
