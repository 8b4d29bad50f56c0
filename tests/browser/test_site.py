"""The built site as people meet it: what they look for and where they find it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 800}


def test_from_the_start_page_to_what_became_of_a_concern(browser: Browser, site: str) -> None:
    page = browser.new_page(viewport=PHONE)
    page.goto(site)
    page.get_by_role("button", name="Menü").click()
    page.get_by_role("navigation", name="Hauptmenü").get_by_role("link", name="Anliegen").click()
    page.locator("#inhalt").get_by_role("link", name="Treppe").first.click()
    trace = page.get_by_role("region", name="Was ist daraus geworden?")
    names = trace.locator("li.station > h3").all_inner_texts()
    said = trace.inner_text()
    page.close()

    assert [name.split()[0] for name in names] == [
        "eingebracht", "übergeben", "beantwortet", "umgesetzt", "Wirkung",
    ]  # fmt: skip
    assert "Seit 143 Tagen ohne Antwort" in said


def test_both_voices_stand_side_by_side_and_equal(browser: Browser, site: str) -> None:
    page = browser.new_page(viewport=DESK)
    page.goto(site + "anliegen/2025-03-formulare-verstehen/")
    city = page.get_by_role("region", name="Stadtverwaltung").bounding_box()
    group = page.get_by_role("region", name="Community Connectors").bounding_box()
    page.close()

    assert city
    assert group
    assert (city["y"], city["width"], city["height"]) == (
        group["y"], group["width"], group["height"],
    )  # fmt: skip


@pytest.mark.parametrize("kind", ["", "anliegen/", "anliegen/2026-02-nachtbus/", "orte/"])
def test_every_way_is_open_without_javascript(kind: str, browser: Browser, site: str) -> None:
    ways = []
    for script in (True, False):
        context = browser.new_context(viewport=PHONE, java_script_enabled=script)
        page = context.new_page()
        page.goto(site + kind)
        links = page.locator("#inhalt a:visible").all()
        ways.append({(link.get_attribute("href"), link.inner_text()) for link in links})
        context.close()

    assert ways[0]
    assert ways[0] - ways[1] == set()


def test_the_menu_is_there_without_javascript(browser: Browser, site: str) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(site)
    menu = page.get_by_role("navigation", name="Hauptmenü").get_by_role("link", name="Orte")
    shown = menu.is_visible(), page.get_by_role("button").count()
    context.close()

    assert shown == (True, 0)


def test_paper_says_what_was_asked_and_what_happened(browser: Browser, site: str) -> None:
    page = browser.new_page(viewport=DESK)
    page.emulate_media(media="print")
    page.goto(site + "anliegen/2026-02-nachtbus/")
    titles = page.locator("#inhalt h2:visible").all_inner_texts()
    page.close()

    assert titles == ["Wir haben gefragt", "Die Stadt hat gesagt", "Das ist passiert"]


def test_the_menu_needs_no_button_on_a_desk(browser: Browser, site: str) -> None:
    page = browser.new_page(viewport=DESK)
    page.goto(site)
    button = page.locator("#ws-menue-knopf").is_visible()
    link = page.get_by_role("navigation", name="Hauptmenü").get_by_role("link", name="Orte")
    shown = link.is_visible()
    page.close()

    assert (button, shown) == (False, True)
