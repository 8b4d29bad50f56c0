"""Pages written by hand: imprint, privacy, how to take part. Their Markdown is contributed too."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from .. import markdown
from ..seiten import Seite, target_of
from ..site import Site
from . import Page

RAHMEN: tuple[str, ...] = ()
"""Which frames are needed only the files say; the one who draws asks them (frame.py)."""


def pages(site: Site) -> Iterator[Page]:
    """Every page that could be read."""
    for seite in site.register.seiten.values():
        yield Page(
            seite.adresse, seite.titel, seite.kurz, "seite.html", seite.text,
            partial(_view, seite),
        )  # fmt: skip


def _view(seite: Seite) -> dict[str, Any]:
    return {"inhalt": markdown.page(seite.text, partial(target_of, seite)), "quelle": seite.path}
