"""Places in a real browser: the map as links, and whether a Welcome Point is open right now."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from support import TODAY, copy_example, wirkspur

TILES = """\
kacheln:
  - {ort: stadtbezirk-1, spalte: 1, zeile: 1, kurz: Altstadt}
  - {ort: stadtbezirk-2, spalte: 2, zeile: 1, kurz: Hafen}
  - {ort: stadtbezirk-3, spalte: 2, zeile: 2}
"""
DISTRICT = """\
titel: Stadtbezirk {0}
kurz: Erfunden.
ebene: stadtbezirk
nummer: 0{0}
ausgabe: Gliederung 2025
"""
POINT = "content/welcome-points/welcome-point-kanalstrasse.md"


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with a map of three districts; built."""
    root = copy_example(tmp_path_factory.mktemp("orte") / "stadt")
    for number in (2, 3):
        path = root / f"sozialraeume/stadtbezirk-{number}.yml"
        path.write_text(DISTRICT.format(number), encoding="utf-8")
    (root / "content/register/karte.yml").write_text(TILES, encoding="utf-8")
    old = (root / POINT).read_text(encoding="utf-8")
    old = old.replace("2026-10-12", "2019").replace("Mo-Th 09:00-17:00; Fr 09:00-13:00", "24/7")
    path = root / "content/welcome-points/welcome-point-alt.md"
    path.write_text(old.replace("Welcome Point Kanalstraße", "Alter Welcome Point"), "utf-8")
    done = wirkspur("build", root, "--today", TODAY)
    assert done.returncode == 0, done.stdout + done.stderr
    shutil.rmtree(root / "build" / "cache")
    return root / "build" / "site"


@pytest.fixture(scope="module")
def site(city: Path, serve: Callable[[Path], str]) -> str:
    return serve(city)


@pytest.fixture(params=[(360, "light"), (1280, "dark")], ids=["phone", "desk"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    width, scheme = request.param
    page = browser.new_page(viewport={"width": width, "height": 740}, color_scheme=scheme)
    yield page
    page.close()


def test_a_tile_leads_to_its_place_by_keyboard(page: Page, site: str) -> None:
    page.goto(site + "orte/")
    tile = page.get_by_role("group", name="Karte der Orte").get_by_role("link").first
    before = tile.locator("path").evaluate("p => getComputedStyle(p).stroke")
    tile.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    focused = tile.locator("path").evaluate("p => getComputedStyle(p).stroke")
    page.keyboard.press("Enter")
    page.wait_for_url(site + "orte/stadtbezirk-1/")

    assert focused != before


def test_tiles_are_large_enough_and_say_what_there_is(page: Page, site: str) -> None:
    page.goto(site + "orte/")
    links = page.get_by_role("group", name="Karte der Orte").get_by_role("link")
    boxes = [link.bounding_box() for link in links.all()]

    assert len(boxes) == 3
    assert all(box and min(box["width"], box["height"]) >= 24 for box in boxes)
    name = links.first.get_attribute("aria-label") or ""
    assert name.startswith("1 Altstadt")
    assert "1 Welcome Point (in Betrieb)" in name


def test_the_list_beside_the_map_has_the_same_links(page: Page, site: str) -> None:
    page.goto(site + "orte/")
    hrefs = "links => links.map(link => link.getAttribute('href'))"
    tiles = page.locator(".ortskarte a").evaluate_all(hrefs)
    listed = page.locator(".bezirk h3 a").evaluate_all(hrefs)

    assert tiles == listed


@pytest.mark.parametrize(
    "kind",
    ["orte/", "orte/stadtbezirk-1/", "orte/stadtteil-012-nordviertel/", "orte/stadtbezirk-3/",
     "welcome-points/welcome-point-kanalstrasse/", "welcome-points/welcome-point-alt/"],
)  # fmt: skip
def test_nothing_is_wrong_with_pages_of_places(kind: str, page: Page, site: str) -> None:
    wrong: list[str] = []
    page.on("console", lambda m: wrong.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.clock.install(time="2026-11-24T10:30:00+01:00")
    page.goto(site + kind)
    found = Axe().run(page, context="#inhalt").response["violations"]

    assert [(v["id"], [n["target"] for n in v["nodes"]][:3]) for v in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]
    assert wrong == []


def test_from_the_start_page_to_the_nearest_welcome_point_in_two_clicks(
    page: Page, site: str
) -> None:
    page.goto(site)
    if page.viewport_size["width"] < 600:
        page.get_by_role("button", name="Menü").click()
    page.get_by_role("banner").get_by_role("link", name="Orte").click()
    page.get_by_role("link", name="Nordviertel", exact=True).click()
    shown = page.get_by_role("region", name="Welcome Points").inner_text()

    assert "Nur für diesen Ort ist keiner eingetragen" in shown
    assert "Stadtbezirk 1" in shown
    assert "Kanalstraße 12" in shown
    assert "Mo–Do 9–17 Uhr, Fr 9–13 Uhr" in shown


def test_a_place_without_anything_says_so_and_names_the_next(page: Page, site: str) -> None:
    page.goto(site + "orte/stadtbezirk-2/")
    shown = page.locator(".ort").inner_text()

    assert "In der Nähe, zuständig für Stadtbezirk 1" in shown
    assert "Von hier ist noch kein Anliegen eingetragen." in shown


# --- open now ------------------------------------------------------------------------------------


def now(page: Page, site: str, moment: str, point: str = "welcome-point-kanalstrasse") -> str:
    page.clock.install(time=moment)
    page.goto(f"{site}welcome-points/{point}/")
    return page.locator(".punkt-paar .offen-jetzt").inner_text()


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-11-24T10:30:00+01:00", "Jetzt geöffnet, bis 17 Uhr."),
        ("2026-11-24T16:59:00+01:00", "Jetzt geöffnet, bis 17 Uhr."),
        ("2026-11-24T17:00:00+01:00", "Jetzt geschlossen. Öffnet morgen um 9 Uhr."),
        ("2026-11-24T06:00:00+01:00", "Jetzt geschlossen. Öffnet heute um 9 Uhr."),
        ("2026-11-27T14:00:00+01:00", "Jetzt geschlossen. Öffnet am Montag um 9 Uhr."),
        ("2026-12-23T18:00:00+01:00", "Jetzt geschlossen."),  # tomorrow is Christmas Eve
        ("2026-12-25T10:00:00+01:00", ""),
        ("2027-11-23T10:00:00+01:00", ""),  # the page is too old to know
        ("2026-11-24T09:30:00+09:00", "Jetzt geschlossen. Öffnet heute um 9 Uhr."),
    ],
)
def test_open_now(moment: str, said: str, browser: Browser, site: str) -> None:
    context = browser.new_context(timezone_id="Asia/Tokyo")
    page = context.new_page()
    shown = now(page, site, moment)
    context.close()

    assert shown.strip() == said


def test_old_hours_are_called_old(page: Page, site: str) -> None:
    said = now(page, site, "2026-11-24T10:30:00+01:00", "welcome-point-alt")

    assert said.strip() == "Nach der Angabe von 2019 jetzt geöffnet. Bitte vorher nachfragen."


def test_without_a_script_the_table_stands_alone(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + "welcome-points/welcome-point-kanalstrasse/")
    table = page.get_by_role("table", name="Öffnungszeiten").inner_text()
    hidden = page.locator(".offen-jetzt").first.is_hidden()
    context.close()

    assert "Dienstag\t9–17 Uhr" in table
    assert hidden


def test_languages_have_names(page: Page, site: str) -> None:
    page.goto(site + "welcome-points/welcome-point-kanalstrasse/")

    assert page.get_by_text("Deutsch, Türkisch, Arabisch", exact=True).is_visible()
