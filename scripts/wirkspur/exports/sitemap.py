"""sitemap.xml: every page, for search engines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from ..site import Site
from . import Export


def files(site: Site, adressen: Sequence[str]) -> Iterator[Export]:
    """The one sitemap, in order of addresses."""
    base = site.stadt.adresse.rstrip("/") + "/"
    pages = sorted(adressen)
    yield Export("sitemap.xml", (base, pages), lambda: _sitemap(base, pages))


def _sitemap(base: str, pages: Sequence[str]) -> bytes:
    rows = "".join(f"<url><loc>{escape(base + page)}</loc></url>\n" for page in pages)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        f"{rows}</urlset>\n"
    ).encode()
