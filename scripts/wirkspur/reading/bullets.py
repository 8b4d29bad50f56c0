"""Lists: dashes that are no dashes, forgotten dashes, fields that slipped out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest
from typing import Any

from ..findings import Finding, Location
from .syntax_text import DOPPELT, LISTE, PREFIX, SCHREIBWEISE, Lines, indent

BULLET = re.compile(
    r"\s*(?:-(?=[^\s-])|[•·▪◦‣○●\uf0b7]\s*|[–—−‒‐*+o]\s+|\d{1,2}[.)]\s+|[A-Za-z][.)]\s+)(?=\S)"
)
"""What people and other programs put in front of list items."""

_WEAK = re.compile(r"\s*(?:\w{1,2}[.)]|o)\s")
"""Bullets that alone could as well begin a sentence: „1. Mai“."""


def bullet(path: str, number: int, line: str, how: str = "") -> Finding:
    """A line that should have been an item of a list."""
    match = BULLET.match(line)
    text = line[match.end() :] if match else line.strip().removeprefix("- ")
    return LISTE.at(
        Location(path, number + 1, indent(line) + 1),
        "Diese Zeile sieht wie ein Listenpunkt aus, wird aber nicht so gelesen.",
        f"Bitte {how}mit Strich und Leerzeichen beginnen: - {text.strip()}",
    )


def glued(path: str, lines: Lines, event: Any, name: int | None) -> Iterator[Finding]:
    """Lines that are read as one text though they look like several items.

    `name`: the line of the field's name; None for an item of a list.
    """
    first, column, last = event.start_mark.line, event.start_mark.column, event.end_mark.line
    rows = [(n, lines[n]) for n in range(first, min(last + 1, len(lines)))]
    if not rows:  # nothing, at the very end
        return
    below = name is not None and name != first
    how = "" if below or name is None else "in einer eigenen Zeile "
    if below:
        bullets = [row for row in rows if BULLET.match(row[1])]
        if first == last and _WEAK.match(rows[0][1]):
            return
        if not bullets and len(rows) > 1:
            yield _joined(path, lines, first)
    elif lines[first][:column].rstrip().endswith("-"):
        bullets = [
            (number, line)
            for number, line in rows[1:]
            if re.match(r"\s*(- \S|[•·▪◦‣○●\uf0b7])", line)
            or (indent(line) <= column and re.match(r" *-[^\s\d-]", line))
        ]
    else:
        head = rows[0][1][column:]
        sign = BULLET.match(head)
        bullets = [row for row in rows[1:] if sign and _same(sign[0], row[1])]
        bullets = [(first, f"{' ' * column}{head}"), *bullets] if bullets else []
    for number, line in bullets:
        if re.match(r"\s*- ", line):
            yield _too_deep(path, number, line, indent(lines[first]))
        else:
            yield bullet(path, number, line, how)


def _too_deep(path: str, number: int, line: str, depth: int) -> Finding:
    return LISTE.at(
        Location(path, number + 1, indent(line) + 1),
        "Diese Zeile ist zu weit eingerückt und wird an den Punkt darüber angehängt.",
        f"Bitte mit {depth} Leerzeichen vor dem Strich beginnen, wie der Punkt darüber." if depth
        else "Bitte ohne Leerzeichen vor dem Strich beginnen, wie der Punkt darüber.",
    )  # fmt: skip


def _same(sign: str, line: str) -> bool:
    match = BULLET.match(line)
    return bool(match) and (match[0].strip() == sign.strip() or sign.strip()[-1:] in ".)")  # type: ignore[index]


def _joined(path: str, lines: Lines, first: int) -> Finding:
    text = lines[first].strip()
    name = next((lines[n].strip() for n in range(first - 1, -1, -1) if lines[n].strip()), "")
    return LISTE.at(
        Location(path, first + 1, indent(lines[first]) + 1),
        "Diese und die nächste Zeile werden als ein einziger Text gelesen.",
        f"Mehrere Punkte? Dann bitte jeden so beginnen: - {text} – Ein einziger Text? Dann bitte "
        f"gleich hinter dem Doppelpunkt beginnen: {name} {text}",
    )


@dataclass(frozen=True, slots=True)
class Repeated:
    """A field that stands a second time: its event, the fields it is among, how many there were."""

    event: Any
    fields: dict[str, Any]
    number: int
    depth: int


def repeated(path: str, lines: Lines, twice: Sequence[Repeated]) -> Iterator[Finding]:
    """Fields that stand twice; where several follow each other, a new entry lacks its dash."""
    for _, group in groupby(twice, key=lambda again: id(again.fields)):
        same = list(group)
        odd = [finding for again in same for finding in odd_name(path, lines, again.event)]
        if odd:
            yield from odd
            continue
        for again, following in zip_longest(same, same[1:]):
            if following and following.number == again.number:
                say = _dash_forgotten if again.depth else _second_record
                yield say(path, lines, again.event)
                break
            yield _twice(path, lines, again)


def _twice(path: str, lines: Lines, again: Repeated) -> Finding:
    mark, name = again.event.start_mark, again.event.value
    hint = "Bitte eines von beiden löschen."
    if again.depth and next(iter(again.fields), None) == name:
        hint += f" Ist es ein neuer Punkt, fehlt der Strich davor: - {lines[mark.line].strip()}"
    return DOPPELT.at(
        Location(path, mark.line + 1, mark.column + 1),
        f"Das Feld „{name}“ steht hier ein zweites Mal.", hint, field=name,
    )  # fmt: skip


def _dash_forgotten(path: str, lines: Lines, event: Any) -> Finding:
    mark = event.start_mark
    above = (lines[n] for n in range(mark.line - 1, -1, -1) if indent(lines[n]) < mark.column)
    dash = next(above, "").lstrip().startswith("- ")
    return LISTE.at(
        Location(path, mark.line + 1, mark.column + 1),
        "Hier fehlt wohl der Strich vor dem nächsten Eintrag.",
        "Jeder Eintrag einer Liste beginnt mit Strich und Leerzeichen: "
        f"- {lines[mark.line].strip()}"
        + ("" if dash else " – Das gilt auch für den ersten Eintrag."),
    )


def _second_record(path: str, _lines: Lines, event: Any) -> Finding:
    mark = event.start_mark
    return DOPPELT.at(
        Location(path, mark.line + 1, mark.column + 1),
        f"Ab hier stehen dieselben Felder noch einmal, zuerst „{event.value}“.",
        "Sind es zwei Einträge? Dann bitte zwei Dateien daraus machen. Sonst die doppelten Felder "
        "löschen.",
        field=event.value,
    )


def odd_name(path: str, lines: Lines, event: Any) -> Iterator[Finding]:
    """A field name that begins with the sign of a list."""
    match = re.match(r"(?:-|[–—−•·*+]\s*)(?=[A-Za-z])", event.value)
    if match:
        mark = event.start_mark
        text = lines[mark.line].strip()[match.end() :]
        yield LISTE.at(
            Location(path, mark.line + 1, mark.column + 1),
            "Diese Zeile sieht wie ein Listenpunkt aus, wird aber nicht so gelesen.",
            f"Bitte mit Strich und Leerzeichen beginnen: - {text} – Weitere Felder des Eintrags "
            "stehen genau unter dem Namen, nicht unter dem Strich.",
        )


def not_indented(path: str, lines: Lines, number: int) -> Iterator[Finding]:
    """A step of nothing but a date, whose other fields stand too far left."""
    column = len(PREFIX.match(lines[number])[0].rsplit("datum", 1)[0])  # type: ignore[index]
    below = next((n for n in range(number + 1, len(lines)) if lines[n].strip()), number)
    if indent(lines[below]) < column and re.match(r" *(status|von|stimme|urteil):", lines[below]):
        yield SCHREIBWEISE.at(
            Location(path, below + 1, 1),
            "Diese Zeile ist nicht weit genug eingerückt; sie gehört wohl zum Datum darüber.",
            f"Bitte mit {column} Leerzeichen beginnen lassen, wie alle Felder unter einem Strich.",
        )
