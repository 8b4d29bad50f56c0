"""Site → pages: one module per kind of page.

`RAHMEN` names the frames it needs, pages(site) gives all pages of the kind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ..filter import ARTEN, filter_of, key
from ..frame import frame_of
from ..site import Site, Zeile

JE_BLATT = 50
"""Rows per list page: one giant list would be slow on a phone."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page before it is rendered.

    `adresse` ends in a slash (empty for the start page). `key` is everything the page is made
    from, as plain values: while it stays the same, the page need not be made again. `view` gives
    the template's variables and runs only when the page is made; the one file that a page is made
    from, to be named and linked under it, is its `quelle` or that of its `record`.
    """

    adresse: str
    titel: str
    kurz: str
    template: str
    key: object
    view: Callable[[], dict[str, Any]]


def list_frames(adresse: str) -> tuple[str, ...]:
    """The frames of a list, its further sheets, and the pages of its records."""
    return (adresse, frame_of(f"{adresse}seite/2/"), frame_of(f"{adresse}x/"))


def list_pages(
    site: Site,
    adresse: str,
    titel: str,
    kurz: str,
    zeilen: list[Zeile],
    template: str = "liste.html",
    art: str = "",
    **more: Any,
) -> Iterator[Page]:
    """A list of rows, in sheets of fifty: `anliegen/`, `anliegen/seite/2/`, …

    Where rows of a kind can be filtered, the first sheet carries the choices, and a script takes
    the rows that are found from all sheets (assets/js/liste.js).
    """
    blaetter = [zeilen[i : i + JE_BLATT] for i in range(0, len(zeilen), JE_BLATT)] or [[]]
    links = [adresse if n == 1 else f"{adresse}seite/{n}/" for n in range(1, len(blaetter) + 1)]
    filterbar = art in ARTEN and bool(zeilen)
    for nummer, blatt in enumerate(blaetter, 1):
        choices = filterbar and nummer == 1
        view = {
            "titel": titel, "kurz": kurz, "art": art, "zeilen": blatt, "anzahl": len(zeilen),
            "nummer": nummer, "blaetter": links, "je_blatt": JE_BLATT, "filterbar": filterbar,
            **more,
        }  # fmt: skip
        yield Page(
            links[nummer - 1],
            titel if nummer == 1 else f"{titel}, Blatt {nummer}",
            kurz,
            template,
            (
                site.abdruck(blatt), len(zeilen), len(links), art, _plain(more),
                key(site, art) if choices else "",
            ),
            lambda view=view, choices=choices: {  # type: ignore[misc]
                **view, "filter": filter_of(site, art, zeilen) if choices else None,
            },
        )  # fmt: skip


def _plain(more: dict[str, Any]) -> object:
    return tuple((name, repr(value)) for name, value in sorted(more.items()))


def rows_of(zeilen: Iterable[Zeile], *arten: str) -> list[Zeile]:
    """Those rows that are of these kinds."""
    return [zeile for zeile in zeilen if zeile.art in arten]
