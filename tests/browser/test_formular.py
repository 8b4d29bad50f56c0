"""The forms in a real Chromium: by keyboard on a phone, without network, and exact."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from support import TESTS, TODAY, copy_example, wirkspur

from wirkspur.intake.eintrag import kennung, neu
from wirkspur.intake.issue_form import felder
from wirkspur.intake.nachricht import als_eintrag, lesen
from wirkspur.records.aktivitaet import TYPE as AKTIVITAET
from wirkspur.records.anliegen import TYPE as ANLIEGEN
from wirkspur.source import parse
from wirkspur.wording.date_text import guess_date

PHONE = {"width": 360, "height": 740}
FORMS = ("anliegen", "aktivitaet", "schritt", "anfrage-schritt", "aktivitaet-schritt", "wirkung")
MAIL = "Koordination im Amt für Vielfalt, eintrag@musterstadt.example"


@pytest.fixture(scope="module")
def stadt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, whose coordination can be reached by mail."""
    root = copy_example(tmp_path_factory.mktemp("formular") / "stadt")
    file = root / "content/register/stadt.yml"
    text = file.read_text(encoding="utf-8")
    old = "Koordination im Amt für Vielfalt, Rathaus, Zimmer 12"
    file.write_text(text.replace(old, MAIL), encoding="utf-8")
    done = wirkspur("build", root, "--today", TODAY)
    assert done.returncode == 0, done.stdout + done.stderr
    return root


@pytest.fixture(scope="module")
def mitmachen(
    stadt: Path, tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]
) -> str:
    host = tmp_path_factory.mktemp("host")
    (host / "wirkspur").symlink_to(stadt / "build" / "site")
    return serve(host) + "wirkspur/mitmachen/"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=PHONE, locale="de-DE", accept_downloads=True)
    context.clock.install(time=f"{TODAY}T10:00:00")
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda m: wrong.append(m.text) if m.type in ("error", "warning") else None)
    yield page
    assert wrong == []


def weiter(page: Page) -> None:
    page.locator("#formular [type=submit]").click()


def field(page: Page, question: str) -> Locator:
    """The field of the question that is shown."""
    return page.locator(".frage:visible").get_by_label(question)


def answer(page: Page, question: str, text: str) -> None:
    field(page, question).fill(text)
    weiter(page)


def choose(page: Page, label: str) -> None:
    page.locator(".frage:visible").get_by_label(label, exact=True).check()
    weiter(page)


def fill_in(page: Page, problem: str = "Abends ist der Weg dunkel.", title: str = "") -> None:
    """A concern as somebody without umlauts writes it."""
    answer(page, "Worum geht es?", title or "Mehr Licht fuer den Park")
    if title:  # it is asked about once
        weiter(page)
    answer(page, "Was ist das Problem?", problem)
    answer(page, "Und in einem einzigen Satz?", "Der Weg zur Strassenbahn braucht Licht.")
    answer(page, "Was könnte helfen?", "- Lampen\n\n- Buesche schneiden")
    page.get_by_label("Ort", exact=True).select_option("stadtteil-012-nordviertel")
    weiter(page)
    choose(page, "Wege & Verkehr")
    choose(page, "Anliegen")
    choose(page, "Vorschlag")
    choose(page, "hoch")
    choose(page, "Stadt")
    weiter(page)
    choose(page, "Community Connectors")
    answer(page, "Seit wann ist das Anliegen bekannt?", "Maerz 2026")
    weiter(page)
    expect(page.get_by_role("heading", name="Ihr Eintrag")).to_be_focused()


FILE = """\
---
titel: Mehr Licht fuer den Park
kurz: Der Weg zur Strassenbahn braucht Licht.
thema: verkehr
art: anliegen
form: vorschlag
prioritaet: hoch
ort:
  - stadtteil-012-nordviertel
loesungen:
  - Lampen
  - Buesche schneiden
eingebracht: 2026-03
naechster_blick: 2027-01-01
verlauf:
  - datum: 2026-03
    status: eingebracht
    von: connectors
---

Abends ist der Weg dunkel.
"""


def downloaded(page: Page) -> tuple[str, str]:
    with page.expect_download() as download:
        page.get_by_role("link", name="Datei herunterladen").click()
    return download.value.suggested_filename, download.value.path().read_bytes().decode()


# --- the whole way -------------------------------------------------------------------------------


def test_the_download_is_the_file_that_intake_writes(
    page: Page, mitmachen: str, tmp_path: Path
) -> None:
    page.goto(mitmachen + "anliegen/")
    fill_in(page)
    mail = tmp_path / "mail.txt"
    mail.write_text(page.locator("#nachricht").input_value(), encoding="utf-8")
    root = copy_example(tmp_path / "stadt")
    done = wirkspur("intake", mail, root, "--yes", "--today", TODAY)
    name, text = downloaded(page)

    assert done.returncode == 0, done.stdout + done.stderr
    assert (root / "issues" / name).read_text(encoding="utf-8") == text == FILE


def test_the_download_itself_can_be_taken_in(page: Page, mitmachen: str, tmp_path: Path) -> None:
    page.goto(mitmachen + "anliegen/")
    fill_in(page)
    name, text = downloaded(page)
    (tmp_path / "Download (1).md").write_text(text, encoding="utf-8")
    root = copy_example(tmp_path / "stadt")
    done = wirkspur("intake", tmp_path / "Download (1).md", root, "--yes", "--today", TODAY)

    assert done.returncode == 0, done.stdout + done.stderr
    assert (root / "issues" / name).read_text(encoding="utf-8") == text


def test_a_concern_is_brought_in_by_keyboard_alone(page: Page, mitmachen: str) -> None:
    page.goto(mitmachen + "anliegen/")
    keys = page.keyboard

    def until(where: str) -> None:
        """Go on with the Tab key, as far as needed."""
        for _ in range(40):
            keys.press("Tab")
            if page.evaluate("w => document.activeElement.matches(w)", where):
                return
        raise AssertionError(f"The Tab key does not reach {where}.")

    for text in ("Ein Zaun", "Es fehlt ein Zaun.", "Der Zaun fehlt.", "Ein Zaun", "ganze Stadt"):
        until(".frage :is(input, textarea, select)")
        keys.type(text)
        until("[type=submit]")
        keys.press("Enter")
    for _ in ("thema", "art", "form", "prioritaet", "zustaendig", "kontakt", "von"):
        until("[type=radio]")
        keys.press("Space")
        keys.press("Enter")
    for _ in ("eingebracht", "naechster_blick"):  # filled in already
        until("[type=submit]")
        keys.press("Enter")
    expect(page.get_by_role("heading", name="Ihr Eintrag")).to_be_focused()
    until("#weg-post")

    assert "Ein%20Zaun" in (page.locator("#weg-post").get_attribute("href") or "")


def test_nothing_leaves_the_browser(page: Page, mitmachen: str) -> None:
    page.goto(mitmachen + "anliegen/", wait_until="networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    fill_in(page)
    downloaded(page)

    assert [url for url in asked if not url.startswith("blob:")] == []


def test_the_mail_is_prepared_with_the_whole_text(page: Page, mitmachen: str) -> None:
    page.goto(mitmachen + "anliegen/")
    fill_in(page)
    mail = urlsplit(page.locator("#weg-post").get_attribute("href") or "")
    fields = parse_qs(mail.query)

    assert mail.path == "eintrag@musterstadt.example"
    assert fields["subject"] == ["Anliegen: Mehr Licht fuer den Park"]
    assert fields["body"][0].replace("\r\n", "\n") == page.locator("#nachricht").input_value()


def test_without_a_mail_address_another_way_is_named(page: Page, site: str) -> None:
    page.goto(site + "mitmachen/anliegen/")
    fill_in(page)

    expect(page.get_by_role("link", name="E-Mail schreiben")).to_be_hidden()
    expect(page.get_by_text("noch keine E-Mail-Adresse")).to_be_visible()


def test_the_forge_opens_the_file_as_a_new_one(page: Page, mitmachen: str) -> None:
    page.goto(mitmachen + "anliegen/")
    fill_in(page)
    link = page.locator("#weg-schmiede").get_attribute("href") or ""

    assert link.startswith("https://git.example.org/musterstadt/wirkspur/_new/main/issues?")
    fields = parse_qs(urlsplit(link).query)
    assert fields == {"filename": ["2026-03-mehr-licht-fuer-den-park.md"], "value": [FILE]}


def test_an_entry_too_long_for_a_link_falls_back_to_the_file(page: Page, mitmachen: str) -> None:
    page.goto(mitmachen + "anliegen/")
    fill_in(page, problem="Der Weg ist dunkel. " * 400)

    assert "value=" not in (page.locator("#weg-schmiede").get_attribute("href") or "")
    expect(page.get_by_text("zu lang für einen Link")).to_be_visible()
    assert len(downloaded(page)[1]) > 8000


def test_copying_gives_the_text(page: Page, mitmachen: str, context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(mitmachen + "anliegen/")
    fill_in(page)
    page.get_by_role("button", name="Text kopieren").click()

    expect(page.locator("#kopiert")).to_have_text("Kopiert.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.replace("\r\n", "\n") == page.locator("#nachricht").input_value()


def test_back_in_the_browser_is_back_to_the_question_before(page: Page, mitmachen: str) -> None:
    page.goto(mitmachen + "anliegen/")
    answer(page, "Worum geht es?", "Ein Zaun")
    expect(field(page, "Was ist das Problem?")).to_be_visible()
    page.go_back()

    expect(field(page, "Worum geht es?")).to_have_value("Ein Zaun")


def test_an_answer_can_be_changed_at_the_end(page: Page, mitmachen: str) -> None:
    page.goto(mitmachen + "anliegen/")
    fill_in(page)
    page.get_by_role("button", name="Ändern Worum geht es?").click()

    expect(field(page, "Worum geht es?")).to_be_visible()


def test_the_issue_form_makes_the_same_file_of_the_same_answers(page: Page, mitmachen: str) -> None:
    page.goto(mitmachen + "anliegen/")
    both = {
        "kurz": "Der „Zaun“ fehlt.", "koerper": "Kinder laufen\n\n- hinaus.", "thema": "verkehr",
        "art": "frage", "form": "vorschlag", "prioritaet": "mittel", "ort": ["stadtweit"],
        "loesungen": ["Ein Zaun", "# Bänke"],
    }  # fmt: skip
    here = both | {
        "titel": "Ein: Zaun", "zustaendig": "stadt", "verlauf.0.von": "dritte",
        "eingebracht": TODAY, "naechster_blick": "2027-01-01",
    }  # fmt: skip
    ((_, _, file, _),) = page.evaluate(MADE, [[here], ["koerper"]])
    there = felder("Ein: Zaun", date.fromisoformat(TODAY), both | {"von": "dritte"})

    assert neu(ANLIEGEN, *there) == file


# --- steps and effects ---------------------------------------------------------------------------


def test_a_step_is_added_to_the_concern_named_in_the_address(
    page: Page, mitmachen: str, tmp_path: Path
) -> None:
    page.goto(mitmachen + "schritt/?zu=2026-05-treppe-am-bahnhof")
    expect(field(page, "Um welches Anliegen geht es?")).to_have_value(
        "Treppe am Bahnhof: kein Weg für Kinderwagen & Rollstuhl [2026-05-treppe-am-bahnhof]"
    )
    weiter(page)
    weiter(page)
    field(page, "Was ist jetzt der Stand?").select_option("in_pruefung")
    weiter(page)
    choose(page, "Stadtverwaltung")
    answer(page, "Was ist geschehen?", "Das Amt prüft den Bau.\n\nEs fragt die Bahn.")
    weiter(page)
    weiter(page)
    _, text = downloaded(page)
    mail = tmp_path / "schritt.txt"
    mail.write_text(text, encoding="utf-8")
    root = copy_example(tmp_path / "stadt")
    done = wirkspur("intake", mail, root, "--yes", "--today", TODAY)

    assert done.returncode == 0, done.stdout + done.stderr
    raw = (root / "issues/2026-05-treppe-am-bahnhof.md").read_bytes()
    step = (parse("issues/x.md", raw).fields() or {})["verlauf"][-1]
    assert step == {
        "datum": TODAY,
        "status": "in_pruefung",
        "von": "verwaltung",
        "text": "Das Amt prüft den Bau. Es fragt die Bahn.",
    }


def test_what_the_city_says_to_its_own_request_is_added_there(
    page: Page, mitmachen: str, tmp_path: Path
) -> None:
    page.goto(mitmachen + "anfrage-schritt/?zu=2026-08-flyer-durchsehen")
    weiter(page)
    weiter(page)
    choose(page, "zurückgemeldet")
    choose(page, "Stadtverwaltung")
    answer(page, "Was ist geschehen?", "Der Flyer ist neu geschrieben.")
    weiter(page)
    weiter(page)
    mail = tmp_path / "schritt.txt"
    mail.write_text(downloaded(page)[1], encoding="utf-8")
    root = copy_example(tmp_path / "stadt")
    done = wirkspur("intake", mail, root, "--yes", "--today", TODAY)

    assert done.returncode == 0, done.stdout + done.stderr
    raw = (root / "content/anfragen/2026-08-flyer-durchsehen.md").read_bytes()
    assert (parse("x.md", raw).fields() or {})["verlauf"][-1] == {
        "datum": TODAY,
        "status": "zurueckgemeldet",
        "von": "verwaltung",
        "text": "Der Flyer ist neu geschrieben.",
    }


def test_a_refusal_needs_its_reason(page: Page, mitmachen: str) -> None:
    page.goto(mitmachen + "schritt/?zu=2026-02-nachtbus")
    weiter(page)
    weiter(page)
    field(page, "Was ist jetzt der Stand?").select_option("abgelehnt")
    weiter(page)
    choose(page, "Stadtverwaltung")
    weiter(page)

    expect(page.locator("#fehler-text")).to_have_text("Hier fehlt „Text“.")


def test_an_effect_without_evidence_says_why(page: Page, mitmachen: str) -> None:
    page.goto(mitmachen + "wirkung/?zu=2025-03-formulare-verstehen")
    weiter(page)
    weiter(page)
    choose(page, "Community Connectors")
    choose(page, "etwas Wirkung")
    choose(page, "Zusammenhang unklar")
    answer(page, "Was hat sich geändert?", "Es gibt mehr Rückfragen.")
    weiter(page)

    expect(field(page, "Warum gibt es keinen Beleg?")).to_be_visible()


# --- mistakes ------------------------------------------------------------------------------------


def test_a_mistake_is_said_at_the_field_and_has_the_focus(page: Page, mitmachen: str) -> None:
    page.goto(mitmachen + "anliegen/")
    weiter(page)
    titel = field(page, "Worum geht es?")

    expect(titel).to_be_focused()
    expect(titel).to_have_attribute("aria-invalid", "true")
    expect(titel).to_have_accessible_description(
        "Eine kurze Überschrift. Ein paar Wörter genügen. Hier fehlt „Titel“."
    )


def test_a_text_too_long_is_said_in_the_words_of_the_gate(page: Page, mitmachen: str) -> None:
    page.goto(mitmachen + "anliegen/")
    field(page, "Worum geht es?").fill("x" * 130)
    field(page, "Worum geht es?").blur()

    expect(page.locator("#fehler-titel")).to_have_text(
        "Der Text bei „Titel“ hat 130 Zeichen, erlaubt sind 120. Bitte kürzen."
    )


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("30.2.2026", "„2026-02-30“ gibt es nicht. Der Februar 2026 hat die Tage 1 bis 28."),
        ("bald", "„bald“ ist bei „Datum“ nicht als Datum zu lesen."),
        ("5.13.2026", "Einen Monat 13 gibt es nicht."),
        ("1.1.1850", "Das Jahr „1850“ kann nicht stimmen."),
    ],
)  # fmt: skip
def test_an_impossible_date_is_said_in_the_words_of_the_gate(
    page: Page, mitmachen: str, typed: str, said: str
) -> None:
    page.goto(mitmachen + "schritt/?zu=2026-02-nachtbus")
    weiter(page)
    answer(page, "Wann war das?", typed)

    expect(page.locator("#fehler-datum")).to_contain_text(said)


DATES = [
    "5.3.2026", "05.03.26", "2026-03-05", "2026-03", "2026", "3.2026", "03/2026", "5. März 2026",
    "5. Maerz 2026", "märz 2026", "Mrz 2026", "am 5.3.2026", "5 . 3 . 2026", "٥.٣.٢٠٢٦", "31.12.99",
    "bald", "2026-3-5", "5/3/2026", "Dezember 2026", "1. Foo 2026", "5.3.2026.", "12",
]  # fmt: skip


def test_dates_are_understood_as_the_gate_understands_them(page: Page, mitmachen: str) -> None:
    page.goto(mitmachen + "anliegen/")
    script = """dates => dates.map(text => {
        const monate = JSON.parse(document.getElementById("formular").dataset.daten).monate;
        const d = wirkspurEintrag.datum(text, monate);
        return d && wirkspurEintrag.iso(d);
    })"""
    understood = dict(zip(DATES, page.evaluate(script, DATES), strict=True))
    wrong = {
        text: (iso, str(guess_date(text))) for text, iso in understood.items()
        if iso is not None and iso != str(guess_date(text))
    }  # fmt: skip

    assert wrong == {}
    assert [t for t, iso in understood.items() if not iso] == [
        "Mrz 2026",
        "bald",
        "1. Foo 2026",
        "12",
    ]


# --- private things ------------------------------------------------------------------------------


def test_private_things_are_asked_about_at_once(page: Page, mitmachen: str) -> None:
    page.goto(mitmachen + "anliegen/")
    answer(page, "Worum geht es?", "Frau Wunderlich braucht einen Zaun")

    expect(page.locator("#warnung-titel")).to_contain_text("Der Name einer Person")
    expect(field(page, "Worum geht es?")).to_be_visible()


def test_sending_waits_until_somebody_has_looked(page: Page, mitmachen: str) -> None:
    page.goto(mitmachen + "anliegen/")
    fill_in(page, title="Anruf bei 0171 3920012")

    expect(page.get_by_role("heading", name="So geben Sie den Eintrag ab")).to_be_hidden()
    expect(page.locator("#privat li")).to_contain_text("Eine Telefonnummer")
    page.get_by_label("Ich habe nachgesehen").check()
    expect(page.get_by_role("heading", name="So geben Sie den Eintrag ab")).to_be_visible()


def flagged(page: Page, lines: list[str]) -> list[list[str]]:
    script = """lines => lines.map(line => wirkspurEintrag.privat(line,
        JSON.parse(document.getElementById("formular").dataset.daten).kontakte))"""
    return list(page.evaluate(script, lines))


def test_harmless_lines_are_not_held_against_anybody(page: Page, mitmachen: str) -> None:
    page.goto(mitmachen + "anliegen/")
    lines = (TESTS / "privat/harmlos.txt").read_text(encoding="utf-8").split("\n")[1:]
    found = zip(lines, flagged(page, lines), strict=True)

    # The gate knows from the place that this one is an institution's; the form has no such places.
    assert {line: arts for line, arts in found if arts} == {
        "Telefon 030 23125 108, info@musterstadt.example": ["tel"]
    }


SOME = {"mail": 0.9, "tel": 0.8, "iban": 1, "name": 0.45, "anschrift": 0.6, "geburt": 0.6}
"""How much of what the gate finds the form must find, too; the gate finds all of it."""


def test_simple_cases_of_what_the_gate_finds_are_noticed(page: Page, mitmachen: str) -> None:
    page.goto(mitmachen + "anliegen/")
    lines = (TESTS / "privat/funde.txt").read_text(encoding="utf-8").split("\n")[3:]
    bare = [re.sub(r"\[\[\w+\??:([^\]]*)\]\]", r"\1", line) for line in lines]
    total: dict[str, int] = dict.fromkeys(SOME, 0)
    noticed = dict(total)
    for line, arts in zip(lines, flagged(page, bare), strict=True):
        for art in set(re.findall(r"\[\[(\w+):", line)) & SOME.keys():
            total[art] += 1
            noticed[art] += art in arts
    share = {art: noticed[art] / total[art] for art in SOME}

    assert {art: part for art, part in share.items() if part < SOME[art]} == {}


def test_the_public_address_of_an_institution_is_no_private_one(page: Page, mitmachen: str) -> None:
    page.goto(mitmachen + "anliegen/")

    assert flagged(page, ["info@musterstadt.example", "030 23125 100", "a@b.example"]) == [
        [], [], ["mail"],
    ]  # fmt: skip


# --- the draft -----------------------------------------------------------------------------------


def test_the_draft_survives_a_reload(page: Page, mitmachen: str) -> None:
    page.goto(mitmachen + "anliegen/")
    answer(page, "Worum geht es?", "Ein Zaun")
    field(page, "Was ist das Problem?").fill("Es fehlt")
    page.reload()

    expect(field(page, "Was ist das Problem?")).to_have_value("Es fehlt")
    expect(page.get_by_text("Ihr Entwurf ist wieder da.")).to_be_visible()


def draft(page: Page) -> Any:
    return page.evaluate("localStorage.getItem('wirkspur-entwurf-anliegen')")


def test_the_draft_can_be_deleted(page: Page, mitmachen: str) -> None:
    page.goto(mitmachen + "anliegen/")
    field(page, "Worum geht es?").fill("Ein Zaun")
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Entwurf löschen").click()

    assert draft(page) is None
    expect(field(page, "Worum geht es?")).to_have_value("")
    expect(page.get_by_text("Der Entwurf auf diesem Gerät ist gelöscht.")).to_be_visible()


def test_the_draft_is_deleted_once_the_entry_is_handed_in(page: Page, mitmachen: str) -> None:
    page.goto(mitmachen + "anliegen/")
    fill_in(page)
    assert draft(page)
    downloaded(page)

    assert draft(page) is None


def test_an_old_draft_is_forgotten(page: Page, mitmachen: str, context: BrowserContext) -> None:
    page.goto(mitmachen + "anliegen/")
    field(page, "Worum geht es?").fill("Ein Zaun")
    context.clock.set_system_time("2026-12-30T10:00:00")
    page.reload()

    expect(field(page, "Worum geht es?")).to_have_value("")
    assert draft(page) is None


# --- everybody -----------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMS)
def test_without_javascript_the_whole_form_is_there(
    browser: Browser, mitmachen: str, form: str
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(f"{mitmachen}{form}/")
    asked = page.locator(".frage")

    assert asked.count() > 6
    assert all(asked.nth(n).is_visible() for n in range(asked.count()))
    expect(page.get_by_text("von Hand ausfüllen")).to_be_visible()
    context.close()


def test_paper_has_every_question_wherever_one_was(page: Page, mitmachen: str) -> None:
    page.goto(mitmachen + "anliegen/")
    field(page, "Worum geht es?").fill("Licht im Park")
    weiter(page)
    page.emulate_media(media="print")
    asked = page.locator(".frage")

    assert asked.count() > 6
    assert all(asked.nth(n).is_visible() for n in range(asked.count()))
    assert page.get_by_text("Bitte nennen Sie keine Namen").is_visible()


def test_without_javascript_enter_sends_nothing(browser: Browser, mitmachen: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(mitmachen + "anliegen/")
    field(page, "Worum geht es?").fill("Geheim")
    page.keyboard.press("Enter")
    page.wait_for_timeout(200)

    assert page.url == mitmachen + "anliegen/"
    context.close()


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_on_any_question(
    page: Page, mitmachen: str, form: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(f"{mitmachen}{form}/")
    weiter(page)  # with a mistake
    found = Axe().run(page, options={"rules": {"target-size": {"enabled": True}}})

    assert [rule["id"] for rule in found.response["violations"]] == []
    # All questions at once: the same fields as one after the other.
    page.evaluate("document.querySelectorAll('.frage').forEach(e => { e.hidden = false })")
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    found = Axe().run(page)
    assert [rule["id"] for rule in found.response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_axe_finds_nothing_at_the_end(page: Page, mitmachen: str) -> None:
    page.goto(mitmachen + "anliegen/")
    fill_in(page, title="Anruf bei 0171 3920012")
    page.get_by_label("Ich habe nachgesehen").check()
    found = Axe().run(page, options={"rules": {"target-size": {"enabled": True}}})

    assert [rule["id"] for rule in found.response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


# --- exact, whatever is written ------------------------------------------------------------------

signs = st.one_of(
    st.sampled_from(list("abcÄöüß \n\t'\"„“‚‘’»«#:-?!&*[]{}>|%@`,.•¦=\\~0123\r")),
    st.characters(codec="utf-8"),
)
words = st.text(signs, min_size=0, max_size=40)
tricky = st.sampled_from([
    "---", "... ja", "- a", ": b", "a: b", "a #b", "== Ende: 00000000 ==", "nein", "01067", "-",
    "\ufeffx", "• Ort: x", "¦ x", "a\u2028b", "a\x85b", "\ud7ff", "x:", "?", "&amp; &quot;", "> a",
    "<b>x</b>",
])  # fmt: skip
texts = st.one_of(words, tricky).map(lambda text: text + "x")
concerns = st.fixed_dictionaries(
    {
        "titel": texts, "kurz": texts, "koerper": texts, "loesungen": st.lists(texts, max_size=3),
        "ort": st.just(["stadtweit", "stadtteil-012-nordviertel"]), "thema": st.just("verkehr"),
        "art": st.just("anliegen"), "form": st.just("forderung"), "prioritaet": st.just("hoch"),
        "zustaendig": st.sampled_from(["land", "stadt"]), "zustaendig_wer": texts,
        "verlauf.0.von": st.just("dritte"), "eingebracht": st.just("2026-11"),
        "naechster_blick": st.just("2027-01-01"),
    }
)  # fmt: skip
MADE = """([cases, blocks]) => {
    const E = wirkspurEintrag;
    const daten = JSON.parse(document.getElementById("formular").dataset.daten);
    return cases.map(given => {
        const werte = Object.fromEntries(Object.entries(given).map(([feld, wert]) => [feld,
            Array.isArray(wert) ? wert.map(E.zeile)
                : blocks.includes(feld) ? E.absatz(wert) : E.zeile(wert)]));
        return [werte, E.nachricht(daten, werte, "2026-11-22"),
            E.datei(daten, werte, "2026-11-22"), E.kennung(werte.titel, "2026-11")];
    });
}"""


def many(strategy: st.SearchStrategy[Any], count: int) -> list[Any]:
    """So many examples of a strategy, always the same."""
    cases: list[Any] = []

    @settings(
        max_examples=count,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def take(case: Any) -> None:
        cases.append(case)

    take()
    return cases


def test_every_text_comes_through_the_mail_into_the_same_file(page: Page, mitmachen: str) -> None:
    page.goto(mitmachen + "anliegen/")
    for werte, text, file, name in page.evaluate(MADE, [many(concerns, 400), ["koerper"]]):
        (nachricht,) = lesen(text.encode())
        gelesen = als_eintrag(nachricht, ANLIEGEN)

        assert nachricht.heil, text
        assert not gelesen.unklar
        assert neu(ANLIEGEN, gelesen.felder, gelesen.koerper) == file
        assert gelesen.felder["titel"] == werte["titel"]
        assert kennung(werte["titel"], "2026-11", set()) == name


activities = st.fixed_dictionaries(
    {
        "titel": texts, "kurz": texts, "koerper": texts, "partner": st.lists(texts, max_size=2),
        "ort": st.just(["stadtweit"]), "art": st.just("abend"), "personen": st.just("2"),
        "verlauf.0.status": st.just("geplant"), "verlauf.0.von": st.just("connectors"),
        "termine.0.beginn": st.just("2026-12-05 18:00"),
        "termine.0.treffpunkt": texts, "sprachen": st.just(["de", "tr"]),
        "kostenlos": st.just("ja"), "welcome_point": st.just("welcome-point-marktplatz"),
    }
)  # fmt: skip


def test_an_activity_comes_through_the_mail_into_the_same_file(page: Page, mitmachen: str) -> None:
    page.goto(mitmachen + "aktivitaet/")
    for _, text, file, _ in page.evaluate(MADE, [many(activities, 100), ["koerper"]]):
        (nachricht,) = lesen(text.encode())
        gelesen = als_eintrag(nachricht, AKTIVITAET)

        assert nachricht.heil, text
        assert not gelesen.unklar
        assert neu(AKTIVITAET, gelesen.felder, gelesen.koerper) == file
