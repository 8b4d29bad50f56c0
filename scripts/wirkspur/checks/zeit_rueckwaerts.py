"""Something that ends before it begins."""

from collections.abc import Iterator
from typing import Any

from ..facts import Facts
from ..findings import Finding, Rule
from ..reading.events import Loc

RULE = Rule(
    "zeit-rueckwaerts",
    "Das Ende liegt vor dem Beginn",
    "Aus Beginn und Ende werden Kalendereinträge und Zeiträume.",
    tun="Prüfen Sie beide Angaben. Oft sind sie vertauscht, oder eine Ziffer ist vertippt.",
    falsch="beginn: 20:00\nende: 18:30",
    richtig="beginn: 18:30\nende: 20:00",
)

SPANNEN = (
    ("protokoll", "", "beginn", "ende"),
    ("aktivitaet", "termine", "beginn", "ende"),
    ("welcome-point", "namen", "gueltig_ab", "gueltig_bis"),
    ("welcome-point", "adressen", "gueltig_ab", "gueltig_bis"),
    ("gruppe", "kohorten", "beginn", "ende"),
)
"""Kind of record, field that lists the spans (empty: the record itself), first, last."""
NACHT = "06:00"
"""What ends before that in the morning may have begun the evening before."""


def check(facts: Facts) -> Iterator[Finding]:
    """Each span ends after it began, as precisely as both are known."""
    for art, listed, first, last in SPANNEN:
        for record in facts.register.of(art):
            for loc, item in _items(record.data, listed):
                begins, ends = getattr(item, first), getattr(item, last)
                if begins and ends and _before(ends, begins):
                    yield RULE.at(
                        record.at((*loc, last)),
                        f"„{last}“ ({ends}) liegt vor „{first}“ ({begins}).",
                        "Bitte beide Angaben prüfen; vielleicht sind sie vertauscht.",
                        field=last,
                    )


def _items(data: Any, listed: str) -> Iterator[tuple[Loc, Any]]:
    if listed:
        yield from (((listed, index), item) for index, item in enumerate(getattr(data, listed)))
    else:
        yield (), data


def _before(one: str, other: str) -> bool:
    """Compare dates or times of day by what both of them say."""
    length = min(len(one), len(other))
    overnight = length == len(NACHT) and ":" in one and one < NACHT
    return one[:length] < other[:length] and not overnight
