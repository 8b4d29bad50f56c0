"""Start and „Wirkung“ in a real browser: readable on a phone, in print, with forced colours."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

PHONE = {"width": 360, "height": 740}
BOTH = pytest.mark.parametrize("adresse", ["", "wirkung/"], ids=["start", "wirkung"])

OVERLAPS = """() => [...document.querySelectorAll('svg.bild')].flatMap(svg => {
  const boxes = [...svg.querySelectorAll('text')]
    .map(text => [text.textContent, text.getBoundingClientRect()]);
  return boxes.flatMap(([one, a], i) => boxes.slice(i + 1)
    .filter(([, b]) => a.left < b.right && b.left < a.right)
    .filter(([, b]) => a.top < b.bottom - 1 && b.top < a.bottom - 1)
    .map(([two]) => one + ' / ' + two));
})"""
BARS = """() => [...document.querySelectorAll('svg.bild')].map(svg => {
  const track = svg.querySelector('.bahn').getBoundingClientRect().width;
  return [...svg.querySelectorAll('.teil')].map(bar => bar.getBoundingClientRect().width / track);
})"""


@pytest.fixture(scope="session")
def site(built: Path, serve: Callable[[Path], str]) -> str:
    return serve(built)


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE)
    yield context.new_page()
    context.close()


def test_a_resident_sees_at_once_what_it_is_and_where_to_go(phone: Page, site: str) -> None:
    phone.goto(site)

    for seen in (
        phone.get_by_role("heading", level=1),
        phone.get_by_role("list", name="Die fünf Stationen eines Anliegens"),
        phone.get_by_role("link", name="Alle Anliegen ansehen"),
        phone.get_by_role("link", name="Etwas einbringen").first,
    ):
        box = seen.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= PHONE["height"]


def test_the_five_words_of_the_trace_do_not_touch(phone: Page, site: str) -> None:
    phone.set_viewport_size({"width": 320, "height": 740})
    phone.goto(site)

    boxes = phone.evaluate(
        """() => [...document.querySelectorAll('.weg li')].map(li => {
             const range = document.createRange(); range.selectNodeContents(li);
             const box = range.getBoundingClientRect(); return [box.left, box.right]; })"""
    )

    assert len(boxes) == 5
    for row in (boxes[::2], boxes[1::2]):
        assert all(a[1] < b[0] for a, b in pairwise(row))
    assert min(left for left, _ in boxes) >= 0
    assert max(right for _, right in boxes) <= 320


@BOTH
@pytest.mark.parametrize("width", [320, 1280])
def test_no_chart_makes_the_page_scroll_sideways_or_covers_a_word(
    phone: Page, site: str, adresse: str, width: int
) -> None:
    phone.set_viewport_size({"width": width, "height": 740})
    phone.goto(site + adresse)

    assert phone.evaluate("document.documentElement.scrollWidth") <= width
    assert phone.evaluate(OVERLAPS) == []


@BOTH
def test_every_chart_has_a_name_a_description_and_its_data_as_a_table(
    phone: Page, site: str, adresse: str
) -> None:
    phone.goto(site + adresse)
    charts = phone.locator("figure.diagramm").all()

    assert charts
    for chart in charts:
        image = chart.get_by_role("img")
        assert image.locator("title").text_content()
        assert image.locator("desc").text_content()
        chart.locator("summary").click()
        assert chart.get_by_role("table").is_visible()


def test_bars_are_as_long_as_their_numbers(phone: Page, site: str) -> None:
    phone.goto(site)
    phone.locator("figure.diagramm summary").click()
    numbers = [int(text) for text in phone.locator("figure.diagramm td").all_inner_texts()]

    (drawn,) = phone.evaluate(BARS)

    assert drawn == pytest.approx([n / max(numbers) for n in numbers if n], abs=0.02)


@BOTH
def test_bars_stay_visible_with_forced_colours(browser: Browser, site: str, adresse: str) -> None:
    context = browser.new_context(viewport=PHONE, forced_colors="active")
    page = context.new_page()
    page.goto(site + adresse)

    strokes, ground = page.evaluate(
        """() => [
             [...document.querySelectorAll('svg.bild .teil')].map(e => getComputedStyle(e).stroke),
             getComputedStyle(document.body).backgroundColor]"""
    )
    context.close()

    assert strokes
    assert ground not in strokes


def test_from_the_start_page_to_what_the_city_owes(phone: Page, site: str) -> None:
    phone.goto(site)
    phone.get_by_role("link", name="Was die Stadt noch schuldet").click()

    owed = phone.get_by_role("region", name="Was die Stadt noch schuldet")
    assert owed.get_by_role("link", name="Treppe am Bahnhof").is_visible()
    assert "Seit 143 Tagen übergeben, ohne Antwort" in owed.inner_text()
