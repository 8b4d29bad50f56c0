"""Links, images and raw HTML in Markdown, as the renderer itself sees them.

Patterns only say where something could be; what it is, GitHub's renderer decides. So nothing in
code is blamed, and nothing that the renderer would take for a link is missed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html import unescape
from itertools import islice
from typing import NamedTuple
from urllib.parse import unquote

from cmarkgfm import markdown_to_html

SCHEMES = frozenset({"https", "http", "mailto", "tel"})
"""What a link may lead to; the renderer drops all others."""
OMITTED = "<!-- raw HTML omitted -->"
_MARK = "zqxj"


class Spot(NamedTuple):
    """A place in Markdown: where it begins, what stands there, and for links where they lead."""

    position: int
    text: str
    target: str = ""


HOECHSTENS = 50
"""So many places of one text are looked at; what has more needs no longer list."""


def is_code(text: str, position: int) -> bool:
    """Whether a place is inside code, where everything is shown as it stands."""
    html, at = _marked(text, position)
    return at >= 0 and html.rfind("<code", 0, at) > html.rfind("</code>", 0, at)


def _acts(text: str, position: int) -> bool:
    """Whether a place is markup for the renderer: part of a tag, or dropped."""
    html, at = _marked(text, position)
    return at < 0 or html.rfind("<", 0, at) > html.rfind(">", 0, at)


def _marked(text: str, position: int) -> tuple[str, int]:
    html = markdown_to_html(text[:position] + _MARK + text[position:])
    return html, html.find(_MARK)


# --- raw HTML ------------------------------------------------------------------------------------

_TAG = re.compile(r"<(?:(/?[A-Za-z][A-Za-z0-9-]*)(?=[\s/>])|!--|\?|!\[CDATA\[|![A-Z])")


def raw_html(text: str) -> list[Spot]:
    """What the renderer drops as raw HTML, on each line the first; closing tags stay unsaid."""
    if "<" not in text or OMITTED not in markdown_to_html(text):
        return []
    found: dict[int, Spot] = {}
    for match in islice(_TAG.finditer(text), HOECHSTENS):
        line = text.rfind("\n", 0, match.start())
        name = (match[1] or "").lower()
        if line in found or name.startswith("/") or not _acts(text, match.end()):
            continue
        end = text.find(">", match.end())
        whole = text[match.start() : end + 1 if end >= 0 else match.end() + 20]
        found[line] = Spot(match.start(), whole, name)
    first = text.index("<")
    return list(found.values()) or [Spot(first, text[first : first + 20].partition("\n")[0])]


# --- links and images ----------------------------------------------------------------------------

_TARGET = re.compile(
    r"\]\(\s*(?:<(?P<pointed>[^<>\n]*)|(?P<inline>[^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*))"
    r"|^[ >*+-]{0,9}\[[^\]\n]+\]:[ \t]*\n?[ \t]*<?(?P<reference>[^\s<>]+)"
    r"|<(?P<auto>[A-Za-z][A-Za-z0-9.+-]{1,31}:[^\s<>]*)>",
    re.MULTILINE,
)
_IMAGE = re.compile(r"!\[(?:[^\]]*\](?:\(\s*<?([^\s<>)]*)[^)\n]*\)?|\[([^\]]*)\])?)?")


def links(text: str) -> Iterator[Spot]:
    """Every place that may be a link or an image, with its target in plain letters."""
    for match in _TARGET.finditer(text):
        kind = match.lastgroup or ""
        yield Spot(match.start(kind), match[kind], plain_target(match[kind]))


def is_link(text: str, spot: Spot) -> bool:
    """Whether the renderer takes it for a link; images are none."""
    start = text[: spot.position].rstrip(" \t\r\n<")
    image = start.endswith("](") and _opens_image(text, len(start) - 2)
    return not image and _acts(text, spot.position)


def images(text: str) -> list[Spot]:
    """Every image, with its target where that stands beside it."""
    if "![" not in text:
        return []
    if "<img" not in markdown_to_html(text):
        return []
    every = list(islice(_IMAGE.finditer(text), HOECHSTENS))
    sure = [match for match in every if _acts(text, match.start() + 2)]
    return [Spot(match.start(), match[0], _source(text, match)) for match in sure or every[:1]]


def _source(text: str, image: re.Match[str]) -> str:
    """Where an image comes from: beside it, or where its name is explained."""
    if image[1] or not image[2]:
        return plain_target(image[1] or "")
    named = re.search(rf"^[ >]*\[{re.escape(image[2])}\]:\s*<?([^\s<>]+)", text, re.M | re.I)
    return plain_target(named[1]) if named else ""


def plain_target(target: str) -> str:
    """A target as a browser may understand it: no entities, no escapes, nothing unseen."""
    bare = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", unescape(target))
    bare = unicodedata.normalize("NFKC", unquote(bare))
    return re.sub(
        r"[\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]", "", bare
    )


def printable(text: str) -> str:
    """A text without what would act on the screen it is shown on."""
    return "".join(c if c.isprintable() else " " for c in text)


def scheme(target: str) -> str:
    """What a plain target begins with: `https`, `javascript`, `//`; empty for a relative one."""
    if re.match(r"[\\/]{2}", target):
        return "//"
    match = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", target)
    return match[1].lower() if match else ""


def _opens_image(text: str, closing: int) -> bool:
    """Whether the bracket that closes here was opened as an image."""
    depth = 0
    for position in range(closing, max(closing - 2000, -1), -1):
        depth += {"]": 1, "[": -1}.get(text[position], 0)
        if depth == 0:
            return position > 0 and text[position - 1] == "!"
    return False
