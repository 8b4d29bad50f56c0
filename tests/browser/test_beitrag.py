"""A contribution's page: its trace, its sheet of paper, its text to pass on."""

from __future__ import annotations

import re
import shutil
from base64 import b64encode
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import zxingcpp
from playwright.sync_api import Browser, Page
from support import TODAY, copy_example, wirkspur

PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
SHEETS = [
    "anliegen/2025-03-formulare-verstehen/",
    "anliegen/2026-02-nachtbus/",
    "anliegen/2026-01-ampel/",
    "anfragen/2026-01-umfrage-sprachkurse/",
    "aktivitaeten/2026-06-rundgang-nordviertel/",
    "orte/stadtbezirk-1/",
    "welcome-points/welcome-point-kanalstrasse/",
    "ueber-uns/tandems/tandem-kanal/",
]
SATZ = "Die Zählung an der Straße wurde lange geprüft und mit vielen Menschen besprochen. "
AMPEL = f"""---
titel: Eine Ampel mit langer Grünphase vor der Grundschule an der Hafenstraße und an der Ecke Kanalstraße im Nordviertel
kurz: {(SATZ * 3)[:230].strip()}
thema: verkehr
art: anliegen
form: forderung
prioritaet: hoch
ort: stadtteil-012-nordviertel
eingebracht: 2026-01-12
naechster_blick: 2026-12-10
loesungen: [{SATZ.strip()}, {SATZ.strip()}]
verlauf:
  - datum: 2026-01-12
    status: eingebracht
    von: connectors
    text: {SATZ * 6}
  - datum: 2026-02-02
    status: uebergeben
    von: connectors
    text: {SATZ * 6}
    zugesagt_bis: 2026-04-30
  - datum: 2026-04-27
    status: in_pruefung
    von: verwaltung
    text: {SATZ * 6}
    zugesagt_bis: 2026-07-31
  - datum: 2026-08-03
    status: in_pruefung
    von: verwaltung
    text: {SATZ * 6}
    zugesagt_bis: 2026-10-30
wirkung:
  - datum: 2026-08-10
    stimme: connectors
    urteil: noch_nicht_absehbar
    zurechnung: unklar
    text: {SATZ * 6}
    kein_beleg: Selbst gesehen.
  - datum: 2026-08-11
    stimme: verwaltung
    urteil: noch_nicht_absehbar
    zurechnung: unklar
    text: {SATZ * 6}
    kein_beleg: Selbst gesehen.
---
"""  # noqa: E501, a title as long as titles may be


@pytest.fixture(scope="module")
def ort(built: Path, tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    """The example with one concern whose texts are as long as can be and whose dates moved."""
    root = copy_example(tmp_path_factory.mktemp("beitrag") / "stadt")
    (root / "issues" / "2026-01-ampel.md").write_text(AMPEL, encoding="utf-8")
    shutil.copytree(built.parent / "cache", root / "build" / "cache")
    done = wirkspur("build", root, "--today", TODAY)
    assert done.returncode == 0, done.stdout + done.stderr
    return serve(root / "build" / "site")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=DESK)
    yield context.new_page()
    context.close()


# --- the trace -----------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_the_five_stations_lie_on_one_line_with_their_names(
    size: dict[str, int], page: Page, ort: str
) -> None:
    page.set_viewport_size(size)
    page.goto(ort + "anfragen/2026-01-umfrage-sprachkurse/")
    boxes = [k.bounding_box() for k in page.locator(".spur-leiste .knopf .zeichen").all()]
    names = [n.bounding_box() for n in page.locator(".spur-leiste .name").all()]

    line = {round(b["x" if size is PHONE else "y"]) for b in boxes}
    assert (len(boxes), len(line)) == (5, 1)
    assert all(n["height"] >= 12 and n["x"] + n["width"] <= size["width"] for n in names)


def test_a_link_into_the_trace_leads_to_the_station(page: Page, ort: str) -> None:
    page.goto(ort + "anliegen/2026-01-ampel/")
    page.locator(".spur-leiste").get_by_role("link", name="beantwortet").click()

    assert page.locator("#station-3:target h3").inner_text().startswith("beantwortet")


def test_every_move_of_a_promise_can_be_seen(page: Page, ort: str) -> None:
    page.goto(ort + "anliegen/2026-01-ampel/")

    told = [" ".join(t.split()) for t in page.locator(".station .zusage").all_inner_texts()]
    assert told == [
        "Zugesagt bis 30. April 2026",
        "Zugesagt bis 31. Juli 2026 · zum 1. Mal verschoben, vorher: 30. April 2026",
        "Zugesagt bis 30. Oktober 2026 · zum 2. Mal verschoben, vorher: 31. Juli 2026",
    ]


# --- paper ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("adresse", SHEETS)
def test_a_sheet_is_one_page_of_paper_and_nothing_of_it_is_lost(
    adresse: str, page: Page, ort: str
) -> None:
    page.goto(ort + adresse)
    pdf = page.pdf(format="A4", prefer_css_page_size=True)
    page.set_viewport_size({"width": 673, "height": 1000})  # 178 mm, as wide as the paper lets it
    page.emulate_media(media="print")
    lost = page.locator(".blatt-antworten").evaluate("e => e.scrollHeight - e.clientHeight")

    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
    assert lost <= 1


def test_paper_shows_the_sheet_and_nothing_else(page: Page, ort: str) -> None:
    page.goto(ort + "anliegen/2026-02-nachtbus/")
    on_screen = page.locator(".blatt").is_visible()
    page.emulate_media(media="print")
    shown = page.evaluate("document.body.innerText")

    assert not on_screen
    assert shown.split("\n")[0].startswith("Wirkspur Musterstadt")
    assert "Die Stadt hat gesagt" in shown
    assert not {"Worum geht es?", "Menü", "Etwas stimmt nicht?", "Impressum"} & set(
        map(str.strip, shown.split("\n"))
    )


def test_the_code_on_paper_leads_to_the_page(ort: str, browser: Browser) -> None:
    fine = browser.new_page(viewport={"width": 800, "height": 1400}, device_scale_factor=3)
    fine.goto(ort + "anliegen/2026-01-ampel/")
    fine.emulate_media(media="print", color_scheme="dark")
    png = b64encode(fine.locator(".blatt .qr").screenshot()).decode()
    fine.close()
    blank = browser.new_page()
    grey = blank.evaluate(
        """async png => {
            const image = new Image();
            image.src = "data:image/png;base64," + png;
            await image.decode();
            const canvas = new OffscreenCanvas(image.width, image.height);
            const context = canvas.getContext("2d");
            context.drawImage(image, 0, 0);
            const data = context.getImageData(0, 0, image.width, image.height).data;
            return [image.width, image.height, Array.from(data.filter((_, i) => i % 4 === 0))];
        }""",
        png,
    )
    blank.close()
    width, height, pixels = grey
    found = zxingcpp.read_barcodes(memoryview(bytes(pixels)).cast("B", (height, width)))

    assert [code.text for code in found] == [
        "https://wirkspur.example.org/musterstadt/anliegen/2026-01-ampel/"
    ]


# --- to pass on ----------------------------------------------------------------------------------


def test_the_text_to_pass_on_is_copied_with_one_button(browser: Browser, ort: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(ort + "anliegen/2026-02-nachtbus/")
    page.get_by_text("Zum Weiterleiten").click()
    page.get_by_role("button", name="Text kopieren").click()
    page.get_by_text("kopiert", exact=False).wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    shown = page.get_by_label("Diesen Text können Sie in eine Nachricht kopieren.").input_value()
    context.close()

    assert copied == shown
    assert shown.endswith("https://wirkspur.example.org/musterstadt/anliegen/2026-02-nachtbus/")
    assert len(shown) <= 700


def test_the_text_to_pass_on_is_there_without_a_script(browser: Browser, ort: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(ort + "anliegen/2026-02-nachtbus/")
    page.get_by_text("Zum Weiterleiten").click()
    text = page.locator("#weiterleiten")
    seen, value = text.is_visible(), text.input_value()
    context.close()

    assert seen
    assert value.startswith("Ein Nachtbus ins Nordviertel\n\nWir haben gefragt: ")


def test_a_contribution_can_be_followed_and_carried_on(page: Page, ort: str) -> None:
    page.goto(ort + "anliegen/2026-02-nachtbus/")

    links = page.locator(".taten a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert links == [
        "../../anliegen/2026-02-nachtbus/spur.xml",
        "../../folgen/",
        "../../mitmachen/schritt/?zu=2026-02-nachtbus",
        "../../mitmachen/wirkung/?zu=2026-02-nachtbus",
    ]


# --- tandems -------------------------------------------------------------------------------------


def test_from_the_group_to_what_a_tandem_did(page: Page, ort: str) -> None:
    page.goto(ort + "ueber-uns/gruppe/")
    page.get_by_role("link", name="Tandem am Kanal").click()
    page.get_by_role("region", name="Was das Tandem getan hat").get_by_role(
        "link", name="Rundgang durch das Nordviertel"
    ).click()

    assert page.get_by_role("heading", level=1).inner_text() == "Rundgang durch das Nordviertel"
