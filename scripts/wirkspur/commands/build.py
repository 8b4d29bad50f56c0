"""`wirkspur build`: check, draw the frames, stamp what changed, put the new site in place."""

from __future__ import annotations

import json
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable
from datetime import date
from hashlib import blake2b
from pathlib import Path

from ..files import Tree, program_digest, read
from ..findings import Finding
from ..output.publish import Old
from ..output.store import remember
from ..reporters.text import report as as_text
from . import Answer, Here
from .check import exit_code, named, report_of

Say = Callable[[str], None]


HILFE = "die Seite bauen"
LANG = "Prüft alles und baut die Seite. Bei Fehlern bleibt die alte Seite stehen."
HEUTE = True


def arguments(parser: ArgumentParser) -> None:
    """Take where to build and how many processes may help."""
    parser.add_argument(
        "--out", type=Path, metavar="ORDNER", help="wohin (sonst: build/site im Projekt)"
    )
    parser.add_argument(
        "--jobs",
        type=_jobs,
        metavar="N",
        help="wie viele Prozesse (sonst: so viele, wie es sich lohnt)",
    )
    parser.add_argument(
        "--no-search", dest="suche", action="store_false", help="die Suche lassen, wie sie ist"
    )


def _jobs(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= 256:
        raise ArgumentTypeError("eine Zahl von 1 bis 256")
    return int(text)


def run(options: Namespace, here: Here) -> Answer:
    """Build the site; 0 built, 1 and 3 as for a check, 2 a folder that must not be replaced."""
    today = options.today or here.today()
    code, text = build(
        options.root, options.out, today, options.jobs, here.say, suche=options.suche
    )
    return Answer(code, err=text) if code else Answer(code, text)


def build(
    root: Path, out: Path | None, today: date, jobs: int | None, say: Say, *, suche: bool = True
) -> tuple[int, str]:
    """Build the site of the repository at `root`; gives exit code and what to print.

    Refuses while there is an error finding: then the old site stays as it is. Without `suche`, the
    index of the search may be an older one.
    """
    out = out or root / "build" / "site"
    refusal = _not_ours(root, out)
    if refusal:
        return 2, refusal
    say("Lese und prüfe …")
    tree = read(root)
    key = tree.digest(program_digest(), str(today), _theme(root), str(suche))
    old = Old.read(out, root / "build" / "cache" / "site.json")
    if _untouched(root, key, old):
        say("")
        return 0, f"Nichts zu tun: {len(old.entries)} Dateien sind aktuell in {out}.\n"
    from .. import gate
    from ..frame import Drawing
    from ..output import making
    from ..output.memory import Memory
    from ..render import all_frames

    drawing = Drawing(root, root / "build" / "frames", all_frames(), *named(tree))
    memory = Memory(root)
    memory.prefetch(tree.files, jobs)
    facts, findings = gate.check(tree, today, memory.read)
    memory.keep()
    if exit_code(findings):
        drawing.stop()
        say("")
        return exit_code(findings), _refused(findings, tree)
    written, total, problem = making.make(root, old, facts, drawing, jobs, say, suche=suche)
    remember(_last(root), {"key": "" if problem else key})
    say("")
    warnings = f"{len(findings)} Hinweise, siehe: wirkspur check\n" if findings else ""
    return 0, f"{problem}{warnings}{written} von {total} Dateien neu geschrieben in {out}.\n"


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
    text = as_text(report_of(tree, findings))
    return f"{text}Die Seite wurde nicht gebaut; die alte bleibt stehen.\n"
