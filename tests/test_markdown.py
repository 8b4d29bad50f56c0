"""Contributed Markdown becomes harmless HTML, whatever it holds."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from wirkspur.markdown import DEEPEST, page, render

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


@pytest.mark.parametrize("draw", [render, lambda text: page(text, str)], ids=["record", "page"])
@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_hostile_is_left(text: str, draw: Callable[[str], str]) -> None:
    html = str(draw(text))

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


def test_a_page_keeps_its_headings_and_each_gets_an_anchor() -> None:
    html = page("# Über *uns*\n\n## Wege\n\n## Wege\n\n## Wege 2\n\n## Inhalt", str)

    assert re.findall(r"<h\d id=\"[^\"]*\">", html) == [
        '<h1 id="ueber-uns">', '<h2 id="wege">', '<h2 id="wege-2">', '<h2 id="wege-2-2">',
        '<h2 id="inhalt-2">',
    ]  # fmt: skip


def test_a_box_of_the_forge_becomes_a_box_of_the_theme() -> None:
    html = page("> [!WARNING]\n> **Entwurf**\n>\n> Bitte *prüfen*.\n>\n> > Zitat", str)

    assert html == (
        '<div class="admonition warning">\n<p class="admonition-title">Entwurf</p>\n'
        "<p>Bitte <em>prüfen</em>.</p>\n<blockquote>\n<p>Zitat</p>\n</blockquote>\n</div>\n"
    )


@pytest.mark.parametrize(
    ("text", "title", "rest"),
    [
        ("> [!NOTE]\n> Text", "Hinweis", "<p>Text</p>"),
        ("> [!TIP]\n>\n> Text", "Tipp", "<p>Text</p>"),
        ("> [!CAUTION]\n> **Wort** und mehr", "Vorsicht", "<p><strong>Wort</strong> und mehr</p>"),
    ],
)
def test_a_box_without_a_title_gets_one(text: str, title: str, rest: str) -> None:
    html = page(text, str)

    assert f'<p class="admonition-title">{title}</p>\n{rest}\n</div>' in html


def test_a_quotation_stays_one() -> None:
    assert page("> [!ANDERES]\n> Text", str).startswith("<blockquote>")


def test_links_of_a_page_lead_where_they_are_told() -> None:
    html = page("[a](b.md) <https://example.org/>", lambda href: f'{href}?"x')

    assert 'href="b.md?&quot;x"' in html


@pytest.mark.parametrize("text", [">" * 5000, "- " * 5000, "*a **b " * 3000 + "** *" * 3000])
def test_a_text_that_nests_without_end_is_shown_as_it_stands(text: str) -> None:
    # The allow-list would take minutes over it.
    assert str(render(text)).count("<") < 10 * DEEPEST
