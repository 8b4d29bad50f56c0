"""`wirkspur review`: check a contribution and say what it changes, as data for the answer."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from ..files import Tree, read
from . import Answer, Here
from .check import exit_code, lines_of

HILFE = "einen Beitrag mit dem Stand davor vergleichen"
LANG = """\
Prüft das Projekt und vergleicht es mit einem früheren Stand. Das Ergebnis ist eine Datei, aus der
„wirkspur comment“ die Antwort macht."""
HEUTE = True


def arguments(parser: ArgumentParser) -> None:
    """Take the state before and the file to write."""
    parser.add_argument(
        "--base", type=Path, metavar="ORDNER", required=True, help="Ordner mit dem Stand davor"
    )
    parser.add_argument(
        "--out", type=Path, metavar="DATEI", required=True, help="wohin das Ergebnis kommt"
    )


def run(options: Namespace, here: Here) -> Answer:
    """Compare and write; codes as for a check."""
    from .. import gate
    from ..review import review

    today = options.today or here.today()
    tree = read(options.root)
    after = gate.check(tree, today)
    base = read(options.base) if options.base.is_dir() else Tree({})
    before = gate.check(base, today)
    found = review(before, after, len(tree.files), lines_of(tree, after[1]))
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(found.model_dump_json(indent=1), encoding="utf-8")
    return Answer(
        exit_code(after[1]),
        f"{found.funde_gesamt} Meldungen, {found.eintraege_gesamt} Einträge: {options.out}\n",
    )
