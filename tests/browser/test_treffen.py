"""Meetings, dates and following in a real browser, by clicking from the start page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from support import TODAY, wirkspur

PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 800}
MINUTES = "treffen/2026-09-10-entscheidungsgremium/"


@pytest.fixture
def desk(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=DESK)
    yield context.new_page()
    context.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE)
    yield context.new_page()
    context.close()


def menu(page: Page, name: str) -> None:
    page.get_by_role("navigation", name="Hauptmenü").get_by_role("link", name=name).click()


def test_from_the_start_page_to_how_the_speakers_were_decided(desk: Page, site: str) -> None:
    desk.goto(site)
    menu(desk, "Treffen")
    desk.get_by_role("link", name="Zwei Sprecher:innen halten den Kontakt").first.click()

    decision = desk.get_by_role("region", name="Zwei Sprecher:innen halten den Kontakt").first
    expect(decision).to_be_in_viewport()
    expect(decision).to_contain_text("Methode: einfache Mehrheit.")
    expect(decision).to_contain_text("7 Ja sind mehr als 0 Nein: Der Vorschlag ist angenommen.")
    expect(decision).to_contain_text("2027")


def test_sums_shown_are_enough_to_compute_the_result_again(desk: Page, site: str) -> None:
    desk.goto(site + MINUTES)
    rows = desk.get_by_role("region", name="Zahlen: Die Gruppe trifft sich").locator("tbody tr")
    cells = [row.locator("th, td").all_inner_texts() for row in rows.all()]

    full = 9 * 10  # nine people, at most ten points each: both stand in the sentences below
    expect(desk.get_by_text("Mehr als 9 × 10 = 90 geht nicht.")).to_be_visible()
    for name, resistance, _, acceptance, _ in cells:
        share = f"{100 * (full - int(resistance)) / full:.1f}".replace(".", ",")
        assert acceptance.replace("\xa0", " ") == f"{share} %", name
    assert min(cells, key=lambda row: int(row[1]))[0] == "Bürgerhaus"


def test_bars_are_as_long_as_the_sums_say(phone: Page, site: str) -> None:
    phone.goto(site + MINUTES)
    lengths = phone.locator("svg.bild").first.evaluate(
        """svg => { const track = svg.querySelector('.bahn').getBoundingClientRect().width;
        return [...svg.querySelectorAll('.teil')].map(bar =>
          Math.round(90 * bar.getBoundingClientRect().width / track)) }"""
    )

    assert lengths == [23, 25, 60]


def test_words_of_the_bars_do_not_run_into_each_other(phone: Page, site: str) -> None:
    phone.set_viewport_size({"width": 320, "height": 740})
    phone.goto(site + MINUTES)
    overlaps = phone.evaluate(
        """() => [...document.querySelectorAll('svg.bild')].flatMap(svg => {
        const boxes = [...svg.querySelectorAll('text')].map(t => t.getBoundingClientRect());
        return boxes.flatMap((a, i) => boxes.slice(i + 1).filter(b => a.left < b.right &&
          b.left < a.right && a.top < b.bottom - 1 && b.top < a.bottom - 1)); })"""
    )

    assert overlaps == []


def test_refusal_carries_another_sign_than_a_yes(example: Path, browser: Browser) -> None:
    minutes = example / "content" / "protokolle" / "2025-03-20-gruendung.md"
    text = minutes.read_text(encoding="utf-8")
    assert "ergebnis: angenommen\n    pruefen_am: 2027-01\nschritte:" in text
    refused = text.replace("angenommen\n    pruefen_am: 2027-01\nschritte:", "abgelehnt\nschritte:")
    minutes.write_text(refused, encoding="utf-8")
    assert wirkspur("build", example, "--today", TODAY).returncode == 0
    page = browser.new_page()
    page.goto((example / "build" / "site" / "treffen" / "index.html").as_uri())
    refusal, yes = (
        page.locator(".beschluss-karte", has_text=name).locator(".beschluss-ergebnis use")
        for name in ("Drei Moderator:innen", "Zwei Sprecher:innen")
    )
    signs = [refusal.get_attribute("href"), yes.get_attribute("href")]
    page.close()

    assert signs == ["#z-beendet", "#z-beschluss"]


def test_from_a_decision_to_what_it_is_about_and_back(desk: Page, site: str) -> None:
    desk.goto(site + MINUTES)
    decision = desk.get_by_role("region", name="Die Gruppe trifft sich künftig").first
    decision.get_by_role("link", name="Ein Raum für unsere Treffen").click()
    expect(desk).to_have_url(site + "anliegen/2026-09-raum-fuer-treffen/")
    desk.get_by_role("link", name="Wie wurde entschieden?").first.click()

    expect(desk).to_have_url(site + MINUTES + "#2026-09-raum")


def test_from_the_start_page_to_the_next_activity(desk: Page, site: str) -> None:
    desk.goto(site)
    menu(desk, "Aktivitäten")
    date = desk.get_by_role("region", name="Nächste Termine").get_by_role("listitem").first

    expect(date).to_contain_text("Samstag, 5. Dezember 2026, 14:00 Uhr")
    expect(date).to_contain_text("teilweise barrierefrei")
    address = date.get_by_role("link", name="In meinen Kalender").get_attribute("href")
    assert desk.request.get(desk.url + str(address)).text().startswith("BEGIN:VCALENDAR")


def test_month_is_a_table_on_a_desk(desk: Page, site: str) -> None:
    desk.goto(site + "aktivitaeten/")
    table = desk.get_by_role("table", name="Dezember 2026")

    expect(table.get_by_role("columnheader").first).to_be_visible()
    assert table.locator("td:visible").count() == 35
    expect(table.get_by_role("link", name="Rundgang")).to_be_visible()


def test_month_is_a_list_of_its_days_on_a_phone(phone: Page, site: str) -> None:
    phone.goto(site + "aktivitaeten/")

    assert phone.locator(".monat >> nth=0").locator("td:visible").all_inner_texts() == [
        "Samstag, 5.\n14:00 Rundgang durch das Nordviertel"
    ]


def test_feed_address_can_be_copied(browser: Browser, site: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(site + "folgen/")
    page.get_by_role("button", name=re.compile("Kopieren der Adresse.*Stadtbezirk 1")).click()
    expect(page.get_by_role("status").filter(has_text="kopiert")).to_be_visible()

    copied = page.evaluate("navigator.clipboard.readText()")
    context.close()
    assert copied == "https://wirkspur.example.org/musterstadt/feeds/ort/stadtbezirk-1.xml"


def test_every_feed_and_calendar_that_is_offered_is_there(desk: Page, site: str) -> None:
    desk.goto(site + "folgen/")
    links = desk.locator("main a, #inhalt a").evaluate_all("all => all.map(a => a.href)")
    files = {link for link in links if link.endswith((".xml", ".ics")) and link.startswith("http")}

    assert len(files) > 5
    assert [f for f in files if desk.request.get(f).status != 200] == []


def test_following_works_without_javascript(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + "folgen/")
    address = page.get_by_label("Adresse für alles Neue").input_value()
    buttons = page.get_by_role("button", name="kopieren").count()
    context.close()

    assert address == "https://wirkspur.example.org/musterstadt/feeds/alle.xml"
    assert buttons == 0
