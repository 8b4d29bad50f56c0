"""`wirkspur serve`: look at the site on this machine; a saved file rebuilds what it changes."""

from __future__ import annotations

import threading
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from ..files import FOLDERS
from . import Answer, Here
from .build import build

Print = Callable[[str], None]
Today = Callable[[], date]

HOST = "127.0.0.1"
QUIET = 0.2
"""Seconds without a further change before building: editors save in several steps."""


HILFE = "die Seite ansehen"
LANG = "Zeigt die Seite auf diesem Rechner und baut neu, wenn eine Datei gespeichert wird."
HEUTE = True
BLEIBT = True


def arguments(parser: ArgumentParser) -> None:
    """Take the port."""
    parser.add_argument("--port", type=int, default=8000, metavar="N", help="Port (sonst: 8000)")


def run(options: Namespace, here: Here) -> Answer:
    """Build, serve on 127.0.0.1 and rebuild until interrupted."""
    # The day is asked anew for each build, so that a preview left open overnight stays true.
    return serve(options.root, options.port, lambda: options.today or here.today(), here.print)


def serve(root: Path, port: int, today: Today, say: Print) -> Answer:
    """Serve the site of `root`; `today` gives the day for each build."""
    saved = threading.Event()
    handler = partial(_Handler, directory=str(root / "build" / "site"))
    try:
        server = ThreadingHTTPServer((HOST, port), handler)
    except OSError:
        say(f"Der Port {port} ist schon belegt. Bitte einen anderen nehmen: --port {port + 1}")
        return Answer(2)
    observer = Observer()
    for name in (*FOLDERS, "overrides"):
        if (root / name).is_dir():
            observer.schedule(_Saved(saved), str(root / name), recursive=True)
    _rebuild(root, today, say, suche=True)
    observer.start()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    say(f"Die Seite liegt unter http://{HOST}:{server.server_port}/  (beenden mit Strg+C)")
    # Strg+C ends this; the threads are daemons and need no farewell that could itself hang.
    while saved.wait():
        while saved.is_set():
            saved.clear()
            saved.wait(QUIET)
        # The search reads everything at once; while somebody writes, it may be a little older.
        _rebuild(root, today, say, suche=False)
    return Answer(0)


def _rebuild(root: Path, today: Today, say: Print, *, suche: bool) -> None:
    _, text = build(root, None, today(), None, lambda _: None, suche=suche)
    say(text.rstrip())


class _Saved(FileSystemEventHandler):
    """Notes that something was written; reading a file is no reason to build."""

    WRITES = frozenset({"created", "modified", "moved", "deleted"})

    def __init__(self, saved: threading.Event) -> None:
        self.saved = saved

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take note of writes to visible files."""
        name = Path(str(event.src_path)).name
        if event.event_type in self.WRITES and not event.is_directory and not name.startswith("."):
            self.saved.set()


class _Handler(SimpleHTTPRequestHandler):
    """Serves the newest build and never lets the browser keep an old one."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002, the name is inherited
        pass
