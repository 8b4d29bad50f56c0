"""`wirkspur check`: every finding about a repository, at once."""

from __future__ import annotations

import importlib
import json
import re
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

from ..files import Tree, program_digest, read
from ..findings import Finding, Severity
from ..output.store import remember
from ..reporters import Report
from ..reporters.json import as_data, from_data
from . import Answer, Here

FORMATS = ("text", "github", "markdown", "json")
INTERNAL = "pruefprogramm"
HELP = "hilfe/regeln/"
"""The pages of the rules, below the address of the site."""


HILFE = "alle Dateien prüfen"
LANG = "Prüft alle Einträge und nennt alles auf einmal."
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
    """Check the repository at `options.root`.

    0 clean (warnings allowed), 1 errors found, 3 a fault of the program itself.
    """
    here.say("Lese und prüfe …")
    tree = read(options.root)
    findings = findings_of(options.root, tree, options.today or here.today())
    reporter = importlib.import_module(f"..reporters.{options.format}", __package__)
    return Answer(exit_code(findings), reporter.report(report_of(tree, findings)))


def report_of(tree: Tree, findings: list[Finding]) -> Report:
    """What a reporter needs."""
    more = help_of(tree) if findings else ""
    return Report(findings, len(tree.files), lines_of(tree, findings), more)


def help_of(tree: Tree) -> str:
    """The address below which the site explains every rule."""
    return f"{named(tree)[1].rstrip('/')}/{HELP}"


def named(tree: Tree) -> tuple[str, str]:
    """Name and address of the site; read alone, whatever else is broken."""
    from ..source import parse

    path = "content/register/stadt.yml"
    data = parse(path, tree.files.get(path, b"")).data or {}
    name, city, address = (str(data.get(k) or "") for k in ("seitenname", "name", "adresse"))
    name = name or "Wirkspur"
    if city not in name:
        name = f"{name} {city}"
    usable = re.fullmatch(r"https?://[^\s()<>\[\]\"]+", address)
    return name, address if usable else "https://example.org/"


def findings_of(root: Path, tree: Tree, today: date) -> list[Finding]:
    """The findings; remembered from the last run when not a byte has changed since."""
    key = tree.digest(program_digest(), str(today))
    memory = root / "build" / "cache" / "check.json"
    try:
        kept = json.loads(memory.read_text(encoding="utf-8"))
        if kept["key"] == key:
            return from_data(kept)[0]
    except (OSError, ValueError, KeyError, TypeError):
        pass  # no memory, or one of another version: check afresh
    from ..gate import check

    _, findings = check(tree, today)
    if exit_code(findings) != 3:
        remember(memory, {"key": key, **as_data(findings, len(tree.files))})
    return findings


def exit_code(findings: list[Finding]) -> int:
    """The promise of the command line (house.md): 0, 1 or 3."""
    if any(finding.code == INTERNAL for finding in findings):
        return 3
    return int(any(finding.severity is Severity.FEHLER for finding in findings))


def lines_of(tree: Tree, findings: list[Finding]) -> Callable[[str, int], str]:
    """See a line of a file: takes path and number, empty where there is none.

    What a finding calls private is blotted out.
    """
    private: dict[tuple[str, int], list[Finding]] = {}
    for finding in findings:
        if finding.hidden:
            private.setdefault((finding.path, finding.line), []).append(finding)

    @cache
    def split(path: str) -> list[str]:
        raw = tree.files.get(path, b"")
        # A picture has no lines that anybody could read.
        return [] if b"\0" in raw else raw.decode("utf-8", "replace").split("\n")

    def line(path: str, number: int) -> str:
        lines = split(path)
        text = lines[number - 1].rstrip("\r") if 0 < number <= len(lines) else ""
        for finding in private.get((path, number), ()):
            start = finding.column - 1 + text.startswith("\ufeff")  # columns do not count it
            end = start + finding.hidden
            text = f"{text[:start]}{'•' * len(text[start:end])}{text[end:]}"
        return text

    return line
