"""What a first visit weighs on the way to a phone, and that reading waits for no script."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from kinds import KINDS
from playwright.sync_api import Browser, Request

PHONE = {"width": 360, "height": 740}
PACKED = {".html", ".css", ".js", ".svg", ".json", ".xml"}
KB = 1000
PAINTED = """new Promise(done => new PerformanceObserver(list =>
    list.getEntriesByName('first-contentful-paint').length && done()
).observe({type: 'paint', buffered: true}))"""
CONCERNS = ["anliegen/2025-03-formulare-verstehen/", "anliegen/2026-02-nachtbus/"]


class Packing(SimpleHTTPRequestHandler):
    """Sends texts as every host does: gzip."""

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        if path.suffix in PACKED:
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="module")
def packed(built: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Packing, directory=str(built)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def weight(browser: Browser, address: str) -> dict[str, int]:
    """Bytes of every body that a first visit loads."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))  # noqa: PLW0108, it wants a function
    page.goto(address, wait_until="networkidle")
    bodies = {request.url: request.sizes()["responseBodySize"] for request in asked}
    context.close()
    return bodies


@pytest.mark.parametrize("kind", CONCERNS)
def test_a_first_visit_to_a_concern_is_light(kind: str, browser: Browser, packed: str) -> None:
    bodies = weight(browser, packed + kind)

    assert any(url.endswith(".woff2") for url in bodies)
    assert sum(bodies.values()) <= 120 * KB, bodies


LISTS = [kind for kind in KINDS if kind.count("/") <= 1 and kind != "404.html"]


@pytest.mark.parametrize("kind", LISTS)
def test_a_first_visit_to_a_list_is_not_heavy(kind: str, browser: Browser, packed: str) -> None:
    bodies = weight(browser, packed + kind)

    assert sum(bodies.values()) <= 200 * KB, bodies


@pytest.mark.parametrize("kind", ["", "anliegen/", *CONCERNS])
def test_text_is_painted_while_scripts_are_still_on_their_way(
    kind: str, browser: Browser, packed: str
) -> None:
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.route("**/*.js", lambda _route: None)  # they never come
    page.goto(packed + kind, wait_until="commit")
    page.evaluate(PAINTED)
    shown = page.locator("h1").is_visible()
    state = page.evaluate("document.readyState")
    context.close()

    assert shown
    assert state != "complete"
