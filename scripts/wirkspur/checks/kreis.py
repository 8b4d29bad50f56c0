"""References that lead back to where they began."""

from collections.abc import Iterator
from itertools import pairwise

from ..facts import Facts
from ..findings import Finding, Rule
from ..reading.events import Loc
from ..register import Record

RULE = Rule(
    "kreis",
    "Ein Eintrag verweist im Kreis auf sich selbst",
    "Ein Ort kann nicht Teil von sich selbst sein, und ein Beitrag nicht aus sich selbst "
    "entstehen. Wer dem Verweis folgt, käme nie an.",
    tun="Folgen Sie den Verweisen, die in der Meldung stehen, und ändern oder löschen Sie den "
    "falschen. Meist sollte er auf einen anderen Eintrag zeigen.",
    falsch="herkunft: 2026-10-licht-im-park",
    richtig="herkunft: gruppe",
)
WEGE = ("teil_von", "herkunft", "ziel")

Edges = dict[str, dict[str, tuple[Record, Loc]]]


def check(facts: Facts) -> Iterator[Finding]:
    """No chain of `teil_von`, of `herkunft` or of `ziel` comes back; each circle is named once."""
    ways: dict[str, Edges] = {name: {} for name in WEGE}
    for record, loc, wert, _ in facts.register.references:
        name = next((part for part in reversed(loc) if isinstance(part, str)), "")
        if name in ways:
            ways[name].setdefault(record.id, {}).setdefault(wert, (record, loc))
    for name, edges in ways.items():
        seen: set[str] = set()
        for start in sorted(edges):
            if start not in seen:
                yield from _circles(name, edges, start, seen)


def _circles(name: str, edges: Edges, start: str, seen: set[str]) -> Iterator[Finding]:
    """Walk all that can be reached from `start`; report each step back onto the own path."""
    path: dict[str, Iterator[str]] = {start: iter(edges[start])}
    seen.add(start)
    while path:
        here = next(reversed(path))
        there = next(path[here], None)
        if there is None:
            del path[here]
        elif there in path:
            ids = list(path)
            yield _found(name, edges, [*ids[ids.index(there) :], there])
        elif there in edges and there not in seen:
            seen.add(there)
            path[there] = iter(edges[there])


def _found(name: str, edges: Edges, circle: list[str]) -> Finding:
    steps = [edges[one][other] for one, other in pairwise(circle)]
    record, loc = steps[-1]
    others = tuple(r.at(where) for r, where in steps[:-1])
    message = f"„{name}“ zeigt auf den eigenen Eintrag „{circle[0]}“."
    hint = "Bitte ändern oder löschen."
    if others:
        hint = "Bitte einen der Verweise ändern oder löschen."
        message = f"„{name}“ führt im Kreis: {' → '.join([circle[-2], *circle[:-1]])}."
    return RULE.at(
        record.at(loc), message, hint, field=name, related=others,
    )  # fmt: skip
