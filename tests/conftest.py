"""Shared ground: the example repository with the real theme, built once, and a real browser."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
ROOT = TESTS.parent
TODAY = "2026-11-22"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--bless", action="store_true", help="write golden pages; then read the diff")


def wirkspur(*arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run the real command as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "wirkspur", *map(str, arguments)],
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def copy_example(to: Path) -> Path:
    """The example repository with this repository's theme, as another city would have it."""
    shutil.copytree(TESTS / "example", to, ignore=shutil.ignore_patterns("build"))
    shutil.copytree(ROOT / "overrides", to / "overrides")
    shutil.copyfile(ROOT / "mkdocs.yml", to / "mkdocs.yml")
    return to


@pytest.fixture
def example(tmp_path: Path) -> Path:
    return copy_example(tmp_path / "stadt")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, built once; read only."""
    root = copy_example(tmp_path_factory.mktemp("built") / "stadt")
    done = wirkspur("build", root, "--today", TODAY)
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "build" / "site"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Serve a folder on this machine; gives its address."""
    servers: list[ThreadingHTTPServer] = []

    def start(folder: Path) -> str:
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}/"

    yield start
    for server in servers:
        server.shutdown()
