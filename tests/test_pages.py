"""Every page of the example as it was last read and found good.

A wanted change: run `pytest tests/test_pages.py --bless` and read the diff before committing it.
"""

from __future__ import annotations

from datetime import date
from html import unescape
from pathlib import Path

import pytest

from wirkspur import files, gate
from wirkspur.findings import Rule
from wirkspur.frame import INHALT, Frame, frame_of
from wirkspur.pages.hilfe import every_rule
from wirkspur.render import Renderer, all_pages
from wirkspur.site import Site

TESTS = Path(__file__).parent
GOLDEN = TESTS / "golden"


def example_site(today: date = date(2026, 11, 22)) -> Site:
    facts, findings = gate.check(files.read(TESTS / "example"), today)
    assert findings == []
    return Site.of(facts)


SITE = example_site()
EVERY = {page.adresse: page for page in all_pages(SITE)}
PAGES = {adresse: page for adresse, page in EVERY.items() if not adresse.startswith("hilfe/")}
"""The pages made from records; help is made from the rules, below."""
BARE = Frame.cut(INHALT)
"""A frame that is nothing but the content."""


def golden(adresse: str) -> Path:
    return GOLDEN / f"{adresse.strip('/') or 'start'}.html"


@pytest.mark.parametrize("adresse", PAGES)
def test_page_is_as_it_was_found_good(adresse: str, request: pytest.FixtureRequest) -> None:
    frames = {frame_of(page.adresse): BARE for page in PAGES.values()}
    html = Renderer(SITE, frames).html(PAGES[adresse]) + "\n"
    if request.config.getoption("--bless"):
        golden(adresse).parent.mkdir(parents=True, exist_ok=True)
        golden(adresse).write_text(html, encoding="utf-8")

    assert html == golden(adresse).read_text(encoding="utf-8")


def test_no_golden_page_is_left_over() -> None:
    kept = {path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*.html")}

    assert kept == {golden(adresse).relative_to(GOLDEN).as_posix() for adresse in PAGES}


@pytest.mark.parametrize("rule", every_rule(), ids=lambda rule: rule.slug)
def test_every_rule_has_a_page_that_explains_it(rule: Rule) -> None:
    page = EVERY[f"hilfe/regeln/{rule.slug}/"]
    html = unescape(Renderer(SITE, {frame_of(page.adresse): BARE}).html(page))

    assert f"<h1>{rule.titel}</h1>" in html
    assert rule.warum in html
    assert rule.tun in html
    assert rule.falsch in html
    assert rule.richtig in html


@pytest.mark.parametrize(("ort", "warnt"), [("kanalstrasse", True), ("marktplatz", False)])
def test_only_a_place_one_can_visit_warns_that_nobody_looked_for_years(
    ort: str, warnt: bool
) -> None:
    later = example_site(date(2029, 1, 1))
    pages = {page.adresse: page for page in all_pages(later)}
    frames = {frame_of(adresse): BARE for adresse in pages}
    html = Renderer(later, frames).html(pages[f"welcome-points/welcome-point-{ort}/"])

    assert ("können veraltet sein" in html) is warnt


def test_a_long_list_comes_in_sheets() -> None:
    many = {row.adresse: row for row in SITE.von("sozialraum")}

    from wirkspur.pages import JE_BLATT, list_pages

    rows = [next(iter(many.values()))] * 250
    sheets = list(list_pages(SITE, "x/", "X", "x", rows))

    assert [sheet.adresse for sheet in sheets] == ["x/", *(f"x/seite/{n}/" for n in (2, 3, 4, 5))]
    assert max(len(sheet.view()["zeilen"]) for sheet in sheets) == JE_BLATT
