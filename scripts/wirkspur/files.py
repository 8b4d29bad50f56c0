"""What lies in a repository: the bytes of every file people wrote, and one digest of them all.

Imports nothing heavy: when nothing has changed since the last run, this is all that runs.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

FOLDERS = ("content", "issues", "sozialraeume")
"""The folders that people write (house.md); nothing else is read as content."""

PICTURES = "overrides/assets/bilder"
"""The program's own pictures, read along because pages show them."""

BINARY = getattr(os, "O_BINARY", 0)
"""Windows would change line ends on the way without it."""

SUBMODULES = ".gitmodules"
"""The file by which Git binds in other repositories."""

READ_AT_MOST = 2_000_000


@dataclass(frozen=True, slots=True)
class Tree:
    """The files of a repository: path (with slashes, relative) → bytes, in order of paths.

    `links` are symbolic links and other things that are not plain files; they are never followed.
    `repositories` are those of Git inside this one, `pictures` those of the program.
    """

    files: dict[str, bytes]
    links: tuple[str, ...] = ()
    repositories: tuple[str, ...] = ()
    pictures: dict[str, bytes] = field(default_factory=dict)

    def digest(self, *salt: str) -> str:
        """One digest of all paths and contents, and of whatever else the result depends on."""
        summe = blake2b(digest_size=16)
        for word in (*salt, *self.links, *self.repositories):
            summe.update(word.encode() + b"\0")
        for path, raw in (*self.files.items(), *self.pictures.items()):
            summe.update(f"{path}\0{len(raw)}\0".encode())
            summe.update(raw)
        return summe.hexdigest()


def read(root: Path) -> Tree:
    """Read everything below the content folders of the repository at `root`, and the pictures.

    Hidden files are passed over, but for hidden records. Raises OSError if a file cannot be read.
    """
    found: list[str] = []
    links: list[str] = []
    repositories: list[str] = []
    base = str(root)
    folders = ["", PICTURES] if _plain(root / PICTURES, root) else [""]
    while folders:
        folder = folders.pop()
        with os.scandir(f"{base}/{folder}") as entries:
            for entry in entries:
                path = f"{folder}/{entry.name}" if folder else entry.name
                if entry.name == ".git" and folder:
                    repositories.append(path)
                    continue
                if _HIDDEN.match(entry.name) or (not folder and not _ours(entry)):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    folders.append(path)
                elif entry.is_file(follow_symlinks=False):
                    found.append(path)
                else:
                    links.append(path)
    files = {_shown(path): _bytes(f"{base}/{path}") for path in sorted(found)}
    beside = [path for path in files if path.startswith(f"{PICTURES}/")]
    pictures = {path: files.pop(path) for path in beside}
    return Tree(
        files,
        tuple(map(_shown, sorted(links))),
        tuple(map(_shown, sorted(repositories))),
        {path: raw for path, raw in pictures.items() if path.endswith(".webp")},
    )


_HIDDEN = re.compile(r"\.(?![^\W_].*\.(?:md|ya?ml)\Z|gitmodules\Z)")
"""What programs leave beside the files. A record that is hidden by its name would be lost."""


def _plain(folder: Path, root: Path) -> bool:
    """Whether this is a folder of the repository itself, reached through no link."""
    return folder.is_dir() and folder.resolve() == root.resolve() / folder.relative_to(root)


def _ours(entry: os.DirEntry[str]) -> bool:
    """Whether something at the top of the repository is content, or was meant to be.

    The usual slip of „Add file“ in a browser is a record that lands beside its folder.
    """
    if entry.name.casefold() in FOLDERS or entry.name == SUBMODULES:
        return True
    if not entry.name.endswith(".md") or not entry.is_file(follow_symlinks=False):
        return False
    return _bytes(entry.path)[:4] in {b"---\n", b"---\r"}


def _shown(path: str) -> str:
    """A path as it can be printed: names that are no UTF-8 get a replacement sign."""
    return os.fsencode(path).decode("utf-8", "replace")


def _bytes(path: str) -> bytes:
    handle = os.open(path, os.O_RDONLY | BINARY)
    try:
        # Asking for no more than there is: a large buffer costs more than the reading itself.
        return os.read(handle, min(os.fstat(handle).st_size + 1, READ_AT_MOST))
    finally:
        os.close(handle)


def program_digest() -> str:
    """Changes whenever the program itself does, so that caches never outlive it."""
    package = Path(__file__).parent
    summe = blake2b(digest_size=16)
    for path in sorted(package.rglob("*")):
        if path.suffix in {".py", ".html", ".mo"}:
            stat = path.stat()
            summe.update(f"{path.name}\0{stat.st_mtime_ns}\0{stat.st_size}\0".encode())
    return summe.hexdigest()
