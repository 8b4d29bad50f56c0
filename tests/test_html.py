"""Every page of the built example, read without a browser: valid HTML, and nothing unsafe in it."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
import vnu


class Read(HTMLParser):
    """What of a page has to do with safety."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.inline: list[str] = []
        self.scripts: list[str] = []
        self.loaded: list[str] = []
        self.meta: dict[str, str] = {}
        self.open = False
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        with_value = {name: value or "" for name, value in attrs}
        self.inline += [f"{tag} {n}" for n in with_value if n == "style" or n.startswith("on")]
        if tag == "style":
            self.inline.append(tag)
        if tag == "script" and "src" not in with_value:
            self.open = True
            self.scripts.append("")
        if tag == "meta":
            name = with_value.get("http-equiv") or with_value.get("name") or ""
            self.meta[name.lower()] = with_value.get("content", "")
        if tag == "link" and with_value.get("rel") not in ("canonical", "alternate"):
            self.loaded.append(with_value["href"])
        if tag != "a":
            self.loaded += [with_value[n] for n in ("src", "srcset", "data") if n in with_value]

    def handle_data(self, data: str) -> None:
        if self.open:
            self.scripts[-1] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self.open = False

    def rules(self, directive: str) -> list[str]:
        """What the page's policy says of one kind of thing."""
        every = (rule.split() for rule in self.meta["content-security-policy"].split(";"))
        return next(rule[1:] for rule in every if rule[0] == directive)


@pytest.fixture(scope="session")
def pages(built: Path) -> dict[str, Read]:
    return {p.relative_to(built).as_posix(): Read(p) for p in sorted(built.rglob("*.html"))}


def test_every_page_is_valid_html(built: Path, serve: Callable[[Path], str]) -> None:
    site = serve(built)
    urls = [site + path.relative_to(built).as_posix() for path in sorted(built.rglob("*.html"))]

    assert len(urls) > 100
    assert vnu.faults(urls) == ""


def test_nothing_is_styled_or_handled_inside_the_html(pages: dict[str, Read]) -> None:
    assert {name: page.inline for name, page in pages.items() if page.inline} == {}


def test_the_policy_allows_the_inline_scripts_of_the_page_and_no_other(
    pages: dict[str, Read],
) -> None:
    for name, page in pages.items():
        own = {b64encode(sha256(script.encode()).digest()).decode() for script in page.scripts}
        named = {rule[8:-1] for rule in page.rules("script-src") if rule.startswith("'sha256-")}
        assert (name, named) == (name, own)


def test_no_policy_allows_what_is_unsafe(pages: dict[str, Read]) -> None:
    for name, page in pages.items():
        policy = page.meta["content-security-policy"]
        assert page.rules("default-src") == ["'none'"], name
        assert not re.search(r"'unsafe-|\*|https?:", policy), name


def test_no_page_tells_another_where_the_reader_came_from(pages: dict[str, Read]) -> None:
    assert {page.meta.get("referrer") for page in pages.values()} == {"no-referrer"}


def test_no_page_loads_from_another_host(pages: dict[str, Read]) -> None:
    for name, page in pages.items():
        assert [url for url in page.loaded if re.match(r"(?!data:)\w+:|//", url)] == [], name


def test_no_stylesheet_loads_from_another_host(built: Path) -> None:
    sheets = sorted(built.rglob("*.css"))
    assert sheets
    for sheet in sheets:
        urls = re.findall(r"url\(\s*[\"']?([^\"')]+)|@import", sheet.read_text(encoding="utf-8"))
        assert [url for url in urls if re.match(r"(?!data:)\w+:|//|$", url)] == [], sheet.name
