"""`wirkspur build`: check, draw the frames, stamp what changed, put the new site in place."""

from __future__ import annotations

import contextlib
import gc
import json
import multiprocessing
import os
from collections.abc import Callable, Iterator
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import Any

from .. import frame, gate
from ..exports.sitemap import sitemap
from ..files import Tree, program_digest, read
from ..findings import Finding
from ..pages import Page
from ..register import Register
from ..render import Renderer, all_pages
from ..reporters import Report
from ..reporters.text import report as as_text
from ..site import Context, Site
from . import memory
from .check import exit_code, lines_of
from .publish import Entry, New, Old, changed
from .store import remember

Say = Callable[[str], None]

WORTH_A_PROCESS = 250
"""Pages below which another process costs more than it saves."""


def run(root: Path, out: Path | None, today: date, jobs: int | None, say: Say) -> tuple[int, str]:
    """Build the site of the repository at `root`; gives exit code and what to print.

    Refuses while there is an error finding: then the old site stays as it is.
    """
    out = out or root / "build" / "site"
    refusal = _not_ours(root, out)
    if refusal:
        return 2, refusal
    with _no_collector():
        say("Lese und prüfe …")
        tree = read(root)
        key = tree.digest(program_digest(), str(today), _theme(root))
        old = Old.read(out, root / "build" / "cache" / "site.json")
        if _untouched(root, key, old):
            say("")
            return 0, f"Nichts zu tun: {len(old.entries)} Dateien sind aktuell in {out}.\n"
        register, findings = gate.check(tree, today, memory.reader(root))
        if exit_code(findings):
            say("")
            return exit_code(findings), _refused(findings, tree)
        written, total = _publish(root, old, register, today, jobs, say)
        memory.keep(root, register)
        remember(_last(root), {"key": key})
        say("")
    warnings = f"{len(findings)} Hinweise, siehe: wirkspur check\n" if findings else ""
    return 0, f"{warnings}{written} von {total} Dateien neu geschrieben in {out}.\n"


def _not_ours(root: Path, out: Path) -> str:
    """Why `out` must not be replaced; empty if it may."""
    resolved = out.resolve()
    if resolved == root.resolve() or resolved in root.resolve().parents:
        return f"In diesen Ordner kann nicht gebaut werden: {out}\n"
    if out.is_dir() and any(out.iterdir()) and not (out / "404.html").is_file():
        return (
            f"Der Ordner {out} ist nicht leer und keine gebaute Seite. Er würde ersetzt.\n"
            "Bitte einen anderen Ordner angeben oder ihn selbst leeren.\n"
        )
    return ""


@contextlib.contextmanager
def _no_collector() -> Iterator[None]:
    """Thousands of records live to the end; looking for garbage among them only costs time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _theme(root: Path) -> str:
    """Changes with everything the theme draws from."""
    summe = blake2b(digest_size=16)
    for path in (root / "mkdocs.yml", *sorted((root / "overrides").rglob("*"))):
        if path.is_file():
            summe.update(f"{path.name}\0".encode() + path.read_bytes())
    return summe.hexdigest()


def _last(root: Path) -> Path:
    return root / "build" / "cache" / "last.json"


def _untouched(root: Path, key: str, old: Old) -> bool:
    """Whether the last build was of the very same input and its files still lie there."""
    try:
        same = json.loads(_last(root).read_bytes())["key"] == key
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return same and bool(old.entries) and all(old.key(path) for path in old.entries)


def _refused(findings: list[Finding], tree: Tree) -> str:
    text = as_text(Report(findings, len(tree.files), lines_of(tree)))
    return f"{text}Die Seite wurde nicht gebaut; die alte bleibt stehen.\n"


def _publish(
    root: Path, old: Old, register: Register, today: date, jobs: int | None, say: Say
) -> tuple[int, int]:
    site = Site.of(register, Context(today))
    pages = {f"{page.adresse}index.html": page for page in all_pages(site)}
    say("Zeichne die Rahmen …")
    drawn = frame.draw(
        root, root / "build" / "frames", (frame.frame_of(p.adresse) for p in pages.values()),
        site.stadt.seitenname, site.stadt.adresse,
    )  # fmt: skip
    everywhere = f"{program_digest()}{today}{site.stadt!r}"
    keys = {path: _page_key(page, drawn, everywhere) for path, page in pages.items()}
    static = {**drawn.static}
    extra = {"sitemap.xml": sitemap(site, [*pages, *(p for p in static if p.endswith(".html"))])}
    extra_keys = {path: blake2b(text, digest_size=16).hexdigest() for path, text in extra.items()}
    todo = changed(old, {**keys, **static, **extra_keys})

    new = New(old)
    new.folders([*keys, *static, *extra])
    todo_set = set(todo)
    for path in (*keys, *static, *extra):
        if path not in todo_set and not new.keep(path):
            todo_set.add(path)
    for path in sorted(todo_set & static.keys()):
        new.write(path, static[path], (drawn.folder / path).read_bytes())
    for path in sorted(todo_set & extra.keys()):
        new.write(path, extra_keys[path], extra[path])
    work = [(path, pages[path], keys[path]) for path in keys if path in todo_set]
    renderer = Renderer(site, drawn.frames, root / "build" / "cache" / "jinja")
    _stamp(new, renderer, work, _processes(jobs, len(work)), say)
    before = {path: entry.mtime for path, entry in old.entries.items()}
    written = sum(before.get(path) != entry.mtime for path, entry in new.entries.items())
    new.swap(root / "build" / "cache" / "site.json")
    return written, len(new.entries)


def _page_key(page: Page, drawn: frame.Drawn, everywhere: str) -> str:
    frame_digest = drawn.frames[frame.frame_of(page.adresse)].digest
    made_from = f"{everywhere}{frame_digest}{page.titel}{page.kurz}{page.template}{page.key!r}"
    return blake2b(made_from.encode(), digest_size=16).hexdigest()


def _processes(jobs: int | None, pages: int) -> int:
    if jobs is None:
        jobs = min(os.cpu_count() or 1, 8)
    if "fork" not in multiprocessing.get_all_start_methods():
        return 1
    return max(1, min(jobs, pages // WORTH_A_PROCESS))


Work = list[tuple[str, Page, str]]


def _stamp(new: New, renderer: Renderer, work: Work, processes: int, say: Say) -> None:
    """Render and write pages, in several processes where there are many."""
    if processes == 1:
        for number, (path, page, key) in enumerate(work, 1):
            new.write(path, key, renderer.html(page).encode())
            if number % 50 == 0:
                say(f"Schreibe Seiten … {number} von {len(work)}")
        return
    gc.freeze()
    context = multiprocessing.get_context("fork")
    pipes: list[tuple[Any, Any]] = []
    for part in (work[i::processes] for i in range(processes)):
        receiver, sender = context.Pipe(duplex=False)
        process = context.Process(target=_worker, args=(new, renderer, part, sender))
        process.start()
        sender.close()
        pipes.append((process, receiver))
    done = 0
    for process, receiver in pipes:
        entries: dict[str, Entry] | None = None
        with contextlib.suppress(EOFError):
            entries = receiver.recv()
        process.join()
        if entries is None or process.exitcode:
            raise RuntimeError("a worker died while writing pages")
        new.entries.update(entries)
        done += len(entries)
        say(f"Schreibe Seiten … {done} von {len(work)}")


def _worker(new: New, renderer: Renderer, work: Work, sender: Any) -> None:
    sender.send(
        {path: new.write(path, key, renderer.html(page).encode()) for path, page, key in work}
    )
    sender.close()
