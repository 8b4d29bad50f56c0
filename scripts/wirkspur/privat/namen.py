"""Names of people, the way minutes and lists of concerns give them.

Sure is what a title or a label of a list says („Frau …“, „Anwesend: …“, „gez. …“); a given name
with a surname, or a name that does something („Ayla berichtet“), is a guess.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from .guessed_names import guessed
from .lazy import Lazy
from .listed_names import behind_tasks, listed, signed
from .name_forms import GROSS, is_cited
from .spots import Spot, free
from .titled_names import in_office, initials, titled
from .view import View

_WERK = Lazy(
    rf"(?:[,&/]? ?(?:und |u\. )?[{GROSS}][\w.-]*){{0,6}},? ?\((?:(?:19|20)\d\d|o\. ?J|Hrsg)"
    r"|,? (?:19|20)\d\d\b|\s?(?:et al|u\. ?a\.|f\.\s?:)"
)
"""What follows the author of a published work."""


def sure(view: View) -> list[Spot]:
    """Every name that a title or a label announces."""
    return view.once("names", lambda: _sure(view))


def _sure(view: View) -> list[Spot]:
    found = chain(titled(view), in_office(view), listed(view), signed(view), behind_tasks(view))
    return _longest(s for s in found if not s.art and not is_cited(view, s.start))


def possible(view: View) -> list[Spot]:
    """Names that are probably somebody's, without the sure ones."""
    unsure = (s for s in chain(listed(view), behind_tasks(view)) if s.art)
    kept = [
        s
        for s in chain(guessed(view), initials(view), unsure)
        if not is_cited(view, s.start)
        and view.way(s.start)[:1] != ("uebersetzungen",)
        and not _WERK.match(view.text, s.end)
    ]
    return _longest(free(kept, sure(view)))


def _longest(spots: Iterable[Spot]) -> list[Spot]:
    """Of those that overlap, the longest."""
    kept: list[Spot] = []
    for spot in sorted(spots, key=lambda s: (s.start - s.end, s.start)):
        if free([spot], kept):
            kept.append(spot)
    return sorted(kept)
