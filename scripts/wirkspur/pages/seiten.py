"""Pages written by hand: imprint, privacy, how to take part. Their Markdown is contributed too."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from .. import markdown
from ..files import PICTURES
from ..reading.hypertext import plain_target
from ..reading.kinds import webp_size
from ..seiten import Seite, picture_of, target_of
from ..site import Site
from . import Page

RAHMEN: tuple[str, ...] = ()
"""Which frames are needed only the files say; the one who draws asks them (frame.py)."""


def pages(site: Site) -> Iterator[Page]:
    """Every page that could be read."""
    # Where a picture was drawn anew, its size on the page may be another.
    sizes = [raw[:30] for path, raw in site.register.prose.items() if path.startswith(PICTURES)]
    for seite in site.register.seiten.values():
        yield Page(
            seite.adresse, seite.titel, seite.kurz, "seite.html", (seite.text, sizes),
            partial(_view, site, seite),
        )  # fmt: skip


def _view(site: Site, seite: Seite) -> dict[str, Any]:
    inhalt = markdown.page(seite.text, partial(target_of, seite), partial(_picture, site, seite))
    return {"inhalt": inhalt, "quelle": seite.path}


DENSITY = 2
"""So many dots of a picture lie on one of the page, beside each other and below each other."""


def _picture(site: Site, seite: Seite, src: str) -> dict[str, object] | None:
    """The attributes of a picture that a page may show."""
    file = picture_of(seite.path, plain_target(src))
    raw = site.register.prose.get(file, b"")
    if not (size := webp_size(raw)):
        return None
    root = "../" * seite.adresse.count("/") or "./"
    width, height = (round(length / DENSITY) for length in size)
    return {"src": root + file.removeprefix("overrides/"), "width": width, "height": height}
