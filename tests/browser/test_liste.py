"""A long list in the browser: filtered, shared, walked back, read without a script."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from support import TODAY, copy_example, wirkspur

LISTE = "anliegen/"
PHONE = {"width": 360, "height": 740}


@pytest.fixture(scope="module")
def lange_liste(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    """The example with sixty more concerns, so that its list has two sheets."""
    root = copy_example(tmp_path_factory.mktemp("liste") / "stadt")
    text = (root / "issues" / "2026-02-nachtbus.md").read_text(encoding="utf-8")
    for n in range(60):
        more = text.replace("Ein Nachtbus ins Nordviertel", f"Bus {n:02}")
        if n % 3 == 0:
            more = more.replace("ort: stadtteil-012-nordviertel", "ort: stadtteil-011-altstadt")
        (root / "issues" / f"2026-02-bus-{n:02}.md").write_text(more, encoding="utf-8")
    done = wirkspur("build", root, "--today", TODAY, "--no-search")
    assert done.returncode == 0, done.stdout + done.stderr
    return serve(root / "build" / "site")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda m: wrong.append(m.text) if m.type in ("error", "warning") else None)
    yield page
    context.close()
    assert wrong == []


def titles(page: Page) -> list[str]:
    return page.locator("#zeilen > li h2").all_inner_texts()


def said(page: Page, text: str) -> None:
    """The count is told, in a place that is read out."""
    expect(page.get_by_role("status").filter(has_text=text)).to_have_text(text)


def test_two_choices_find_what_fits_both(page: Page, lange_liste: str) -> None:
    page.goto(lange_liste + LISTE)
    page.get_by_label("Thema").select_option("verkehr")
    page.get_by_label("Priorität").select_option("hoch")

    said(page, "2 von 66 Anliegen")
    assert sorted(titles(page)) == [
        "Ein Zaun am Spielplatz", "Treppe am Bahnhof: kein Weg für Kinderwagen & Rollstuhl",
    ]  # fmt: skip


def test_an_address_can_be_shared(page: Page, browser: Browser, lange_liste: str) -> None:
    page.goto(lange_liste + LISTE)
    page.get_by_label("Ort", exact=True).select_option("stadtteil-011-altstadt")
    page.get_by_label("Stand").select_option("abgelehnt")
    said(page, "20 von 66 Anliegen")
    other = browser.new_page()
    other.goto(page.url)

    said(other, "20 von 66 Anliegen")
    assert titles(other) == titles(page)
    other.close()


def test_rows_of_later_sheets_lead_to_their_pages(page: Page, lange_liste: str) -> None:
    page.goto(lange_liste + LISTE + "?ort=stadtteil-011-altstadt&status=abgelehnt")
    said(page, "20 von 66 Anliegen")
    page.get_by_role("link", name="Bus 57").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Bus 57")
    assert page.url == f"{lange_liste}anliegen/2026-02-bus-57/"


def test_choices_tell_what_they_would_find_beside_the_others(page: Page, lange_liste: str) -> None:
    page.goto(lange_liste + LISTE + "?prioritaet=hoch")
    said(page, "3 von 66 Anliegen")
    thema = page.get_by_label("Thema").locator("option")

    expect(thema.filter(has_text="Wege")).to_have_text("Wege & Verkehr (2)")
    expect(thema.filter(has_text="Begegnung")).to_have_text("Begegnung (0)")
    expect(thema.filter(has_text="Begegnung")).to_be_disabled()


def test_more_are_shown_when_asked_for(page: Page, lange_liste: str) -> None:
    page.goto(lange_liste + LISTE + "?thema=verkehr")
    said(page, "63 von 66 Anliegen")
    before = len(titles(page))
    page.get_by_role("button", name="Mehr zeigen").click()

    expect(page.locator("#zeilen > li")).to_have_count(2 * before)
    focused = page.evaluate("document.activeElement.closest('li') === zeilen.children[20]")
    assert (before, focused) == (20, True)


def test_back_takes_a_choice_back(page: Page, lange_liste: str) -> None:
    page.goto(lange_liste + LISTE)
    page.get_by_label("Thema").select_option("begegnung")
    said(page, "1 von 66 Anliegen")
    page.get_by_label("Priorität").select_option("niedrig")
    page.wait_for_url("**prioritaet=niedrig")
    page.go_back()
    expect(page.get_by_label("Priorität")).to_have_value("")
    said(page, "1 von 66 Anliegen")
    page.go_back()

    said(page, "66 Anliegen · Blatt 1 von 2")
    assert len(titles(page)) == 50


def test_all_choices_go_at_once(page: Page, lange_liste: str) -> None:
    page.goto(lange_liste + LISTE + "?thema=begegnung&prioritaet=niedrig")
    said(page, "1 von 66 Anliegen")
    page.get_by_role("button", name="Alle Filter zurücksetzen").click()

    said(page, "66 Anliegen · Blatt 1 von 2")
    assert page.url == lange_liste + LISTE


def test_the_longest_waiting_come_first(page: Page, lange_liste: str) -> None:
    page.goto(lange_liste + LISTE + "?status=offen")
    page.get_by_label("Reihenfolge").select_option("wartezeit")
    page.wait_for_url("**folge=wartezeit")

    expect(page.locator("#zeilen > li h2").first).to_contain_text("Treppe am Bahnhof")


def test_what_finds_nothing_says_what_to_do(page: Page, lange_liste: str) -> None:
    page.goto(lange_liste + LISTE + "?thema=begegnung&status=abgelehnt")

    said(page, "0 von 66 Anliegen")
    expect(page.get_by_text("Nehmen Sie einen Filter weg")).to_be_visible()
    assert titles(page) == []


def test_a_link_to_a_choice_that_finds_nothing_does_not_show_everything(
    page: Page, lange_liste: str
) -> None:
    page.goto(lange_liste + LISTE + "?stelle=integrationsausschuss")

    said(page, "0 von 66 Anliegen")
    assert titles(page) == []


def test_the_choices_on_a_phone_open_and_close_by_keyboard(
    browser: Browser, lange_liste: str
) -> None:
    page = browser.new_page(viewport=PHONE)
    page.goto(lange_liste + LISTE)
    expect(page.get_by_label("Thema")).to_be_hidden()
    page.locator("#filter summary").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Thema")).to_be_visible()
    page.keyboard.press("Escape")

    expect(page.get_by_label("Thema")).to_be_hidden()
    expect(page.locator("#filter summary")).to_be_focused()
    page.close()


def test_later_sheets_lead_to_the_choices(browser: Browser, lange_liste: str) -> None:
    page = browser.new_page(viewport=PHONE)
    page.goto(lange_liste + LISTE + "seite/2/")
    page.get_by_role("link", name="Diese Liste filtern und ordnen").click()

    expect(page.get_by_label("Thema")).to_be_visible()
    page.close()


def test_without_javascript_the_list_is_plain_and_whole(browser: Browser, lange_liste: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(lange_liste + LISTE)
    expect(page.locator("#filter")).to_be_hidden()
    first = titles(page)
    page.get_by_role("link", name="Ältere").click()

    assert (len(first), len(titles(page))) == (50, 16)
    context.close()
