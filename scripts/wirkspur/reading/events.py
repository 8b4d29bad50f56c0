"""YAML events → nested dicts, lists and texts. Nothing here decides a type.

Read with the C parser's bare events: every scalar stays the text it is, and neither deep nesting
nor an alias bomb can do harm because nothing recurses and nothing is expanded.
"""

from __future__ import annotations

from typing import Any

from yaml import cyaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from ..findings import Finding, Location
from .bullets import Repeated, glued, not_indented, odd_name, repeated
from .syntax_text import (
    SCHREIBWEISE,
    VERSCHACHTELT,
    hash_text,
    special,
    swallowed,
    wrong_in_quotes,
)

MAX_DEPTH = 20

Loc = tuple[str | int, ...]
"""The way to a value: field names and list positions from 0."""

Marks = dict[Loc, tuple[int, int]]
"""Line and column (from 0) of each field under its loc, and of its value under (*loc, "")."""


class _Events(cyaml.CParser):  # type: ignore[misc, name-defined]
    """The C parser as a bare stream of events."""

    def __init__(self, text: str) -> None:
        super().__init__(text)


def read(
    path: str,
    text: str,
    findings: list[Finding],
    marks: Marks | None = None,
) -> dict[str, Any] | None:
    """Turn the events of a YAML text into nested dicts, lists and texts.

    Empty values are left out, as if the field were not there. With `marks`, also notes line and
    column (from 0) of each field under its loc, and of its value under (*loc, "").
    """
    twice: list[Repeated] = []
    try:
        return _read(path, text, findings, twice, marks)
    finally:
        if twice:
            findings.extend(repeated(path, text.split("\n"), twice))


def _read(  # noqa: PLR0912, PLR0915, one loop over events; split up it would cost a third more
    path: str,
    text: str,
    findings: list[Finding],
    twice: list[Repeated],
    marks: Marks | None,
) -> dict[str, Any] | None:
    next_event = _Events(text).get_event
    root: list[Any] = []
    container: Any = root
    key: str | None = None
    line = 0
    stack: list[tuple[Any, str | None, set[str]]] = []
    names: set[str] = set()
    loc: list[str | int] = []
    documents = 0
    hashes = "#" in text
    commands = "&" in text or "!" in text
    backslashes = "\\" in text
    rows: list[str] = []  # the lines, split only where something is odd

    def place(event: Any) -> Location:
        return Location(path, event.start_mark.line + 1, event.start_mark.column + 1)

    while (event := next_event()) is not None:
        kind = type(event)
        if kind is ScalarEvent:
            value = event.value
            if commands and (event.anchor or event.tag):
                rows = rows or text.split("\n")
                findings.append(special(path, rows, event))
            if key is None and type(container) is dict:
                line = event.start_mark.line
                if value in names:
                    twice.append(Repeated(event, container, len(names), len(stack) - 1))
                elif not names and not "A" <= value < "{":
                    findings.extend(odd_name(path, text.split("\n"), event))
                names.add(value)
                key = value
                if marks is not None:
                    loc.append(value)
                    marks.setdefault(tuple(loc), (line, event.start_mark.column))
                continue
            style = event.style
            if not style:
                if event.end_mark.line != (event.start_mark.line if key is None else line):
                    rows = rows or text.split("\n")
                    findings.extend(glued(path, rows, event, None if key is None else line))
                if hashes:
                    rows = rows or text.split("\n")
                    if rest := hash_text(rows, event):
                        findings.append(swallowed(path, rows, event, rest))
                        value = value or rest
            elif style in "|>":
                value = value.strip()
            elif backslashes or event.start_mark.line != event.end_mark.line:
                rows = rows or text.split("\n")
                findings.extend(wrong_in_quotes(path, rows, text, event))
            if key is not None:
                if marks is not None:
                    here = (event.start_mark.line, event.start_mark.column)
                    marks.setdefault((*loc, ""), here)
                    loc.pop()
                if value:
                    container.setdefault(key, value)
                key = None
            elif value:
                if marks is not None and container is not root:
                    here = (event.start_mark.line, event.start_mark.column)
                    marks.setdefault((*loc, len(container)), here)
                    marks.setdefault((*loc, len(container), ""), here)
                container.append(value)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            if commands and (event.anchor or event.tag):
                rows = rows or text.split("\n")
                findings.append(special(path, rows, event))
            if key is None and type(container) is dict:
                findings.append(SCHREIBWEISE.at(
                    place(event), "Hier wird ein Feldname erwartet.",
                    "Werte mit Klammern bitte in Anführungszeichen setzen.",
                ))  # fmt: skip
                return None
            if len(stack) >= MAX_DEPTH:
                findings.append(VERSCHACHTELT.at(
                    place(event), "Hier sind zu viele Ebenen ineinander.",
                    "Bitte die Einrückung prüfen.",
                ))  # fmt: skip
                return None
            new: Any = {} if kind is MappingStartEvent else []
            if marks is not None and type(container) is list and container is not root:
                loc.append(len(container))
                marks.setdefault(tuple(loc), (event.start_mark.line, event.start_mark.column))
            if type(container) is dict:
                container.setdefault(key, new)
            else:
                container.append(new)
            stack.append((container, key, names))
            container, key, names = new, None, set()
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            if len(names) == 1 and "datum" in names:
                rows = rows or text.split("\n")
                findings.extend(not_indented(path, rows, line))
            container, key, names = stack.pop()
            key = None
            if marks is not None and loc:
                loc.pop()
        elif kind is AliasEvent:
            findings.append(special(path, text.split("\n"), event))
            return None
        elif kind is DocumentStartEvent:
            documents += 1
            if documents > 1:
                findings.append(SCHREIBWEISE.at(
                    place(event), "Hier beginnt ein zweiter Kopf.",
                    "Bitte die Zeile --- löschen oder zwei Dateien daraus machen.",
                ))  # fmt: skip
                return None
    if not root or type(root[0]) is not dict:
        findings.append(SCHREIBWEISE.at(
            Location(path), "Hier stehen keine Felder.",
            "Jede Zeile braucht einen Namen und einen Wert, zum Beispiel: titel: Mehr Licht",
        ))  # fmt: skip
        return None
    data: dict[str, Any] = root[0]
    return data
