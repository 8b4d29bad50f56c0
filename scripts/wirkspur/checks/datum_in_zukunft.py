"""Something that has happened, dated later than today."""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import Finding, Rule
from ..reading.events import Loc
from ..records.common import Datum
from ..register import Record

RULE = Rule(
    "datum-in-zukunft",
    "Ein Schritt liegt in der Zukunft",
    "Im Verlauf steht, was geschehen ist. Was versprochen ist, gehört in „zugesagt_bis“. Meist ist "
    "nur das Jahr vertippt.",
    tun="Prüfen Sie das Datum, oft ist nur das Jahr vertippt. Was erst noch geschehen soll, "
    "schreiben Sie als „zugesagt_bis“ zum letzten Schritt.",
    falsch="datum: 2027-09-10",
    richtig="datum: 2026-09-10",
)


def check(facts: Facts) -> Iterator[Finding]:
    """Nothing that happened is dated later than today; time heals this finding by itself."""
    for record in (*facts.contributions(), *facts.register.of("protokoll")):
        for loc, datum, hint in _dates(record):
            if datum.erster > facts.today:
                yield RULE.at(
                    record.at(loc),
                    f"Das Datum {datum} liegt in der Zukunft.",
                    f"Bitte das Datum prüfen.{hint}",
                    field=str(loc[-1]),
                )


def _dates(record: Record) -> Iterator[tuple[Loc, Datum, str]]:
    data = record.data
    for name in ("eingebracht", "datum"):
        if datum := getattr(data, name, None):
            yield (name,), datum, ""
    for index, schritt in enumerate(getattr(data, "verlauf", ())):
        promise = " Ein Versprechen gehört in „zugesagt_bis“."
        yield ("verlauf", index, "datum"), schritt.datum, promise
    for index, wirkung in enumerate(getattr(data, "wirkung", ())):
        yield ("wirkung", index, "datum"), wirkung.datum, ""
    if lived := getattr(data, "beteiligung_erlebt", None):
        yield ("beteiligung_erlebt", "datum"), lived.datum, ""
