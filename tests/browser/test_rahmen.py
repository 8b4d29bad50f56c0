"""What the frame around every page does: colours, menu, and the age of the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

DARK, LIGHT = "rgb(16, 24, 27)", "rgb(253, 251, 246)"

Visit = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser, built: Path, serve: Callable[[Path], str]) -> Iterator[Visit]:
    """Open the start page on a device of one's own; options are those of a browser context."""
    contexts = []
    address = serve(built)

    def start(at: str = "2026-11-22", **device: Any) -> Page:
        context = browser.new_context(**device)
        contexts.append(context)
        page = context.new_page()
        page.clock.set_fixed_time(datetime.fromisoformat(f"{at}T12:00:00+01:00"))
        page.goto(address)
        return page

    yield start
    for context in contexts:
        context.close()


def paper(page: Page) -> Any:
    return page.evaluate("getComputedStyle(document.body).backgroundColor")


def test_a_device_that_prefers_dark_gets_it_without_a_script(visit: Visit) -> None:
    assert paper(visit(color_scheme="dark", java_script_enabled=False)) == DARK


def test_without_a_choice_the_device_decides(visit: Visit) -> None:
    assert paper(visit(color_scheme="light")) == LIGHT
    assert paper(visit(color_scheme="dark")) == DARK


def test_the_chosen_colours_stay_on_the_next_page(visit: Visit) -> None:
    page = visit(color_scheme="dark")
    page.get_by_role("button", name="Farben: wie das Gerät").click()
    assert paper(page) == LIGHT

    page.get_by_role("link", name="Orte", exact=True).first.click()
    assert paper(page) == LIGHT
    page.get_by_role("button", name="Farben: hell").click()
    page.get_by_role("button", name="Farben: dunkel").click()
    assert page.evaluate("localStorage.length") == 0


def test_without_a_script_the_menu_is_simply_there(visit: Visit) -> None:
    page = visit(viewport={"width": 360, "height": 740}, java_script_enabled=False)

    assert page.get_by_role("navigation", name="Hauptmenü").get_by_role("link").count() == 8
    assert page.get_by_role("button", name="Menü").count() == 0


def test_on_a_phone_the_menu_opens_and_escape_closes_it(visit: Visit) -> None:
    page = visit(viewport={"width": 360, "height": 740})
    menu = page.get_by_role("navigation", name="Hauptmenü")
    button = page.get_by_role("button", name="Menü")
    assert not menu.is_visible()

    button.focus()
    page.keyboard.press("Enter")
    assert menu.is_visible()
    assert button.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Tab")
    assert menu.evaluate("menu => menu.contains(document.activeElement)")
    page.keyboard.press("Escape")
    assert not menu.is_visible()
    assert button.evaluate("button => button === document.activeElement")


def test_a_page_says_when_it_was_built(visit: Visit) -> None:
    assert "Stand dieser Seite: 22. November 2026" in visit().locator(".ws-herkunft").inner_text()


@pytest.mark.parametrize(("day", "warns"), [("2026-11-29", False), ("2026-12-01", True)])
def test_a_page_that_nobody_built_anew_for_a_week_warns(
    visit: Visit, day: str, warns: bool
) -> None:
    warning = visit(at=day).get_by_text("nicht erneuert")

    assert warning.is_visible() is warns
    if warns:
        assert "seit 9 Tagen" in warning.inner_text()
