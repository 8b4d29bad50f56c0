"""A JSON interface over HTTP: pages, limits, and errors that never show a key."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.client import HTTPException, HTTPResponse
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import Request, build_opener

from . import ForgeError

TIMEOUT = 30
MOST = 32_000_000
"""Bytes of one answer; a hundred of the longest comments are a fifth of it."""
PAGE = 100
PAGES = 100


class RefusedError(ForgeError):
    """The forge answered, but not with what we asked for."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


class Api:
    """Speaks to `base`; `name` is what people call the forge."""

    def __init__(self, name: str, base: str, header: str, key: str, secret: str) -> None:
        self.name = name
        self.base = base.rstrip("/")
        self.header = header
        self.key = key
        self.secret = secret
        self.opener = build_opener()

    def get(self, path: str, **query: str | int) -> Any:
        """What lies there."""
        return self._json(Request(f"{self.base}{path}{_query(query)}"))

    def pages(self, path: str, **query: str | int) -> Iterator[dict[str, Any]]:
        """Every entry of a list, however many pages it has."""
        for page in range(1, PAGES + 1):
            entries = self.get(path, **query, per_page=PAGE, page=page)
            yield from entries
            if len(entries) < PAGE:
                return

    def send(self, method: str, path: str, data: dict[str, object]) -> Any:
        """Write; never tried twice, for a comment must not appear twice."""
        request = Request(f"{self.base}{path}", json.dumps(data).encode(), method=method)
        request.add_header("Content-Type", "application/json")
        return self._json(request)

    def raw(self, path: str, most: int) -> bytes | None:
        """A file; none where it is longer than `most` bytes."""
        found = self._read(Request(f"{self.base}{path}"), most + 1)
        return found if len(found) <= most else None

    def _json(self, request: Request) -> Any:
        try:
            return json.loads(self._read(request, MOST) or b"null")
        except ValueError:
            raise ForgeError(
                f"{self.name} antwortet mit etwas, das sich nicht lesen lässt."
            ) from None

    def _read(self, request: Request, most: int) -> bytes:
        request.add_header("User-Agent", "wirkspur")
        # Unredirected: whoever we are sent on to (files often lie elsewhere) must not get the key.
        request.add_unredirected_header(self.header, self.key)
        try:
            answer: HTTPResponse
            with self.opener.open(request, timeout=TIMEOUT) as answer:
                return answer.read(most)
        except HTTPError as error:
            with error:
                raise RefusedError(error.code, self._refusal(request, error)) from None
        except (URLError, HTTPException, OSError) as error:
            reason = getattr(error, "reason", None) or error
            raise ForgeError(self._clean(f"{self.name} ist nicht zu erreichen: {reason}")) from None

    def _refusal(self, request: Request, error: HTTPError) -> str:
        try:
            said = json.loads(error.read(10_000)).get("message", "")
        except (ValueError, AttributeError, OSError):
            said = ""
        what = {
            401: "erkennt den Schlüssel nicht an",
            403: "erlaubt das nicht",
            404: "findet das nicht oder zeigt es diesem Schlüssel nicht",
            429: "bittet um eine Pause",
        }.get(error.code, "lehnt ab")
        place = request.selector.partition("?")[0]
        return self._clean(
            f"{self.name} {what} ({error.code}, {request.get_method()} {place})"
            f"{f': {said}' if said else ''}"
        )

    def _clean(self, text: str) -> str:
        """One short printable line without the key."""
        shown = text.replace(self.secret, "•••")[:500]
        return "".join(sign if sign.isprintable() else " " for sign in shown)


def _query(query: dict[str, str | int]) -> str:
    return f"?{urlencode(query)}" if query else ""
