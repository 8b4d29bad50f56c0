"""What the finders hand to the rules: places of something private, and how they are said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..findings import Finding, Rule, Severity, masked
from .lazy import Lazy
from .view import View

SCHON_OEFFENTLICH = "Falls die Angabe schon öffentlich war: bitte der Koordination Bescheid geben."
"""Git remembers; people need to know whom to tell."""


@dataclass(frozen=True, order=True, slots=True)
class Spot:
    """From where to where something private stands; `art` says what it is where that differs."""

    start: int
    end: int
    art: str = ""


def findings(
    rule: Rule, view: View, spots: Iterable[Spot], one: str, many: str, hint: str
) -> Iterator[Finding]:
    """What a rule says about its spots, none of them repeated.

    In running text neighbours („Anwesend: A, B, C“) are one message. In fields each is its own,
    because other rules may quote a value, and only what a finding hides alone is masked there.
    `one` and `many` hold `{}` for what was found; the hint is given once for a line.
    """
    if rule.severity is Severity.FEHLER:
        hint = f"{hint} {SCHON_OEFFENTLICH}"
    told = 0
    for group in _groups(view, sorted(set(spots))):
        place, hidden = view.spot(group[0].start, group[-1].end)
        shown = ", ".join(f"„{masked(view.text[s.start : s.end])}“" for s in group)
        said = (one if len(group) == 1 else many).format(shown)
        yield rule.at(place, said, "" if place.line == told else hint, hidden=hidden)
        told = place.line


def _groups(view: View, spots: list[Spot]) -> Iterator[list[Spot]]:
    group: list[Spot] = []
    for spot in spots:
        if group and spot.start < group[-1].end:
            continue
        if group and not _beside(view, group[-1], spot):
            yield group
            group = []
        group.append(spot)
    if group:
        yield group


_ZWISCHEN = Lazy(
    r"(?:[ ,;/|&+*]|\([^()\n]{0,40}\)|und|u\.|sowie|Herrn?|Frau|Hr\.|Fr\.|Dr\.|Prof\.|Familie)*"
)
"""What may stand between two names of one list."""


def _beside(view: View, first: Spot, second: Spot) -> bool:
    between = view.text[first.end : second.start]
    return first.start >= view.body and bool(_ZWISCHEN.fullmatch(between))


def free(spots: Iterable[Spot], taken: Iterable[Spot]) -> list[Spot]:
    """The spots that overlap none of those already spoken for."""
    held = list(taken)
    return [s for s in spots if not any(s.start < t.end and t.start < s.end for t in held)]
