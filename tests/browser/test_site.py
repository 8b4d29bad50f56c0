"""The built site as people meet it: in a real browser, on a phone and on a desk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 800}
KINDS = [
    "",
    "anliegen/",
    "anliegen/2026-02-nachtbus/",
    "anliegen/2025-03-formulare-verstehen/",
    "anfragen/",
    "anfragen/2026-01-umfrage-sprachkurse/",
    "aktivitaeten/2026-10-spieleabend/",
    "treffen/",
    "treffen/2026-09-10-entscheidungsgremium/",
    "orte/",
    "orte/stadtbezirk-1/",
    "welcome-points/",
    "welcome-points/welcome-point-marktplatz/",
    "ressourcen/nachbarschaftsfonds/",
    "ueber-uns/",
    "ueber-uns/gruppe/",
    "ueber-uns/regeln/",
    "ueber-uns/leitern/",
    "impressum/",
]


@pytest.fixture(scope="session")
def site(built: Path, serve: Callable[[Path], str]) -> str:
    return serve(built)


@pytest.fixture(params=[PHONE, DESK], ids=["phone", "desk"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=request.param)
    yield context.new_page()
    context.close()


def test_from_the_start_page_to_what_became_of_a_concern(page: Page, site: str) -> None:
    page.goto(site)
    page.get_by_role("link", name="Alle Anliegen ansehen").click()
    page.get_by_role("link", name="Treppe").first.click()

    trace = page.get_by_role("region", name="Was ist daraus geworden?")
    names = trace.locator("li.station > h3").all_inner_texts()
    assert [name.split()[0] for name in names] == [
        "eingebracht", "übergeben", "beantwortet", "umgesetzt", "Wirkung",
    ]  # fmt: skip
    assert "Seit 143 Tagen ohne Antwort" in trace.inner_text()


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


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_sticks_out_and_nobody_else_is_asked(kind: str, page: Page, site: str) -> None:
    asked: list[str] = []
    wrong: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else 0)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(site + kind)
    page.wait_for_load_state("networkidle")
    width = page.evaluate("document.documentElement.scrollWidth")

    assert width <= page.viewport_size["width"]
    assert [url for url in asked if not url.startswith((site, "data:"))] == []
    assert wrong == []


@pytest.mark.parametrize("kind", ["", "anliegen/", "anliegen/2026-02-nachtbus/", "orte/"])
def test_everything_is_there_without_javascript(kind: str, browser: Browser, site: str) -> None:
    with_script = browser.new_page(viewport=PHONE)
    with_script.goto(site + kind)
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    without = context.new_page()
    without.goto(site + kind)
    texts = [p.locator(".wirkspur").inner_text() for p in (with_script, without)]
    with_script.close()
    context.close()

    assert texts[0] == texts[1] != ""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_in_our_part_of_the_page(
    kind: str, scheme: str, browser: Browser, site: str
) -> None:
    page = browser.new_page(viewport=PHONE, color_scheme=scheme)
    page.goto(site + kind)
    found = Axe().run(page, context="#inhalt").response["violations"]
    page.close()

    assert [(v["id"], [n["target"] for n in v["nodes"]][:3]) for v in found] == []


def test_paper_shows_the_trace_and_no_menu(browser: Browser, site: str) -> None:
    page = browser.new_page(viewport=DESK)
    page.goto(site + "anliegen/2026-02-nachtbus/")
    page.emulate_media(media="print")
    shown = page.locator(".spur .stationen").is_visible()
    menu = page.locator(".md-tabs").is_visible()
    page.close()

    assert shown
    assert not menu


def test_the_menu_on_a_phone_opens_and_closes_by_keyboard(browser: Browser, site: str) -> None:
    page = browser.new_page(viewport=PHONE)
    page.goto(site + "anliegen/")
    button = page.get_by_role("button", name="Menü")
    button.focus()
    page.keyboard.press("Enter")
    page.wait_for_timeout(400)  # the drawer slides in
    inside = page.evaluate("document.activeElement.closest('.md-sidebar--primary') !== null")
    left = page.evaluate("document.activeElement.getBoundingClientRect().left")
    expanded = button.get_attribute("aria-expanded")
    page.keyboard.press("Escape")
    closed = button.get_attribute("aria-expanded")
    back = page.evaluate("document.activeElement.getAttribute('for')")
    page.close()

    assert (inside, expanded, closed, back) == (True, "true", "false", "__drawer")
    assert left >= 0


def test_the_menu_stays_out_of_the_way_on_a_desk(browser: Browser, site: str) -> None:
    page = browser.new_page(viewport=DESK)
    page.goto(site)
    shown = page.locator(".md-sidebar--primary").is_visible()
    page.close()

    assert not shown


def test_focus_never_leaves_the_screen_on_a_phone(browser: Browser, site: str) -> None:
    page = browser.new_page(viewport=PHONE)
    page.goto(site + "anliegen/")
    outside = []
    for _ in range(30):
        page.keyboard.press("Tab")
        box = page.evaluate(
            "(() => { const r = document.activeElement.getBoundingClientRect();"
            "return [document.activeElement.outerHTML.slice(0, 80), r.left, r.right, r.width] })()"
        )
        if box[3] and (box[1] < 0 or box[2] > 361):
            outside.append(box)
    page.close()

    assert outside == []


def test_the_first_tab_stop_leads_to_the_content(page: Page, site: str) -> None:
    page.goto(site + "anliegen/")
    page.keyboard.press("Tab")
    link = page.evaluate("document.activeElement.innerText")
    page.keyboard.press("Enter")

    assert link == "Zum Inhalt springen"
    assert page.evaluate("location.hash") == "#inhalt"
