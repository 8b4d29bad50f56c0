"""`wirkspur watch`: what is due because time has passed, sorted by who should act."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from . import Answer, Here

if TYPE_CHECKING:
    from ..tagesbericht import Tagesbericht

FORMATS = ("text", "markdown", "json")

HILFE = "zeigen, was wartet"
LANG = (
    "Nennt, was mit der Zeit fällig wurde: ausstehende Antworten, verstrichene Zusagen, lange\n"
    "Stille, fehlende Protokolle. Sortiert danach, wer handeln sollte."
)
HEUTE = True


def arguments(parser: ArgumentParser) -> None:
    """Take the form of the output."""
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        metavar="FORM",
        help=f"Form der Ausgabe: {', '.join(FORMATS)} (sonst: text)",
    )


def run(options: Namespace, here: Here) -> Answer:
    """Report about the repository at `options.root`; always 0, since time makes nothing wrong."""
    from .. import tagesbericht

    here.say("Lese …")
    bericht = report_of(options.root, options.today or here.today())
    return Answer(0, getattr(tagesbericht, f"as_{options.format}")(bericht))


def report_of(root: Path, today: date) -> Tagesbericht:
    """What waits in the repository at `root`; broken files are counted, not judged."""
    from ..facts import Facts
    from ..files import read
    from ..register import load
    from ..tagesbericht import report

    register, findings = load(read(root))
    valid = {record.path for record in register.records.values()}
    unread = {finding.path for finding in findings} - valid
    return report(Facts.of(register, today), len(unread))
