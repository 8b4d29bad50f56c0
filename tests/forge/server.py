"""What both forges share: routes, keys, pages, JSON."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar
from urllib.parse import parse_qsl, unquote, urlsplit

Data = dict[str, Any]


class RefuseError(Exception):
    """The forge says no."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


@dataclass
class Call:
    """One request, as a route gets it."""

    key: str
    query: dict[str, str]
    data: Data

    def page(self, entries: list[Data]) -> list[Data]:
        size = min(int(self.query.get("per_page", "30")), 100)
        start = (int(self.query.get("page", "1")) - 1) * size
        return entries[start : start + size]


Route = Callable[..., Any]


def route(method: str, pattern: str) -> Callable[[Route], Route]:
    def mark(function: Route) -> Route:
        function.route = (method, re.compile(pattern))  # type: ignore[attr-defined]
        return function

    return mark


@dataclass
class Hub:
    """A forge in memory. `writes` counts what was changed."""

    HEADER: ClassVar[str]
    PREFIX: ClassVar[str] = ""
    SCHEME: ClassVar[str] = ""
    keys: dict[str, Data] = field(default_factory=dict)
    writes: list[str] = field(default_factory=list)
    broken: int = 0
    """Answer everything with this status."""

    def answer(self, method: str, path: str, key: str, query: dict[str, str], data: Data) -> Any:
        if self.broken:
            raise RefuseError(self.broken, "Server Error")
        if not key.startswith(self.SCHEME) or key[len(self.SCHEME) :] not in self.keys:
            raise RefuseError(401, "Bad credentials")
        call = Call(key[len(self.SCHEME) :], query, data)
        for name in dir(self):
            way = getattr(getattr(type(self), name, None), "route", None)
            found = way and way[0] == method and way[1].fullmatch(path)
            if found:
                if method != "GET":
                    self.writes.append(f"{method} {path}")
                return getattr(self, name)(call, *map(unquote, found.groups()))
        raise RefuseError(404, "Not Found")


@contextmanager
def serving(hub: Hub) -> Iterator[str]:
    """Serve a forge; gives the address of its interface."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _all(self) -> None:
            url = urlsplit(self.path)
            size = int(self.headers.get("Content-Length") or 0)
            sent = self.rfile.read(size)
            query = dict(parse_qsl(url.query))
            key = self.headers.get(hub.HEADER, "")
            try:
                data = json.loads(sent or b"{}")
                path = url.path.removeprefix(hub.PREFIX)
                found = hub.answer(self.command, path, key, query, data)
                status = 201 if self.command == "POST" else 200
            except RefuseError as refuse:
                found, status = {"message": str(refuse)}, refuse.status
            body = found if isinstance(found, bytes) else json.dumps(found).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = _all  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{hub.PREFIX}"
    finally:
        server.shutdown()
        server.server_close()
