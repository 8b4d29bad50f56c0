"""Contributed Markdown becomes harmless HTML, whatever it holds."""

from __future__ import annotations

import re

import pytest

from wirkspur.markdown import render

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "![Bild](https://evil.example/x.png)",
    "[Klick](javascript:alert(1))",
    "[Klick](java&#x73;cript:alert(1))",
    "[Klick](JaVaScRiPt:alert(1))",
    "[Klick](data:text/html;base64,PHNjcmlwdD4=)",
    "[Klick](vbscript:x)",
    "[Klick](//evil.example/)",
    "[Klick](\\\\evil.example/)",
    "<a href='javascript:alert(1)'>x</a>",
    "<iframe src=//evil.example></iframe>",
    "<style>*{display:none}</style>",
    "<form action=//evil.example><input name=x></form>",
    "<meta http-equiv=refresh content=0;url=//evil.example>",
    "<svg onload=alert(1)>",
    "[x]: javascript:alert(1)\n[Klick][x]",
    "Text {onclick=alert(1)}",
    "<details open ontoggle=alert(1)>",
    "`<script>`\n\n```\n<script>alert(1)</script>\n```",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_hostile_is_left(text: str) -> None:
    html = str(render(text))

    tags = re.findall(r"<\s*([a-z0-9]+)([^>]*)", html, re.IGNORECASE)
    assert {tag for tag, _ in tags} <= {"a", "p", "code", "pre"}
    for _, attributes in tags:
        assert not re.search(r"\bon\w+\s*=|style\s*=|script:|data:|vbscript", attributes, re.I)
        assert not re.search(r'href="(https?:)?[\\/]{2}', attributes)


def test_headings_move_below_those_of_the_page() -> None:
    assert render("# Eins\n\n## Zwei") == "<h3>Eins</h3>\n<h4>Zwei</h4>\n"
    assert render("## Eins\n\n#### Zwei") == "<h3>Eins</h3>\n<h5>Zwei</h5>\n"


def test_a_table_stays_a_table() -> None:
    assert "<td>" in render("| a | b |\n|---|---|\n| 1 | 2 |")


def test_a_link_to_another_page_keeps_its_address() -> None:
    assert 'href="https://example.org/"' in render("[Seite](https://example.org/)")


def test_no_text_gives_nothing() -> None:
    assert render("") == ""
