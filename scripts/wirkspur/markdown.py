"""Contributed Markdown → HTML that can do no harm. The theme's own Markdown never sees it.

GitHub's renderer in its safe mode drops raw HTML; nh3 then keeps an allow-list, so both would
have to fail. The highest heading of a text becomes h3, below the headings of the page.
"""

from __future__ import annotations

import re

import nh3
from cmarkgfm import github_flavored_markdown_to_html, markdown_to_html
from markupsafe import Markup

_TAGS = {
    "a", "blockquote", "br", "code", "del", "em", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p",
    "pre", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip


def _attribute(_tag: str, name: str, value: str) -> str | None:
    """Only links that say where they go: no `//other.host` that borrows our protocol."""
    if name == "href" and re.match(r"[\s\\/]*[\\/]{2}", value):
        return None
    return value


_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    attributes={"a": {"href", "title"}},
    attribute_filter=_attribute,
    url_schemes={"https", "http", "mailto", "tel"},
    link_rel="noopener noreferrer nofollow",
)


_GITHUB = re.compile(r"\||~~|(?<![(<])https?://|www\.")
"""What only GitHub's dialect knows: tables, struck text, bare addresses.

All other texts go the plain way, because the library loses 5 kB of memory with every text that it
renders in the dialect, which thousands of records make tens of megabytes.
"""
_SCROLLS = '<div class="tabelle" tabindex="0" role="region" aria-label="Tabelle">'


def render(text: str) -> Markup:
    """Render contributed Markdown; any input gives harmless HTML."""
    if not text:
        return Markup()
    html = (
        github_flavored_markdown_to_html(text) if _GITHUB.search(text) else markdown_to_html(text)
    )
    if levels := [int(level) for level in re.findall(r"<h([1-6])>", html)]:
        down = 3 - min(levels)
        html = re.sub(r"<(/?)h([1-6])>", lambda m: f"<{m[1]}h{min(int(m[2]) + down, 6)}>", html)
    clean = _CLEANER.clean(html)
    # A wide table scrolls by itself, also by keyboard.
    clean = clean.replace("<table>", f'{_SCROLLS}<table class="tafel">')
    return Markup(clean.replace("</table>", "</table></div>"))
