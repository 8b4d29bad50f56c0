"""The search page; what it finds, Pagefind has read (output/suche.py)."""

from collections.abc import Iterator

from ..register import TYPES
from ..site import Site
from ..suchtext import HAEUFIGSTE, STAENDE, STOPPWORTE
from . import Page

RAHMEN = ("suche/",)
TITEL, KURZ = "Suche", "Suchen Sie in allem, was hier steht."
_REIHE = ("anliegen", "anfrage", "aktivitaet", "protokoll", "sozialraum", "welcome-point")
ARTEN = tuple(
    (typ.titel, typ.plural, f"{typ.adresse}/", typ.art == HAEUFIGSTE)
    for typ in sorted(TYPES, key=lambda t: (*_REIHE, t.art).index(t.art))
    if typ.adresse
)
"""What can be found: its name, that of many, their list, and whether it is the most frequent kind;
in the order of the menu."""


def pages(_site: Site) -> Iterator[Page]:
    """The one page."""
    yield Page(
        "suche/", TITEL, KURZ, "suche.html", (ARTEN, STOPPWORTE, STAENDE),
        lambda: {
            "titel": TITEL, "kurz": KURZ, "arten": ARTEN, "stoppworte": STOPPWORTE,
            "staende": STAENDE,
        },
    )  # fmt: skip
