"""Wirkung: numbers about effects, never one that ranks or sums everything up."""

from collections.abc import Iterator

from ..site import Site
from . import Page

RAHMEN = ("wirkung/",)


def pages(site: Site) -> Iterator[Page]:
    """The one page."""
    yield Page("wirkung/", "Wirkung", "Was sich geändert hat.", "wirkung.html", "", lambda: {})
