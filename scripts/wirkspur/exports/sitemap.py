"""sitemap.xml: every page, for search engines."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

from ..site import Site


def sitemap(site: Site, paths: Iterable[str]) -> bytes:
    """The sitemap of the given files (`…/index.html`), addresses made from the city's own."""
    base = site.stadt.adresse.rstrip("/") + "/"
    pages = sorted(path.removesuffix("index.html") for path in paths if path.endswith("index.html"))
    rows = "".join(f"<url><loc>{escape(base + page)}</loc></url>\n" for page in pages)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        f"{rows}</urlset>\n"
    ).encode()
