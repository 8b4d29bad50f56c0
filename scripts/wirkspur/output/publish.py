"""Put a site on disk: a new folder that replaces the old one at once.

A killed build leaves the old site as it was. Files whose content has not changed are linked from
the old folder into the new one, not written again.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from ..files import BINARY
from .store import remember


class Entry(NamedTuple):
    """A published file: what it was made from, what is in it, and how it lay on disk."""

    key: str
    digest: str
    size: int
    mtime: int


@dataclass(frozen=True)
class Old:
    """The site as published before; empty where there is none or it cannot be trusted."""

    folder: Path
    entries: dict[str, Entry]

    @classmethod
    def read(cls, out: Path, memory: Path) -> Old:
        """Read what is known of the site at `out`."""
        retired = _beside(out, "alt")
        if retired.is_dir() and not out.exists():
            retired.rename(out)  # killed between the two renames of `swap`
        try:
            kept = json.loads(memory.read_bytes())
            if kept["out"] == str(out.resolve()) and out.is_dir():
                return cls(out, {path: Entry(*entry) for path, entry in kept["files"].items()})
        except (OSError, ValueError, KeyError, TypeError):
            pass
        return cls(out, {})

    def key(self, path: str) -> str:
        """What a file was made from; empty if it is gone or was changed by somebody else."""
        entry = self.entries.get(path)
        if entry is None:
            return ""
        try:
            stat = os.stat(f"{self.folder}/{path}")  # noqa: PTH116, half the cost of Path
        except OSError:
            return ""
        return entry.key if (stat.st_size, stat.st_mtime_ns) == entry[2:] else ""


class New:
    """The folder that will replace the site."""

    def __init__(self, old: Old) -> None:
        """Begin an empty folder beside the old one."""
        self.old = old
        self.folder = _beside(old.folder, "neu")
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self.entries: dict[str, Entry] = {}

    def folders(self, paths: Iterable[str]) -> None:
        """Make the folders of all files at once."""
        made = {""}
        for path in sorted({path.rpartition("/")[0] for path in paths}):
            parts = path.split("/")
            for depth in range(1, len(parts) + 1):
                folder = "/".join(parts[:depth])
                if folder not in made:
                    made.add(folder)
                    os.mkdir(f"{self.folder}/{folder}")  # noqa: PTH102, as above

    def keep(self, path: str) -> bool:
        """Take a file over from the old site unchanged; False if that cannot be done."""
        try:
            os.link(f"{self.old.folder}/{path}", f"{self.folder}/{path}")
        except OSError:
            return False
        self.entries[path] = self.old.entries[path]
        return True

    def write(self, path: str, key: str, content: bytes) -> Entry:
        """Write a file, unless the old site holds the very same content."""
        digest = blake2b(content, digest_size=16).hexdigest()
        old = self.old.entries.get(path)
        if old and old.digest == digest and self.old.key(path) and self.keep(path):
            entry = old._replace(key=key)
        else:
            target = f"{self.folder}/{path}"
            handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | BINARY, 0o644)
            try:
                os.write(handle, content)
                stat = os.fstat(handle)
            finally:
                os.close(handle)
            entry = Entry(key, digest, stat.st_size, stat.st_mtime_ns)
        self.entries[path] = entry
        return entry

    def swap(self, memory: Path) -> None:
        """Let the new folder take the place of the old one, and note what it holds."""
        out, retired = self.old.folder, _beside(self.old.folder, "alt")
        shutil.rmtree(retired, ignore_errors=True)
        with contextlib.suppress(FileNotFoundError):
            memory.unlink()
        if out.exists():
            out.rename(retired)
        self.folder.rename(out)
        remember(memory, {"out": str(out.resolve()), "files": self.entries})
        shutil.rmtree(retired, ignore_errors=True)


def _beside(out: Path, word: str) -> Path:
    return out.with_name(f".{out.name}-{word}")


def changed(old: Old, keys: Mapping[str, str]) -> list[str]:
    """The files that have to be made: those whose key is not the one they were made from."""
    return [path for path, key in keys.items() if old.key(path) != key]
