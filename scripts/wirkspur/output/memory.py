"""What was read before: fields of unchanged files need not be parsed again.

Only the parsing is remembered, by the digest of the bytes; every record is validated and checked
afresh each time, so a memory can never hide a finding.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path

from pydantic_core import from_json, to_json

from ..files import program_digest
from ..source import Document, parse
from .forks import processes, spread
from .store import write_whole

WORTH_A_PROCESS = 500
"""Files below which another process costs more than it saves."""


class Memory:
    """A line per file: what to know of it as JSON, read back only where the file is the same."""

    def __init__(self, root: Path) -> None:
        """Open what an earlier run of the same program has kept; empty if there is nothing."""
        self.file = root / "build" / "cache" / "parsed"
        self.program = program_digest().encode()
        self.old: dict[bytes, bytes] = {}
        self.kept: list[bytes] = []
        self.new: list[bytes] = []
        with contextlib.suppress(OSError):
            program, *lines = self.file.read_bytes().split(b"\n")
            if program == self.program:
                self.kept = lines
                self.old = {line.partition(b"\t")[0]: line for line in lines}

    def prefetch(self, files: dict[str, bytes], jobs: int | None) -> None:
        """Parse what is not known yet in several processes, where there is much of it."""
        unknown = [item for item in files.items() if _key(*item) not in self.old]
        number = processes(jobs, len(unknown), WORTH_A_PROCESS)
        if number > 1:
            for lines in spread(_parsed, unknown, number):
                self.old.update(lines)

    def read(self, path: str, raw: bytes) -> Document:
        """Parse a file, or recall it."""
        key = _key(path, raw)
        if line := self.old.get(key):
            self.new.append(line)
            start, end, body_start, digest, data = from_json(line.partition(b"\t")[2])
            return Document(path, raw, data, (), start, end, body_start, digest)
        document = parse(path, raw)
        if line := _line(key, document):
            self.new.append(line)
        return document

    def keep(self) -> None:
        """Write down what was read, for the next run, and forget it."""
        if self.new != self.kept:
            with contextlib.suppress(OSError):
                write_whole(self.file, b"\n".join([self.program, *self.new]))
        self.old, self.kept, self.new = {}, [], []


def _key(path: str, raw: bytes) -> bytes:
    return blake2b(raw + path.encode(), digest_size=16).hexdigest().encode()


def _line(key: bytes, d: Document) -> bytes:
    if d.data is None or d.findings:
        return b""
    return key + b"\t" + to_json((d.start, d.end, d.body_start, d.digest, d.data))


def _parsed(files: Sequence[tuple[str, bytes]]) -> dict[bytes, bytes]:
    keyed = ((_key(path, raw), path, raw) for path, raw in files)
    lines = {key: _line(key, parse(path, raw)) for key, path, raw in keyed}
    return {key: line for key, line in lines.items() if line}
