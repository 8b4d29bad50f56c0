"""Contributed Markdown → HTML that can do no harm. The theme's own Markdown never sees it.

GitHub's renderer in its safe mode drops raw HTML; nh3 then keeps an allow-list, so both would
have to fail. What is added afterwards is ours: anchors, boxes, frames of tables, our own pictures.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from html import escape, unescape

import nh3
from cmarkgfm import github_flavored_markdown_to_html, markdown_to_html
from markupsafe import Markup

from .reading.hypertext import SCHEMES
from .wording.words import suggest_id

_TAGS = {
    "a", "blockquote", "br", "code", "del", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li",
    "ol", "p", "pre", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip


def _attribute(_tag: str, name: str, value: str) -> str | None:
    """Only links that say where they go: no `//other.host` that borrows our protocol."""
    if name == "href" and re.match(r"[\s\\/]*[\\/]{2}", value):
        return None
    return value


_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    # "*": nothing, not even `lang`, which the renderer puts on code and which is no language there.
    attributes={"a": {"href", "title"}, "*": set()},
    attribute_filter=_attribute,
    url_schemes=set(SCHEMES),
    link_rel="noopener noreferrer nofollow",
)


_GITHUB = re.compile(r"\||~~|(?<![(<])https?://|www\.")
"""What only GitHub's dialect knows: tables, struck text, bare addresses.

All other texts go the plain way, because the library loses 5 kB of memory with every text that it
renders in the dialect, which thousands of records make tens of megabytes.
"""
_SCROLLS = '<div class="tabelle" tabindex="0" role="group" aria-label="Tabelle">'


DEEPEST = 100

_HEADING = re.compile(r"<(/?)h([1-6])>")


def render(text: str) -> Markup:
    """The text of a record; any input gives harmless HTML.

    Its highest heading becomes h3, below the headings of the page.
    """
    html = _clean(text)
    if levels := [int(level) for _, level in _HEADING.findall(html)]:
        down = 3 - min(levels)
        html = _HEADING.sub(lambda m: f"<{m[1]}h{min(int(m[2]) + down, 6)}>", html)
    return Markup(html)


Picture = Callable[[str], Mapping[str, object] | None]
"""Says how a picture is shown: its attributes; None where it is not."""


def page(text: str, target: Callable[[str], str], picture: Picture = lambda _: None) -> Markup:
    """A page written by hand: with its own title, anchors and boxes; harmless whatever it holds.

    `target` says where a link leads on the site, `picture` how one that is ours is shown.
    """
    pictures = _Pictures(picture, text)
    html = pictures.back(_clean(text, pictures.away))
    html = re.sub(r'(?<=<a href=")[^"]*', lambda m: escape(target(unescape(m[0]))), html)
    return Markup(_BOX.sub(_Boxes(), _ANCHORED.sub(_Anchors(), html)))


def _clean(text: str, drawn: Callable[[str], str] = str) -> str:
    """The text as clean HTML; `drawn` may change what the renderer made before it is cleaned."""
    if not text:
        return ""
    html = drawn(
        github_flavored_markdown_to_html(text) if _GITHUB.search(text) else markdown_to_html(text)
    )
    clean = _CLEANER.clean(html if _depth(html) <= DEEPEST else f"<pre>{escape(text)}</pre>")
    # A wide table scrolls by itself, also by keyboard.
    clean = clean.replace("<table>", f'{_SCROLLS}<table class="tafel">')
    return clean.replace("</table>", "</table></div>")


_NESTS = re.compile(r"<(/?)(?:blockquote|li|em|strong|del)>")


def _depth(html: str) -> int:
    """How deep a text is nested; the allow-list takes minutes where nobody would write."""
    depth = deepest = 0
    for tag in _NESTS.finditer(html) if len(html) > 20 * DEEPEST else ():
        depth += -1 if tag[1] else 1
        deepest = max(deepest, depth)
    return deepest


_IMAGE = re.compile(r'<img src="([^"]*)" alt="([^"]*)"[^>]*>')


class _Pictures:
    """Takes our own pictures out before the allow-list, which lets none pass, and puts them back.

    So a picture never comes from contributed text: only its description does, as the renderer
    escaped it, and without one it is not shown.
    """

    def __init__(self, picture: Picture, text: str) -> None:
        self.picture, self.text = picture, text
        self.mark = "zqxb"
        self.shown: list[str] = []

    def away(self, html: str) -> str:
        while self.mark in html or self.mark in self.text:
            self.mark += "x"
        return _IMAGE.sub(self._marked, html)

    def _marked(self, image: re.Match[str]) -> str:
        attributes = self.picture(unescape(image[1])) if image[2].strip() else None
        if not attributes:
            return ""
        said = "".join(f' {name}="{escape(str(value))}"' for name, value in attributes.items())
        self.shown.append(f'<img{said} alt="{image[2]}" loading="lazy" decoding="async">')
        return f"{self.mark}{len(self.shown) - 1}."

    def back(self, html: str) -> str:
        # Text may grow together to a mark where something between was dropped; so it stays text.
        shown = {f"{self.mark}{n}.": picture for n, picture in enumerate(self.shown)}
        return re.sub(rf"{self.mark}\d+\.", lambda m: shown.pop(m[0], m[0]), html)


_ANCHORED = re.compile(r"<h([1-6])>(.*?)</h\1>", re.DOTALL)


class _Anchors:
    """Gives every heading an id made from its words, each only once."""

    def __init__(self) -> None:
        self.used = Counter(inhalt=1)  # the page's own

    def __call__(self, heading: re.Match[str]) -> str:
        words = slug = suggest_id(Markup(heading[2]).striptags())
        while self.used[slug]:
            self.used[words] += 1
            slug = f"{words}-{self.used[words]}"
        self.used[slug] = 1
        return f'<h{heading[1]} id="{slug}">{heading[2]}</h{heading[1]}>'


_BOX = re.compile(
    r"</blockquote>|<blockquote>(?:\n<p>\[!(?P<kind>NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\n?"
    r"(?P<whole>(?:<strong>(?P<title>[^<]*)</strong>)?</p>)?)?"
)
_KINDS = {
    "NOTE": ("note", "Hinweis"), "TIP": ("tip", "Tipp"), "IMPORTANT": ("info", "Wichtig"),
    "WARNING": ("warning", "Achtung"), "CAUTION": ("danger", "Vorsicht"),
}  # fmt: skip


class _Boxes:
    """Turns what the forge shows as a box, `> [!NOTE]`, into a box of the theme.

    A first paragraph in bold is the title.
    """

    def __init__(self) -> None:
        self.ends: list[str] = []

    def __call__(self, part: re.Match[str]) -> str:
        if part[0].startswith("</"):
            return self.ends.pop()
        if not part["kind"]:
            self.ends.append("</blockquote>")
            return part[0]
        self.ends.append("</div>")
        kind, title = _KINDS[part["kind"]]
        rest = "" if part["whole"] else "\n<p>"
        return (
            f'<div class="admonition {kind}">\n'
            f'<p class="admonition-title">{part["title"] or title}</p>{rest}'
        )
