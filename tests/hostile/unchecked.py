"""Build a repository as the command does, but with every check switched off.

The command itself has no such switch: this puts its parts together without the gate.
Run as a process of its own: python unchecked.py REPO DAY
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from wirkspur.commands.check import named
from wirkspur.facts import Facts
from wirkspur.files import read
from wirkspur.frame import Drawing
from wirkspur.output import making
from wirkspur.output.publish import Old
from wirkspur.register import load
from wirkspur.render import all_frames


def main(root: Path, today: date) -> None:
    """Build `root` into build/site, whatever is wrong with it."""
    tree = read(root)
    drawing = Drawing(root, root / "build" / "frames", all_frames(), *named(tree))
    register, _ = load(tree)
    old = Old.read(root / "build" / "site", root / "build" / "cache" / "site.json")
    making.make(root, old, Facts.of(register, today), drawing, 1, lambda _: None)


if __name__ == "__main__":
    main(Path(sys.argv[1]), date.fromisoformat(sys.argv[2]))
