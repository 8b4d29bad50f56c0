"""Making the files of a site: frames from the theme, pages stamped into them, the rest beside."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
from collections.abc import Callable
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import Any

from .. import frame
from ..exports.sitemap import sitemap
from ..files import program_digest
from ..pages import Page
from ..register import Register
from ..render import Renderer, all_pages
from ..site import Context, Site
from .publish import Entry, New, Old, changed

Say = Callable[[str], None]

WORTH_A_PROCESS = 250
"""Pages below which another process costs more than it saves."""


def make(
    root: Path, old: Old, register: Register, today: date, jobs: int | None, say: Say
) -> tuple[int, int]:
    """Make the site of a register in place of the old one; gives files written and in all.

    Only pages whose key has changed are rendered; `jobs` None means as many as are worth it.
    """
    site = Site.of(register, Context(today))
    pages = {f"{page.adresse}index.html": page for page in all_pages(site)}
    say("Zeichne die Rahmen …")
    drawn = frame.draw(
        root, root / "build" / "frames", (frame.frame_of(p.adresse) for p in pages.values()),
        site.stadt.seitenname, site.stadt.adresse,
    )  # fmt: skip
    # Names of topics, offices and rungs may stand on any page, and the registers change seldom.
    registers = "".join(r.document.digest for r in register.records.values() if r.type.datei)
    everywhere = f"{program_digest()}{today}{registers}"
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
