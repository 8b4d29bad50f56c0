"""What was read before: fields of unchanged files need not be parsed again.

Only the parsing is remembered, by the digest of the bytes; every record is validated and checked
afresh each time, so a memory can never hide a finding.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path

from pydantic_core import from_json, to_json

from ..files import program_digest
from ..register import Register
from ..source import Document, parse
from .store import write_whole


def _file(root: Path) -> Path:
    return root / "build" / "cache" / "parsed.json"


def reader(root: Path) -> Callable[[str, bytes], Document]:
    """A `parse` that remembers."""
    try:
        kept = from_json(_file(root).read_bytes())
        known = kept["files"] if kept["program"] == program_digest() else {}
    except (OSError, ValueError, KeyError, TypeError):
        known = {}

    def read(path: str, raw: bytes) -> Document:
        entry = known.get(path)
        if entry is None:
            return parse(path, raw)
        digest, data, start, end, body_start = entry
        if blake2b(raw, digest_size=16).hexdigest() != digest:
            return parse(path, raw)
        text = raw.decode()
        body = text[body_start:].strip() if body_start else ""
        return Document(path, text, data, body, (), start, end, body_start, digest)

    return read


def keep(root: Path, register: Register) -> None:
    """Remember every document that was read without a finding."""
    files = {
        d.path: (d.digest, d.data, d.start, d.end, d.body_start)
        for _, d in register.documents
        if d.data is not None and not d.findings
    }
    with contextlib.suppress(OSError):
        write_whole(_file(root), to_json({"program": program_digest(), "files": files}))
