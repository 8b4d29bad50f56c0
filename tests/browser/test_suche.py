"""The search in the browser, over an index that Pagefind really made."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from support import TODAY, copy_example, wirkspur

TREE = """---
titel: Schatten auf dem Marktplatz
kurz: Auf dem Platz fehlt ein Baum. Im Sommer ist es zu heiß.
thema: begegnung
art: anliegen
form: vorschlag
prioritaet: mittel
ort: stadtteil-011-altstadt
eingebracht: 2026-11-16
naechster_blick: 2026-12-10
verlauf:
  - datum: 2026-11-16
    status: eingebracht
    von: connectors
---
"""


@pytest.fixture(scope="module")
def stadt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with a concern about one tree, built."""
    root = copy_example(tmp_path_factory.mktemp("suche") / "stadt")
    (root / "issues" / "2026-11-schatten.md").write_text(TREE, encoding="utf-8")
    done = wirkspur("build", root, "--today", TODAY)
    assert done.returncode == 0, done.stdout + done.stderr
    return root


@pytest.fixture(scope="module")
def site(
    stadt: Path, tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]
) -> str:
    """It lies in a folder of its host, as on a forge."""
    host = tmp_path_factory.mktemp("host")
    (host / "wirkspur").symlink_to(stadt / "build" / "site")
    return serve(host) + "wirkspur/"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda m: wrong.append(m.text) if m.type in ("error", "warning") else None)
    yield page
    context.close()
    assert wrong == []


def search(page: Page, word: str) -> None:
    page.get_by_role("searchbox").fill(word)
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text(f"„{word}“")


def found(page: Page) -> list[str]:
    return page.locator(".treffer h2").all_inner_texts()


def test_many_trees_find_one_tree(page: Page, site: str) -> None:
    page.goto(site + "suche/")
    search(page, "Bäume")

    expect(page.get_by_role("status")).to_have_text("1 Treffer für „Bäume“")
    assert found(page) == ["Schatten auf dem Marktplatz"]


def test_a_result_says_what_it_is_and_why_it_was_found(page: Page, site: str) -> None:
    page.goto(site + "suche/?q=Bäume")
    result = page.locator(".treffer > li").first

    expect(result.locator(".marke")).to_have_text("Anliegen")
    expect(result.locator(".status")).to_have_text("eingebracht")
    expect(result.locator("mark")).to_have_text("Baum.")
    expect(result.locator(".such-auszug")).to_contain_text("Auf dem Platz fehlt ein Baum.")


def test_a_result_leads_to_its_page(page: Page, site: str) -> None:
    page.goto(site + "suche/?q=Bäume")
    page.get_by_role("link", name="Schatten auf dem Marktplatz").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Schatten auf dem Marktplatz")


def test_words_that_are_everywhere_do_not_hinder(page: Page, site: str) -> None:
    page.goto(site + "suche/")
    search(page, "ein Baum auf dem Platz")

    assert found(page) == ["Schatten auf dem Marktplatz"]


def test_words_that_are_everywhere_find_nothing_but_advice(page: Page, site: str) -> None:
    page.goto(site + "suche/")
    search(page, "und die")

    expect(page.get_by_role("status")).to_contain_text("suchen Sie ein anderes Wort")


@pytest.mark.parametrize("word", ["Quastenflosser", "xyzqq", "Treppenlift", "Kinderarzt"])
def test_what_is_not_there_is_said(word: str, page: Page, site: str) -> None:
    page.goto(site + "suche/")
    search(page, word)

    expect(page.get_by_role("status")).to_contain_text("Kein Treffer")


def test_one_kind_can_be_chosen_and_back_takes_it_back(page: Page, site: str) -> None:
    page.goto(site + "suche/?q=Nordviertel")
    every = page.get_by_role("status").filter(has_text="Treffer")
    expect(every).to_be_visible()
    text = every.inner_text()
    page.get_by_label("Orte").check()

    expect(page.get_by_role("status")).not_to_have_text(text)
    assert set(page.locator(".treffer .marke").all_inner_texts()) == {"Ort"}
    page.go_back()
    expect(page.get_by_role("status")).to_have_text(text)
    expect(page.get_by_label("Alles")).to_be_checked()


def test_the_numbers_of_all_kinds_add_up(page: Page, site: str) -> None:
    page.goto(site + "suche/?q=Nordviertel")
    expect(page.get_by_label("Alles")).to_be_visible()
    words = page.locator(".such-arten label:visible span").all_inner_texts()
    every, *kinds = (int(word[word.index("(") + 1 : -1]) for word in words)

    assert every == sum(kinds)
    assert f"Anliegen ({kinds[0]})" == words[1]


@pytest.fixture(scope="module")
def texts(stadt: Path) -> list[str]:
    """What Pagefind has read, page by page."""
    fragments = (stadt / "build/site/pagefind/fragment").iterdir()
    return [gzip.decompress(path.read_bytes()).decode() for path in fragments]


def test_what_stands_on_every_page_is_not_read(texts: list[str]) -> None:
    assert [text for text in texts if "Stand dieser Seite" in text or "keine Zählung" in text] == []


def test_lists_and_rules_of_the_program_are_left_out(texts: list[str]) -> None:
    assert any('"url":"/impressum/"' in text for text in texts)
    assert not any('"url":"/hilfe/' in text or '"url":"/anliegen/"' in text for text in texts)


def test_without_javascript_the_lists_are_named(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + "suche/?q=Bäume")
    expect(page.get_by_text("Die Suche braucht JavaScript")).to_be_visible()
    page.get_by_role("link", name="Anliegen", exact=True).last.click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Anliegen")
    context.close()


def test_nothing_of_pagefind_is_published_that_nobody_asks_for(stadt: Path) -> None:
    names = {path.name for path in (stadt / "build/site/pagefind").iterdir()}

    assert {n for n in names if not n.endswith(".pf_meta")} == {
        "arten.json", "fragment", "index", "pagefind-entry.json", "pagefind.js", "wasm.de.pagefind",
    }  # fmt: skip
