"""What is wrong with the way fields are written, where they can be read but mean something else.

What cannot be read at all is in problems.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from .findings import Finding, Location, Rule, Severity

SCHREIBWEISE = Rule(
    "schreibweise",
    "Eine Zeile ist so nicht lesbar",
    "Felder stehen als „name: Wert“ untereinander, Listen mit Strich und Leerzeichen davor. Schon "
    "ein fehlendes Zeichen kann den Sinn ändern, darum raten wir nicht.",
)
LISTE = Rule(
    "listenpunkt",
    "Ein Listenpunkt ist nicht als solcher zu erkennen",
    "Ohne Strich und Leerzeichen davor wird die Zeile an den Text darüber angehängt, und aus zwei "
    "Punkten wird einer.",
)
VERSCHLUCKT = Rule(
    "raute-verschluckt",
    "Der Text nach einer Raute # wird nicht gelesen",
    "Ein # nach einem Leerzeichen macht den Rest der Zeile zur Notiz: aus „Platz #3“ wird „Platz“.",
    Severity.WARNUNG,
)
DOPPELT = Rule(
    "feld-doppelt",
    "Ein Feld steht zweimal da",
    "Es wäre nicht klar, welcher Wert gilt, und einer ginge verloren.",
)
ABKUERZUNG = Rule(
    "sonderzeichen-am-anfang",
    "Ein Wert beginnt mit einem Zeichen, das eine Sonderbedeutung hat",
    "Die Zeichen &, * und ! am Anfang eines Wertes sind Befehle. Einträge sollen nur Text sein.",
)
VERSCHACHTELT = Rule(
    "zu-tief",
    "Zu viele Ebenen ineinander",
    "Kein Feld braucht so viele Ebenen; meist ist eine Einrückung verrutscht.",
)

RULES = (SCHREIBWEISE, LISTE, VERSCHLUCKT, DOPPELT, ABKUERZUNG, VERSCHACHTELT)

Lines = Sequence[str]

FIELD = re.compile(r"[a-z_]+:(?=[ \r\n]|\Z)")
"""A field at the start of a line."""

PREFIX = re.compile(r"\s*(?:- +)*(?:[A-Za-z_äöüß]+ *:(?:\s+|$))?")
"""What stands before a value on its line."""

BULLET = re.compile(
    r"\s*(?:-(?=[^\s-])|[•·▪◦‣○●\uf0b7]\s*|[–—−‒‐*+o]\s+|\d{1,2}[.)]\s+|[A-Za-z][.)]\s+)(?=\S)"
)
"""What people and other programs put in front of list items."""

_WEAK = re.compile(r"\s*(?:\w{1,2}[.)]|o)\s")
"""Bullets that alone could as well begin a sentence: „1. Mai“."""

ESCAPED = "Ein umgekehrter Schrägstrich \\ geht zwischen doppelten Anführungszeichen nicht."
UNCLOSED = "Hier beginnt ein Text mit Anführungszeichen, der nirgends endet."


def indent(line: str) -> int:
    """How many blanks a line begins with."""
    return len(line) - len(line.lstrip(" "))


def in_quotes(text: str) -> str:
    """A text as a value that means exactly this text; inner straight quotes become „…“."""
    text = re.sub(r'"([^"]*)"', r"„\1“", text)
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    if "'" in text:
        text = text.replace("'", "’")
    return f"'{text}'"


def quoted(line: str) -> str:
    """The person's own line with its value in quotes."""
    match = PREFIX.match(line)
    prefix = match[0] if match else ""
    value = line[len(prefix) :].strip()
    inner = value[1:-1]
    if value[:1] in {'"', "'"} and value[-1:] == value[:1] and not _closes_first(inner):
        value = inner
    elif value[:1] in {'"', "'"} and value.count(value[0]) == 1:
        value = value[1:]
    return f"{prefix.strip()} {in_quotes(value)}".strip()


def _closes_first(inner: str) -> bool:
    """Whether the first quote in a text closes, as in `A" und "B`."""
    match = re.search(r"[\"']", inner)
    return bool(match) and not re.search(r"(?:^|[\s(])[\"']", inner[: match.end()])  # type: ignore[union-attr]


def quote_hint(line: str) -> str:
    """Ask for quotes, showing the person's own line with them."""
    match = PREFIX.match(line)
    if not match or not line[match.end() :].strip():
        return "Bitte den Wert in Anführungszeichen setzen."
    return f"Bitte in Anführungszeichen setzen: {quoted(line)}"


def bullet(path: str, number: int, line: str) -> Finding:
    """A line that should have been an item of a list."""
    match = BULLET.match(line)
    text = line[match.end() :] if match else line.strip().removeprefix("- ")
    return LISTE.at(
        Location(path, number + 1, indent(line) + 1),
        "Diese Zeile sieht wie ein Listenpunkt aus, wird aber nicht so gelesen.",
        f"Bitte mit Strich und Leerzeichen beginnen: - {text.strip()}",
    )


def glued(path: str, lines: Lines, event: Any, *, below: bool) -> Iterator[Finding]:
    """Lines that are read as one text though they look like several items.

    `below`: the text begins on a line of its own, under the name of its field.
    """
    first, column, last = event.start_mark.line, event.start_mark.column, event.end_mark.line
    rows = [(n, lines[n]) for n in range(first, min(last + 1, len(lines)))]
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
        yield bullet(path, number, line)


def _same(sign: str, line: str) -> bool:
    match = BULLET.match(line)
    return bool(match) and (match[0].strip() == sign.strip() or sign.strip()[-1:] in ".)")  # type: ignore[index]


def _joined(path: str, lines: Lines, first: int) -> Finding:
    text = lines[first].strip()
    name = next((lines[n].strip() for n in range(first - 1, -1, -1) if lines[n].strip()), "")
    return LISTE.at(
        Location(path, first + 1, indent(lines[first]) + 1),
        "Diese und die nächste Zeile werden als ein einziger Text gelesen.",
        f"Sind es mehrere Punkte, bitte jeden mit Strich und Leerzeichen beginnen: - {text} – Ist "
        f"es ein Text, bitte gleich hinter dem Doppelpunkt beginnen: {name} {text}",
    )


def hash_text(lines: Lines, event: Any) -> str:
    """What a hash mark cut off: the „#3“ of „Platz #3“; nothing for notes and behind plain ids."""
    end = event.end_mark
    rest = lines[end.line][end.column :].strip() if end.line < len(lines) else ""
    noted = re.fullmatch(r"[a-z0-9_-]+", event.value)
    return "" if noted or not re.match(r"#[^\s#]", rest) else rest


def swallowed(path: str, lines: Lines, event: Any, rest: str) -> Finding:
    """Say what a hash mark cut off."""
    start, end = event.start_mark, event.end_mark
    line = lines[end.line]
    prefix = lines[start.line][: start.column].strip()
    return VERSCHLUCKT.at(
        Location(path, end.line + 1, line.index("#", end.column) + 1),
        f"Der Text „{rest[:40]}“ wird nicht gelesen, weil davor „ #“ steht.",
        f"Bitte in Anführungszeichen setzen: {prefix} {in_quotes(f'{event.value} {rest}'.strip())}",
    )


def special(path: str, lines: Lines, event: Any) -> Finding:
    """A value that would be taken for a command: an anchor, an alias or a tag."""
    mark = event.start_mark
    line = lines[mark.line] if mark.line < len(lines) else ""
    return ABKUERZUNG.at(
        Location(path, mark.line + 1, mark.column + 1),
        f"Ein Wert darf nicht mit „{line[mark.column : mark.column + 1]}“ beginnen.",
        quote_hint(line),
    )


def in_quotes_wrong(path: str, lines: Lines, text: str, event: Any) -> Iterator[Finding]:
    """Quotes that reach over other fields, and backslashes that would change the text."""
    start, end = event.start_mark, event.end_mark
    if start.line != end.line and swallows_fields(lines, start.line, end.line):
        yield unclosed(path, lines, start.line)
    elif event.style == '"' and re.search(
        r"(?<!\\)(?:\\\\)*\\[^\\\"/\r\n]", text[start.index : end.index]
    ):
        yield SCHREIBWEISE.at(
            Location(path, start.line + 1, start.column + 1), ESCAPED, single_quotes(lines[start.line])
        )


def single_quotes(line: str) -> str:
    """Ask for single quotes, in which a backslash is only a backslash."""
    match = PREFIX.match(line)
    prefix, value = (match[0], line[match.end() :].strip()) if match else ("", line)
    inner = value[1:-1].replace('\\"', "“")
    if not value.endswith('"') or len(value) < 2:
        return "Bitte weglassen oder einfache Anführungszeichen verwenden: '…'"
    return "Bitte einfache Anführungszeichen verwenden: " + f"{prefix.strip()} '{inner}'".replace(
        "'", "'"
    )


def swallows_fields(lines: Lines, first: int, last: int) -> bool:
    """Whether a text from one line to another reaches over lines that are fields of their own."""
    depth = indent(lines[first])
    return any(
        indent(line) <= depth and re.match(r"[a-z_]+:(\s|$)|- ", line.lstrip(" "))
        for line in lines[first + 1 : last + 1]
    )


def unclosed(path: str, lines: Lines, number: int) -> Finding:
    """A quotation mark that is never closed, or closed with another."""
    line = lines[number].rstrip()
    match = PREFIX.match(line)
    column = match.end() if match else 0
    hint = "Bitte am Ende des Textes dasselbe Anführungszeichen setzen."
    if line[-1:] in {"“", "”", "‘", "’", "„", "«", "»"}:
        sign = line[column : column + 1]
        text = line[column + 1 : -1]
        straight = f"{line[:column].strip()} {sign}{text}{sign}".strip()
        hint = f"Am Ende steht {line[-1]} statt {sign} – bitte so schreiben: {straight} – oder so: „…“"
    return SCHREIBWEISE.at(Location(path, number + 1, column + 1), UNCLOSED, hint)


def repeated(
    path: str, lines: Lines, events: Sequence[tuple[Any, Any, int, int]]
) -> Iterator[Finding]:
    """Fields that stand twice among the same fields.

    `events`: the event, its fields, how many different ones there were, how deep they lie. Where
    several follow each other, it is rather a new entry whose dash was forgotten.
    """
    position = 0
    while position < len(events):
        event, fields, number, depth = events[position]
        count = 1
        following = 0
        for _, other, so_far, _ in events[position + 1 :]:
            if other is not fields:
                break
            following += so_far == number
            count += 1
        if following:
            yield (_second_record if depth == 0 else _dash_forgotten)(path, lines, event)
            position += count
            continue
        dash = lines[event.start_mark.line].strip()
        new = depth > 0 and next(iter(fields), None) == event.value
        yield DOPPELT.at(
            Location(path, event.start_mark.line + 1, event.start_mark.column + 1),
            f"Das Feld „{event.value}“ steht hier ein zweites Mal.",
            "Bitte eines von beiden löschen."
            + (f" Beginnt hier ein neuer Punkt, fehlt der Strich davor: - {dash}" if new else ""),
            field=event.value,
        )
        position += 1


def _dash_forgotten(path: str, lines: Lines, event: Any) -> Finding:
    mark = event.start_mark
    return LISTE.at(
        Location(path, mark.line + 1, mark.column + 1),
        "Hier fehlt wohl der Strich vor dem nächsten Eintrag.",
        f"Jeder Eintrag einer Liste beginnt mit Strich und Leerzeichen: - {lines[mark.line].strip()}",
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


def odd_name(path: str, event: Any) -> Iterator[Finding]:
    """A field name that begins with the sign of a list."""
    match = re.match(r"(?:-|[–—−•·*+]\s*)(?=[A-Za-z])", event.value)
    if match:
        mark = event.start_mark
        yield LISTE.at(
            Location(path, mark.line + 1, mark.column + 1),
            "Diese Zeile sieht wie ein Listenpunkt aus, wird aber nicht so gelesen.",
            "Bitte mit Strich und Leerzeichen beginnen und die Felder darunter genau unter den "
            f"Namen rücken: - {event.value[match.end() :]}: …",
        )


def not_indented(path: str, lines: Lines, number: int) -> Iterator[Finding]:
    """A step of nothing but a date, whose other fields stand too far left."""
    column = len(PREFIX.match(lines[number])[0].rsplit("datum", 1)[0])  # type: ignore[index]
    below = next((n for n in range(number + 1, len(lines)) if lines[n].strip()), number)
    if indent(lines[below]) < column and re.match(r" *(status|von|stimme|urteil):", lines[below]):
        yield SCHREIBWEISE.at(
            Location(path, below + 1, 1),
            "Diese Zeile ist nicht eingerückt; sie gehört wohl noch zum Datum darüber.",
            f"Bitte mit {column} Leerzeichen beginnen lassen, wie alle Felder unter einem Strich.",
        )
