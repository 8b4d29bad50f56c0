"""Something that has happened, dated later than today."""

from collections.abc import Iterator

from ..events import Loc
from ..facts import Facts
from ..findings import Finding, Rule
from ..records.common import Datum
from ..register import Record

RULE = Rule(
    "datum-in-zukunft",
    "Ein Schritt liegt in der Zukunft",
    "Im Verlauf steht, was geschehen ist. Was versprochen ist, gehört in „zugesagt_bis“. Meist ist "
    "nur das Jahr vertippt.",
)


def check(facts: Facts) -> Iterator[Finding]:
    """Steps and effects are not dated later than today; time heals this finding by itself."""
    for kennung in facts.courses:
        record = facts.register.records[kennung]
        for loc, datum in _dates(record):
            if datum.erster > facts.today:
                yield RULE.at(
                    record.at((*loc, "datum")),
                    f"Das Datum {datum} liegt in der Zukunft.",
                    "Bitte das Datum prüfen. Ein Versprechen gehört in „zugesagt_bis“.",
                    field="datum",
                )


def _dates(record: Record) -> Iterator[tuple[Loc, Datum]]:
    for name in ("verlauf", "wirkung"):
        for index, item in enumerate(getattr(record.data, name)):
            yield (name, index), item.datum
