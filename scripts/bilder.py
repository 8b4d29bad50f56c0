"""Draw the pictures of the handbook from the real program, filled with the made-up Musterstadt.

`make bilder` writes them to overrides/assets/bilder/; they are kept in Git, since drawing needs
Chromium, LibreOffice and pdftoppm, and nobody should need those to build the site. Whoever changes
what a picture shows, draws it anew. Every picture has two dots for each dot of its page.
"""

from __future__ import annotations

import base64
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from openpyxl import load_workbook
from playwright.sync_api import Browser, Page, sync_playwright
from support import ROOT, TODAY, copy_example, wirkspur  # the same city and day as in the tests

OUT = ROOT / "overrides" / "assets" / "bilder"
PHONE = {"width": 360, "height": 740}
DENSITY = 2
AT_MOST = 60_000
"""Bytes of a picture: a page of the handbook has several, and is read on phones."""
QUALITIES = (0.8, 0.7, 0.6, 0.5, 0.4, 0.3)
"""The first that is small enough is taken."""
LAST_ANSWERS = ".antworten .feld:nth-last-child(2)"
MEETING = "2026-12-10"
PROBLEM = (
    "Abends ist der Weg durch den Park dunkel. Viele Menschen gehen dort nicht mehr. "
    "Sie nehmen einen Umweg von zehn Minuten."
)

Box = tuple[float, float, float, float]
"""Left, top, width, height: in dots of the page, from its upper left corner."""


def main() -> None:
    """Draw them all."""
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work, sync_playwright() as playwright:
        root = city(Path(work) / "stadt")
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        with served(root / "build" / "site") as site:
            form(browser, site)
            trace(browser, site)
            paper(browser, f"{site}mitmachen/anliegen/", "formular-papier")
        table(browser, root)
        run("meeting", "prepare", MEETING, "--out", root / "tagesordnung.html", at=root)
        paper(browser, (root / "tagesordnung.html").as_uri(), "tagesordnung")
        browser.close()


def city(to: Path) -> Path:
    """The example, built; its coordination can be reached by mail, its one long text is short."""
    root = copy_example(to)
    file = root / "content" / "register" / "stadt.yml"
    text = file.read_text(encoding="utf-8")
    with_mail = text.replace("Rathaus, Zimmer 12", "eintrag@musterstadt.example")
    file.write_text(with_mail, encoding="utf-8")
    long = root / "issues" / "2025-03-formulare-verstehen.md"
    text = long.read_text(encoding="utf-8").partition("Drei Dinge sind schwer")[0]
    long.write_text(text.replace("**", "").rstrip() + "\n", encoding="utf-8")
    run("build", at=root)
    return root


def run(*arguments: str | Path, at: Path) -> None:
    """Run the real command; nothing is drawn of what went wrong."""
    done = wirkspur(*arguments, "--today", TODAY, cwd=at)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine; gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def form(browser: Browser, site: str) -> None:
    """The form on a phone: a question, a warning, the end."""
    page = light(browser, PHONE)
    page.goto(f"{site}mitmachen/anliegen/")
    answer(page, "Worum geht es?", "Mehr Licht für den Park")
    field = page.locator(".frage:visible textarea")
    field.fill(f"{PROBLEM} Bitte rufen Sie mich an: 030 23125 101.")
    field.blur()
    shoot(page, "formular-warnung", around(page, ".fortschritt", ".knoepfe"))
    field.fill(PROBLEM)
    field.blur()
    shoot(page, "formular-frage", around(page, ".fortschritt", ".knoepfe"))
    go_on(page)
    answer(page, "Und in einem einzigen Satz?", "Der Weg durch den Park braucht Licht.")
    answer(page, "Was könnte helfen?", "Lampen am Weg")
    page.get_by_label("Ort", exact=True).select_option("stadtteil-012-nordviertel")
    go_on(page)
    for choice in ("Wege & Verkehr", "Anliegen", "Vorschlag", "hoch", "Stadt", "",
                   "Community Connectors"):  # fmt: skip
        if choice:
            page.locator(".frage:visible").get_by_label(choice, exact=True).check()
        go_on(page)
    answer(page, "Seit wann ist das Anliegen bekannt?", "März 2026")
    go_on(page)
    page.get_by_role("heading", name="Ihr Eintrag").wait_for()
    shoot(page, "formular-fertig", around(page, LAST_ANSWERS, "li:has(> #weg-datei)"))
    page.context.close()


def answer(page: Page, question: str, text: str) -> None:
    """Answer the question that is shown."""
    page.locator(".frage:visible").get_by_label(question).fill(text)
    go_on(page)


def go_on(page: Page) -> None:
    """To the next question."""
    page.locator("#formular [type=submit]").click()


def trace(browser: Browser, site: str) -> None:
    """The trace of a concern, from the answer to the effect."""
    page = light(browser, {"width": 700, "height": 900})
    page.goto(f"{site}anliegen/2025-03-formulare-verstehen/")
    shoot(page, "spur", around(page, "#station-3", ".spur"))
    page.context.close()


def table(browser: Browser, root: Path) -> None:
    """Both sheets of the group's table, as LibreOffice prints them."""
    run("excel", "export", "--out", root / "tabelle.xlsx", at=root)
    book = load_workbook(root / "tabelle.xlsx")
    for work in book.worksheets:  # wide paper, so that its edge cuts nothing off
        work.page_setup.paperSize, work.page_setup.orientation = "8", "landscape"
    book.save(root / "tabelle.xlsx")
    profile = (root / "profil").as_uri()
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf",
         "--outdir", root, root / "tabelle.xlsx"],
        capture_output=True, check=True,
    )  # fmt: skip
    # Beside each other, all columns would be too small to be read.
    keep(browser, "tabelle", sheet(root / "tabelle.pdf", 1, 3200), trim=True, halves=True)
    keep(browser, "tabelle-hilfe", sheet(root / "tabelle.pdf", 2, 2000), trim=True)


def paper(browser: Browser, address: str, name: str) -> None:
    """The first sheet of A4 that a page is printed on; a form without its script is empty."""
    page = light(browser, PHONE, script=False)
    page.goto(address)
    with tempfile.TemporaryDirectory() as work:
        pdf = Path(work) / "blatt.pdf"
        page.pdf(path=pdf, format="A4", prefer_css_page_size=True)
        keep(browser, name, sheet(pdf, 1, 1240))
    page.context.close()


def sheet(pdf: Path, number: int, width: int) -> bytes:
    """A sheet of paper as PNG."""
    which = ["-f", str(number), "-l", str(number), "-scale-to-x", str(width), "-scale-to-y", "-1"]
    command = ["pdftoppm", "-png", *which, str(pdf)]
    return subprocess.run(command, capture_output=True, check=True).stdout


def light(browser: Browser, size: dict[str, int], *, script: bool = True) -> Page:
    """A new page in light colours, on the day of the tests."""
    context = browser.new_context(
        viewport=size, device_scale_factor=DENSITY, locale="de-DE", color_scheme="light",  # type: ignore[arg-type]
        reduced_motion="reduce", java_script_enabled=script,
    )  # fmt: skip
    context.clock.install(time=f"{TODAY}T10:00:00")
    return context.new_page()


def around(page: Page, first: str, last: str) -> Box:
    """The whole width of a page, from one thing to another."""
    script = """([first, last]) => [first, last].map(s => {
        const box = [...document.querySelectorAll(s)].find(e => e.checkVisibility())
            .getBoundingClientRect();
        return [box.top + scrollY, box.bottom + scrollY];
    })"""
    (top, _), (_, bottom) = page.evaluate(script, [first, last])
    width = page.evaluate("document.documentElement.clientWidth")
    return 0, top - 8, width, bottom - top + 16


def shoot(page: Page, name: str, box: Box) -> None:
    """Keep what the page shows in a box."""
    left, top, width, height = box
    clip = {"x": left, "y": top, "width": width, "height": height}
    picture = page.screenshot(clip=clip, full_page=True, caret="hide")  # type: ignore[arg-type]
    browser = page.context.browser
    assert browser
    keep(browser, name, picture)


_DRAW = """async ([png, trim, halves]) => {
    const image = await createImageBitmap(await (await fetch(png)).blob());
    let [left, top, width, height] = [0, 0, image.width, image.height];
    const canvas = new OffscreenCanvas(width, height);
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    pen.drawImage(image, 0, 0);
    if (trim) {  // to what is not white, and a margin
        const dots = new Uint32Array(pen.getImageData(0, 0, width, height).data.buffer);
        const xs = [], ys = [];
        dots.forEach((dot, i) => {
            if (dot !== 0xffffffff) xs.push(i % width), ys.push(Math.floor(i / width));
        });
        const ends = list => list.reduce(([a, b], n) => [Math.min(a, n), Math.max(b, n)],
            [Infinity, 0]);
        const [[x, right], [y, bottom]] = [ends(xs), ends(ys)];
        [left, top, width, height] = [x - 24, y - 24, right - x + 49, bottom - y + 49];
    }
    const half = Math.round(width * 0.49), gap = 24;
    const size = halves ? { width: width - half, height: 2 * height + gap } : { width, height };
    const cut = Object.assign(document.createElement('canvas'), size);
    const paper = cut.getContext('2d');
    paper.fillStyle = 'white';
    paper.fillRect(0, 0, size.width, size.height);
    paper.drawImage(image, left, top, halves ? half : width, height, 0, 0,
        halves ? half : width, height);
    if (halves)
        paper.drawImage(image, left + half, top, width - half, height, 0, height + gap,
            width - half, height);
    return cut;
}"""


def keep(
    browser: Browser, name: str, png: bytes, *, trim: bool = False, halves: bool = False
) -> None:
    """Write a picture as WebP, which Chromium can.

    `trim` cuts off what is white around it; `halves` puts its right half below its left one.
    """
    page = browser.new_page()
    address = f"data:image/png;base64,{base64.b64encode(png).decode()}"
    canvas = page.evaluate_handle(_DRAW, [address, trim, halves])
    for quality in QUALITIES:
        url = page.evaluate("([c, q]) => c.toDataURL('image/webp', q)", [canvas, quality])
        picture = bare(base64.b64decode(url.partition(",")[2]))
        if len(picture) <= AT_MOST:
            break
    else:
        sys.exit(f"{name} is too heavy: {len(picture)} bytes.")
    (OUT / f"{name}.webp").write_bytes(picture)
    page.close()


def bare(webp: bytes) -> bytes:
    """A WebP file of nothing but its picture, without the profile of colours."""
    position = 12
    while webp[position : position + 4] not in {b"VP8 ", b"VP8L"}:
        size = int.from_bytes(webp[position + 4 : position + 8], "little")
        position += 8 + size + size % 2
    body = b"WEBP" + webp[position:]
    return b"RIFF" + len(body).to_bytes(4, "little") + body


if __name__ == "__main__":
    main()
