"""What strangers send goes through the real build, with all checks off, into a real browser."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path
from urllib.parse import quote

import pytest
from hostile import corpus
from playwright.sync_api import Browser, Page
from support import TESTS, TODAY, copy_example

from wirkspur import gate
from wirkspur.files import read

BOMB = "a: &a [x, x]\n" + "".join(f"{c}: &{c} [*{b}, *{b}]\n" for b, c in pairwise("abcdefghi"))


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with everything hostile in it; not built."""
    base = tmp_path_factory.mktemp("hostile")
    root = copy_example(base / "stadt")
    secret = base / "geheim.md"
    secret.write_text(f"# {corpus.SECRET}\n", encoding="utf-8")
    files = {
        **corpus.texts(), **corpus.addresses(), **corpus.heads(), **corpus.names(),
        **dict(corpus.fields(TESTS / "example")),
        ".git/config": f"token = {corpus.SECRET}\n",
        "content/ressourcen/bombe.md": f"---\n{BOMB}---\n",
        "content/seiten/boese.html": f"<script>canary()</script>{corpus.SECRET}",
        "content/seiten/boese.svg": "<svg xmlns='http://www.w3.org/2000/svg' onload='canary()'/>",
        "content/seiten/boese.js": f"canary('{corpus.SECRET}')",
        "content/seiten/boese.md.html": f"<h1>{corpus.SECRET}</h1>",
        "content/seiten/.htaccess": f"# {corpus.SECRET}",
        "content/seiten/assets/js/menue.js": f"canary('{corpus.SECRET}')",
        "content/seiten/boese.png": corpus.SECRET,
    }  # fmt: skip
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text.encode())
    for link, target in {
        "content/ressourcen/geheim.md": secret,
        "content/seiten/geheim.md": secret,
        "content/seiten/umgebung.md": Path("/proc/self/environ"),
        "content/seiten/umgebung.txt": Path("/proc/self/environ"),
        "content/seiten/etc": Path("/etc"),
        "content/seiten/bilder": base,
        "issues/passwd.md": Path("/etc/passwd"),
        "content/geliehen": base,
    }.items():
        (root / link).symlink_to(target)
    return root


@pytest.fixture(scope="module")
def built_unchecked(attacked: Path) -> Path:
    done = subprocess.run(
        [sys.executable, TESTS / "hostile" / "unchecked.py", attacked, TODAY],
        env={**os.environ, "WIRKSPUR_SECRET": corpus.SECRET},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return attacked / "build" / "site"


def test_nothing_of_the_file_system_appears(built_unchecked: Path) -> None:
    files = [path for path in built_unchecked.rglob("*") if not path.is_dir()]

    assert [p for p in files if p.is_symlink()] == []
    secrets = corpus.SECRET.encode(), b"root:x:0:"
    assert [p for p in files if any(secret in p.read_bytes() for secret in secrets)] == []


def test_nothing_is_published_but_pages_and_the_theme(built: Path, built_unchecked: Path) -> None:
    def others(site: Path) -> set[str]:
        files = (path for path in site.rglob("*") if path.is_file() and path.name != "index.html")
        return {path.relative_to(site).as_posix() for path in files}

    made = re.compile(r"pagefind/.*|feeds/.*|.*/(spur\.xml|termine\.ics)")
    """From records: here they are others."""
    assert {p for p in others(built_unchecked) - others(built) if not made.fullmatch(p)} == set()


LOOK = r"""() => {
    const wrong = [], inside = document.querySelector('#inhalt');
    if (!inside?.querySelector('h1')) wrong.push('no content');
    if (!document.querySelector('.ws-kopf') || !document.querySelector('.ws-fuss')
        || inside.querySelector('.ws-fuss')) wrong.push('no frame');
    for (const e of document.querySelectorAll('*')) for (const a of e.attributes) {
        const value = a.value.replace(/[\0-\x20]/g, '').toLowerCase();
        const link = ['href', 'xlink:href', 'src', 'action', 'formaction'].includes(a.name);
        if (/^on/i.test(a.name)) wrong.push(e.outerHTML);
        if (link && /^(javascript|vbscript|data|file|blob):/.test(value)) wrong.push(e.outerHTML);
    }
    // What our own templates use is let pass as they use it; Markdown may bring none of it.
    const ours = {
        script: e => !e.textContent
            && /^(\.\.\/)*(\.\/)?assets\/js\/\w+\.js$/.test(e.getAttribute('src')),
        form: e => e.action.startsWith(location.origin),
        textarea: e => e.closest('#formular') ? !e.textContent
            : ['weiterleiten', 'nachricht'].includes(e.id) && e.readOnly,
        svg: e => !e.querySelector('script, foreignObject, image, animate, set, style'),
        title: e => e.closest('svg'),
    };
    wrong.push(...Array.from(inside.querySelectorAll(
        'script, style, link, meta, base, iframe, frame, object, embed, form, img, video, audio,'
        + 'math, template, textarea, title, svg, [style]')).filter(
        e => e.hasAttribute('style') || !ours[e.localName]?.(e)).map(e => e.outerHTML));
    return wrong;
}"""


class Watched:
    """A page of the browser that notes whatever should not happen."""

    def __init__(self, browser: Browser, site: str) -> None:
        self.seen: list[str] = []
        self.page: Page = browser.new_page()
        self.page.expose_function("canary", lambda *_: self.seen.append("a script ran"))
        self.page.on("dialog", lambda dialog: (self.seen.append("dialog"), dialog.dismiss()))
        self.page.on("console", lambda m: self.seen.append(m.text) if m.type == "error" else None)
        self.page.on("pageerror", lambda error: self.seen.append(str(error)))
        self.page.on("request", lambda r: None if r.url.startswith((site, "data:"))
                     else self.seen.append(r.url))  # fmt: skip

    def open(self, address: str) -> list[str]:
        """Open an address; what was seen and what is wrong with the page."""
        self.seen.clear()
        self.page.goto(address)
        return [*self.page.evaluate(LOOK), *self.seen]


def test_no_script_runs_and_no_request_leaves(
    built_unchecked: Path, browser: Browser, serve: Callable[[Path], str]
) -> None:
    site = serve(built_unchecked)
    watched = Watched(browser, site)
    pages = sorted(path.parent.relative_to(built_unchecked).as_posix()
                   for path in built_unchecked.rglob("index.html"))  # fmt: skip
    # Pages about rules are made from the program alone.
    pages = [page for page in pages if not page.startswith("hilfe/")]
    wrong = {page: found for page in pages if (found := watched.open(f"{site}{quote(page)}/"))}
    watched.page.close()

    assert len(pages) > 200
    assert wrong == {}


def test_the_second_net_holds_alone(
    built: Path, tmp_path: Path, browser: Browser, serve: Callable[[Path], str]
) -> None:
    """Should something get through, the page's own policy keeps it from running."""
    site = shutil.copytree(built, tmp_path / "site", copy_function=shutil.copyfile)
    page = site / "impressum" / "index.html"
    html = page.read_text(encoding="utf-8")
    through = (
        "<script>canary()</script><script src=https://evil.example/x.js></script>"
        "<img src=x onerror=canary()><img src=https://evil.example/x.png>"
        "<iframe src=https://evil.example/></iframe><base href=https://evil.example/>"
        "<style>body{background:url(https://evil.example/x)}</style>"
        "<a id=klick href=javascript:canary()>x</a>"
    )
    page.write_text(html.replace("<h1", through + "<h1", 1), encoding="utf-8")
    address = serve(site)
    watched = Watched(browser, address)
    left: list[str] = []
    watched.page.route("https://evil.example/**", lambda r: (left.append(r.request.url), r.abort()))
    watched.page.goto(f"{address}impressum/")
    watched.page.click("#klick")
    watched.page.wait_for_load_state("networkidle")
    watched.page.close()

    assert "a script ran" not in watched.seen
    assert left == []
    assert any("Content Security Policy" in said for said in watched.seen)


def test_the_theme_works_under_the_policy(
    built: Path, browser: Browser, serve: Callable[[Path], str]
) -> None:
    address = serve(built)
    watched = Watched(browser, address)
    watched.page.goto(f"{address}impressum/")
    ground = "getComputedStyle(document.body).backgroundColor"
    before = watched.page.evaluate(ground)
    for _ in range(2):  # from „wie das Gerät“ over light to dark
        watched.page.get_by_role("button", name="Farben").click()
    after = watched.page.evaluate(ground)
    watched.page.reload()
    kept = watched.page.evaluate(ground)
    watched.page.close()

    assert before != after
    assert kept == after
    assert watched.seen == []


@pytest.fixture(scope="module")
def findings(attacked: Path) -> dict[str, list[str]]:
    """Path → rules that were broken there."""
    found: dict[str, list[str]] = {}
    for finding in gate.check(read(attacked), date.fromisoformat(TODAY))[1]:
        found.setdefault(finding.path, []).append(finding.code)
    return found


def test_the_gate_reports_every_payload(findings: dict[str, list[str]]) -> None:
    sent = {**corpus.texts(), **corpus.addresses(), **corpus.heads(), **corpus.names()}
    hostile = [path for path in sent if corpus.HARMLESS not in path]

    assert [path for path in hostile if path not in findings] == []


def test_the_gate_blames_nobody_for_harmless_text(findings: dict[str, list[str]]) -> None:
    sent = {**corpus.texts(), **corpus.heads()}
    harmless = [path for path in sent if corpus.HARMLESS in path]

    assert harmless
    assert {path: findings[path] for path in harmless if path in findings} == {}


def test_the_gate_never_stumbles(findings: dict[str, list[str]]) -> None:
    assert "pruefprogramm" not in {code for codes in findings.values() for code in codes}


def test_the_corpus_is_large_enough() -> None:
    assert sum(len(corpus.payloads(n)) for n in ("texte", "felder", "adressen", "koepfe")) >= 100
