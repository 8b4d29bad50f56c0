"""Everybody gets in: by eye, key and thumb, with few colours, on paper; and leaves no trace."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import vnu
from axe_playwright_python.sync_playwright import Axe
from kinds import KINDS
from playwright.sync_api import Browser, Page, ViewportSize
from support import TODAY, copy_example, wirkspur

from wirkspur.frame import frame_of

SIZES: dict[str, ViewportSize] = {
    "phone": {"width": 360, "height": 740},
    "desk": {"width": 1280, "height": 900},
}
every_kind = pytest.mark.parametrize("kind", KINDS)


@pytest.fixture(scope="module")
def pages(browser: Browser) -> Iterator[dict[str, Page]]:
    # Without motion: nothing is measured on its way to something else.
    opened = {
        name: browser.new_context(viewport=size, reduced_motion="reduce").new_page()
        for name, size in SIZES.items()
    }
    yield opened
    for page in opened.values():
        page.context.close()


def fresh(pages: dict[str, Page], size: str) -> Page:
    """One page serves all tests of a size: opening a new one takes longer than most of them."""
    page = pages[size]
    page.set_viewport_size(SIZES[size])
    page.emulate_media(media="null", color_scheme="null", forced_colors="null")
    return page


@pytest.fixture(params=["phone", "desk"])
def page(request: pytest.FixtureRequest, pages: dict[str, Page]) -> Page:
    return fresh(pages, request.param)


@pytest.fixture
def phone(pages: dict[str, Page]) -> Page:
    return fresh(pages, "phone")


def test_no_kind_of_page_is_forgotten(built: Path) -> None:
    walked = {frame_of(kind) for kind in KINDS}
    forgotten = []
    for path in built.rglob("*.html"):
        page = path.relative_to(built).as_posix().removesuffix("index.html")
        by_hand = 'class="wirkspur seite"' in path.read_text(encoding="utf-8")  # these are alike
        if frame_of(page) not in walked and not by_hand:
            forgotten.append(page)

    assert forgotten == []


def show(page: Page, address: str) -> None:
    """Open a page, and everything on it that can be opened."""
    page.goto(address)
    page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true })")
    if "?q=" in address:
        page.locator("#inhalt li h2").first.wait_for()


# --- axe ----------------------------------------------------------------------------------------

# Everything that is not an experiment; this one of WCAG 2.2 has to be asked for by name.
LIGHT = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
# The dark stylesheet holds colours and nothing else.
DARK = {"resultTypes": ["violations"], "runOnly": ["cat.color"]}


@every_kind
def test_axe_finds_nothing(kind: str, page: Page, site: str) -> None:
    show(page, site + kind)
    found = {}
    for scheme, options in (("light", LIGHT), ("dark", DARK)):
        page.emulate_media(color_scheme=scheme)
        for rule in Axe().run(page, options=options).response["violations"]:
            found[scheme, rule["id"]] = [node["html"][:160] for node in rule["nodes"]][:3]

    assert found == {}


EVERYTHING = """# Eine Seite mit allem

> [!WARNING]
> **Achtung**
>
> - ‹Platzhalter›

| Was | Tage |
|---|---|
| Protokoll | 7 |

1. Eins mit [Link](impressum.md) und `code`

| Noch eine | Tabelle |
|---|---|
| ***beides*** | ~~durch~~ |

```yaml
titel: Eine Zeile, die viel länger ist als jeder Bildschirm von einem Handy, und zwar deutlich
```

> Ein Zitat.

---

## Zweite Ebene

### Dritte Ebene
"""


def test_a_page_written_by_hand_may_hold_everything(
    tmp_path: Path, phone: Page, serve: Callable[[Path], str]
) -> None:
    root = copy_example(tmp_path / "stadt")
    (root / "content/seiten/alles.md").write_text(EVERYTHING, encoding="utf-8")
    assert wirkspur("build", root, "--today", TODAY).returncode == 0
    page = serve(root / "build" / "site") + "alles/"
    phone.goto(page)
    violations = Axe().run(phone, options=LIGHT).response["violations"]
    phone.set_viewport_size({"width": 320, "height": 640})

    assert [rule["id"] for rule in violations] == []
    assert phone.evaluate(CUT) == []
    assert vnu.faults([page]) == ""


# --- keyboard -----------------------------------------------------------------------------------

STOPS = """() => {
    window.stops = Array.from(document.querySelectorAll(
        'a[href], area[href], button, input, select, textarea, summary, [tabindex]')).filter(e =>
        e.tabIndex >= 0 && !e.disabled && e.type !== 'hidden'
        && e.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true})
        && !(e.type === 'radio' && !e.checked
             && e.closest('form, fieldset')?.querySelector(`[name="${e.name}"]:checked`)));
    return window.stops.length;
}"""

# Where the focus is, and what is wrong with that place.
FOCUS = """() => {
    const e = document.activeElement, wrong = [];
    if (e === document.body || e === document.documentElement) return [-1, wrong];
    const box = Array.from(e.getClientRects()).find(r => r.width > 1 && r.height > 1)
        || e.getBoundingClientRect();
    const wide = document.documentElement.clientWidth, high = window.innerHeight;
    if (box.width < 2 || box.height < 2 || box.left < -1 || box.right > wide + 1
        || box.bottom < 1 || box.top > high - 1)
        wrong.push('off the screen: ' + JSON.stringify(box));
    else {
        const x = Math.max(1, box.left + Math.min(box.width, wide) / 2);
        const y = (Math.max(box.top, 0) + Math.min(box.bottom, high)) / 2;
        const there = document.elementFromPoint(x, y);
        if (there && !e.contains(there) && !there.contains(e)
            && ![...(e.labels || [])].some(l => l.contains(there)))
            wrong.push('covered by ' + there.outerHTML.slice(0, 80));
    }
    const seen = [e, ...(e.labels || [])].some(x => {
        const s = getComputedStyle(x);
        return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2;
    });
    if (!seen) wrong.push('no outline');
    return [window.stops.indexOf(e), wrong.map(w => w + ' ' + e.outerHTML.slice(0, 120))];
}"""


@every_kind
def test_tab_goes_through_the_page_in_order_and_is_always_seen(
    kind: str, page: Page, site: str
) -> None:
    show(page, site + kind)
    count = page.evaluate(STOPS)
    order, wrong = [], []
    for _ in range(count):
        page.keyboard.press("Tab")
        place, found = page.evaluate(FOCUS)
        order.append(place)
        wrong += found

    assert wrong == []
    assert order == list(range(count))  # every stop once, as they stand in the page: no trap


def test_the_first_stop_leads_past_the_head(page: Page, site: str) -> None:
    page.goto(site + "anliegen/")
    page.keyboard.press("Tab")
    link = page.evaluate("document.activeElement.innerText")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert link == "Zum Inhalt springen"
    assert page.evaluate("document.activeElement.closest('#inhalt') !== null")


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_menu_on_a_phone_opens_by_key_and_escape_closes_it(
    key: str, phone: Page, site: str
) -> None:
    phone.goto(site + "anliegen/")
    button = phone.get_by_role("button", name="Menü")
    menu = phone.get_by_role("navigation", name="Hauptmenü")
    before = menu.is_visible()
    button.focus()
    phone.keyboard.press(key)
    opened = menu.is_visible(), button.get_attribute("aria-expanded")
    phone.keyboard.press("Tab")
    inside = menu.evaluate("menu => menu.contains(document.activeElement)")
    phone.keyboard.press("Escape")

    assert not before
    assert opened == (True, "true")
    assert inside
    assert (menu.is_visible(), button.get_attribute("aria-expanded")) == (False, "false")
    assert button.evaluate("button => button === document.activeElement")


def test_the_open_menu_is_walked_like_any_other_part(phone: Page, site: str) -> None:
    phone.goto(site + "anliegen/")
    phone.get_by_role("button", name="Menü").press("Enter")
    count = phone.get_by_role("navigation", name="Hauptmenü").get_by_role("link").count()
    phone.evaluate(STOPS)
    wrong = []
    for _ in range(count):
        phone.keyboard.press("Tab")
        wrong += phone.evaluate(FOCUS)[1]

    assert count > 5
    assert wrong == []
    assert phone.evaluate("document.activeElement.closest('#ws-menue') !== null")


# --- thumbs -------------------------------------------------------------------------------------

# WCAG 2.5.8; a link in running text may be as high as its line.
SMALL = """() => {
    const shown = e => e.checkVisibility({visibilityProperty: true}) && !e.closest('.ws-sprung');
    const ownWords = block => Array.from(block.childNodes).some(n =>
        n.nodeType === 3 ? n.data.replace(/[\\s·›,;:|–-]/g, '')
        : n.nodeType === 1 && !n.matches('a, button, svg, br') && !n.querySelector('a, button')
            && n.textContent.trim());
    return Array.from(document.querySelectorAll(
        'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button]'))
        .filter(shown).filter(e => {
            const boxes = [e, ...(e.labels || [])].map(x => x.getBoundingClientRect());
            if (boxes.some(b => b.width >= 23.9 && b.height >= 23.9)) return false;
            if (getComputedStyle(e).display !== 'inline') return true;
            let block = e.parentElement;
            while (getComputedStyle(block).display === 'inline') block = block.parentElement;
            return !ownWords(block);
        }).map(e => {
            const box = e.getBoundingClientRect();
            return `${box.width | 0}×${box.height | 0} ${e.outerHTML.slice(0, 120)}`;
        });
}"""


@every_kind
def test_every_target_is_large_enough_for_a_thumb(kind: str, page: Page, site: str) -> None:
    show(page, site + kind)

    assert page.evaluate(SMALL) == []


# --- small screens, large letters ---------------------------------------------------------------

# Text that is cut off, apart from text that only screen readers should find.
CUT = """() => {
    const wide = document.documentElement.clientWidth, wrong = [];
    if (document.documentElement.scrollWidth > wide) wrong.push('the page scrolls sideways');
    for (const e of document.querySelectorAll('body *')) {
        if (!e.checkVisibility({visibilityProperty: true}) || e.closest('svg')) continue;
        const s = getComputedStyle(e);
        if (s.clipPath !== 'none' || s.display === 'inline' || !e.textContent.trim()) continue;
        const hidden = v => v === 'hidden' || v === 'clip';
        if (hidden(s.overflowX) && e.scrollWidth > e.clientWidth + 1
            || hidden(s.overflowY) && e.scrollHeight > e.clientHeight + 1)
            wrong.push('cut: ' + e.outerHTML.slice(0, 120));
        const box = e.getBoundingClientRect();
        const scroller = e.closest('.tabelle, pre, [data-rollt]');
        if (!scroller && box.width && (box.right > wide + 1 || box.left < -1)
            && !e.closest('.ws-sprung, .ws-vorlesen, .nur-vorlesen'))
            wrong.push('sticks out: ' + e.outerHTML.slice(0, 120));
    }
    return wrong.slice(0, 5);
}"""

SPACED = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
        word-spacing: .16em !important } p { margin-bottom: 2em !important }`);
    document.adoptedStyleSheets = [sheet];
}"""


@every_kind
def test_a_page_fits_320_pixels_and_wider_letters(kind: str, phone: Page, site: str) -> None:
    phone.set_viewport_size({"width": 320, "height": 640})
    show(phone, site + kind)
    narrow = phone.evaluate(CUT)
    phone.evaluate(SPACED)
    spaced = phone.evaluate(CUT)

    assert (narrow, spaced) == ([], [])


# --- few colours, no motion, paper --------------------------------------------------------------

# Signs and words that have the colour of the ground, and drawings that bring a ground of their own.
LOST = """() => {
    const ground = getComputedStyle(document.body).backgroundColor, lost = [];
    for (const e of document.querySelectorAll('#inhalt *, .ws-kopf *, .ws-fuss *')) {
        if (!e.checkVisibility() || e.closest('mark')) continue;  // a mark has a ground of its own
        const sign = e.matches('svg.zeichen, svg.ws-icon'), s = getComputedStyle(e);
        const text = Array.from(e.childNodes).some(n => n.nodeType === 3 && n.data.trim());
        if (sign && e.getBoundingClientRect().width < 8) lost.push('too small ' + e.outerHTML);
        if (sign && s.getPropertyValue('--ws-papier').trim() !== 'Canvas')
            lost.push('paper of its own ' + e.outerHTML);
        if ((sign || text && !e.closest('svg')) && s.color === ground)
            lost.push('like its ground ' + e.outerHTML.slice(0, 120));
    }
    return [...new Set(lost)];
}"""


@every_kind
def test_with_forced_colours_words_signs_and_focus_stay(kind: str, phone: Page, site: str) -> None:
    phone.emulate_media(forced_colors="active", color_scheme="dark")
    show(phone, site + kind)
    lost = phone.evaluate(LOST)
    phone.evaluate(STOPS)
    phone.keyboard.press("Tab")

    assert lost == []
    assert phone.evaluate(FOCUS)[1] == []


MOVING = """() => Array.from(document.querySelectorAll('*')).filter(e => {
    const s = getComputedStyle(e);
    return s.animationName !== 'none' || s.scrollBehavior === 'smooth'
        || (s.transitionProperty !== 'none' && parseFloat(s.transitionDuration) > 0);
}).map(e => e.outerHTML.slice(0, 100)).concat(document.getAnimations().map(String)).slice(0, 5)"""


@every_kind
def test_nothing_moves_for_those_who_asked_for_it(kind: str, phone: Page, site: str) -> None:
    phone.goto(site + kind)

    assert phone.evaluate(MOVING) == []


@every_kind
def test_paper_is_black_on_white_without_head_and_foot(kind: str, phone: Page, site: str) -> None:
    phone.emulate_media(media="print", color_scheme="dark")
    phone.goto(site + kind)
    frame = [phone.locator(part).is_visible() for part in (".ws-kopf", ".ws-fuss", ".ws-sprung")]
    ground, ink = phone.evaluate("""() => {
        const s = getComputedStyle(document.body);
        return [s.backgroundColor, getComputedStyle(document.querySelector('h1')).color];
    }""")

    assert frame == [False, False, False]
    assert (ground, ink) == ("rgb(255, 255, 255)", "rgb(0, 0, 0)")


# --- nothing asked of others, nothing left behind -----------------------------------------------


@every_kind
def test_a_visit_asks_nobody_else_and_leaves_nothing(
    kind: str, browser: Browser, site: str
) -> None:
    context = browser.new_context(viewport=SIZES["phone"])
    context.add_init_script(
        "window.broken = []; document.addEventListener('securitypolicyviolation',"
        "e => window.broken.push(e.violatedDirective + ' ' + e.blockedURI))"
    )
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda m: said.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(site + kind)
    page.evaluate("document.fonts.ready.then(() => true)")
    stored = page.evaluate("Object.keys(localStorage).concat(Object.keys(sessionStorage))")
    cookies = context.cookies()
    broken = page.evaluate("window.broken")
    context.close()

    assert [url for url in asked if not url.startswith((site, "data:", "blob:"))] == []
    assert len(asked) > 3
    assert (stored, cookies) == ([], [])
    assert (broken, said) == ([], [])


def test_only_a_chosen_colour_is_kept(phone: Page, site: str) -> None:
    phone.goto(site)
    phone.get_by_role("button", name="Farben").click()
    kept = phone.evaluate("Object.entries(localStorage)")
    phone.get_by_role("button", name="Farben").click()
    phone.reload()
    ground = phone.evaluate("getComputedStyle(document.body).backgroundColor")
    phone.get_by_role("button", name="Farben").click()
    after = phone.evaluate("Object.entries(localStorage)")

    assert kept == [["ws-farbe", "hell"]]
    assert ground == "rgb(16, 24, 27)"
    assert after == []
