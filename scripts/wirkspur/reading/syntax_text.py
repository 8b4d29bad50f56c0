"""What is wrong with the way fields are written, where they can be read but mean something else.

What cannot be read at all is in problems.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from ..findings import Finding, Location, Rule, Severity

SCHREIBWEISE = Rule(
    "schreibweise",
    "Eine Zeile ist so nicht lesbar",
    "Felder stehen als „name: Wert“ untereinander, Listen mit Strich und Leerzeichen davor. Schon "
    "ein fehlendes Zeichen kann den Sinn ändern, darum raten wir nicht.",
    tun="Vergleichen Sie die Zeile mit einem ähnlichen Eintrag. Felder, die zusammengehören, "
    "beginnen genau untereinander, und hinter dem Doppelpunkt steht ein Leerzeichen. "
    "Kommt im Wert selbst ein Doppelpunkt vor, setzen Sie den ganzen Wert in "
    "Anführungszeichen.",
    falsch="titel: Licht im Park: jetzt",
    richtig='titel: "Licht im Park: jetzt"',
)
LISTE = Rule(
    "listenpunkt",
    "Ein Listenpunkt ist nicht als solcher zu erkennen",
    "Ohne Strich und Leerzeichen davor wird die Zeile an den Text darüber angehängt, und aus zwei "
    "Punkten wird einer.",
    tun="Beginnen Sie jeden Punkt einer Liste in einer eigenen Zeile, mit einem einfachen "
    "Strich und einem Leerzeichen. Alle Striche einer Liste stehen genau untereinander.",
    falsch="loesungen:\n  – Lampen aufstellen\n  – Hecke schneiden",
    richtig="loesungen:\n  - Lampen aufstellen\n  - Hecke schneiden",
)
VERSCHLUCKT = Rule(
    "raute-verschluckt",
    "Der Text nach einer Raute # wird nicht gelesen",
    "Ein # nach einem Leerzeichen macht den Rest der Zeile zur Notiz: aus „Platz #3“ wird „Platz“.",
    Severity.WARNUNG,
    tun="Setzen Sie den ganzen Wert in Anführungszeichen. Soll es wirklich eine Notiz sein, "
    "lassen Sie hinter dem # ein Leerzeichen.",
    falsch="titel: Mehr Licht auf Platz #3",
    richtig='titel: "Mehr Licht auf Platz #3"',
)
DOPPELT = Rule(
    "feld-doppelt",
    "Ein Feld steht zweimal da",
    "Es wäre nicht klar, welcher Wert gilt, und einer ginge verloren.",
    tun="Behalten Sie die richtige Zeile und löschen Sie die andere. Beginnt mit der zweiten "
    "Zeile ein neuer Punkt einer Liste, fehlt davor der Strich.",
    falsch="  - datum: 2026-10-05\n    status: eingebracht\n    status: beraten",
    richtig="  - datum: 2026-10-05\n    status: eingebracht",
)
ABKUERZUNG = Rule(
    "sonderzeichen-am-anfang",
    "Ein Wert beginnt mit einem Zeichen, das eine Sonderbedeutung hat",
    "Die Zeichen &, * und ! am Anfang eines Wertes sind Befehle. Einträge sollen nur Text sein.",
    tun="Lassen Sie das Zeichen weg, oder setzen Sie den ganzen Wert in Anführungszeichen. "
    "Fett und kursiv gibt es nur im Text unter der zweiten Linie ---.",
    falsch="titel: **Mehr Licht** im Park",
    richtig="titel: Mehr Licht im Park",
)
VERSCHACHTELT = Rule(
    "zu-tief",
    "Zu viele Ebenen ineinander",
    "Kein Feld braucht so viele Ebenen; meist ist eine Einrückung verrutscht.",
    tun="Prüfen Sie, ob Striche, Klammern oder Leerzeichen zu viel sind.",
    falsch="loesungen: [[[[[[[[[[[[[[[[[[[[[[Licht]]]]]]]]]]]]]]]]]]]]]]",
    richtig="loesungen: [Licht]",
)

RULES = (SCHREIBWEISE, LISTE, VERSCHLUCKT, DOPPELT, ABKUERZUNG, VERSCHACHTELT)

Lines = Sequence[str]

FIELD = re.compile(r"[a-z_]+:(?=[ \r\n]|\Z)")
"""A field at the start of a line."""

PREFIX = re.compile(r"\s*(?:- +)*(?:[A-Za-z_äöüß]+ *:(?:\s+|$))?")
"""What stands before a value on its line."""

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
    if value[:1] in {'"', "'"} and value[-1:] == value[:1] and not _closes_first(inner, value[0]):
        value = inner
    elif value[:1] in {'"', "'"} and value.count(value[0]) == 1:
        value = value[1:]
    return f"{prefix.strip()} {in_quotes(value)}".strip()


def _closes_first(inner: str, sign: str) -> bool:
    """Whether the first inner quote closes, as in `A" und "B`, and is no apostrophe."""
    at = inner.find(sign)
    opens = at <= 0 or inner[at - 1] in " ("
    return at >= 0 and not opens and not inner[at + 1 : at + 2].isalpha()


def quote_hint(line: str) -> str:
    """Ask for quotes, showing the person's own line with them."""
    match = PREFIX.match(line)
    if not match or not line[match.end() :].strip():
        return "Bitte den Wert in Anführungszeichen setzen."
    return f"Bitte in Anführungszeichen setzen: {quoted(line)}"


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
    said = (
        f"Der Text „{rest[:40]}“ wird nicht gelesen, weil davor „ #“ steht." if event.value
        else f"„{rest[:40]}“ sieht wie eine Notiz aus, weil es mit # beginnt."
    )  # fmt: skip
    return VERSCHLUCKT.at(
        Location(path, end.line + 1, line.index("#", end.column) + 1),
        said,
        f"Bitte in Anführungszeichen setzen: {prefix} {in_quotes(f'{event.value} {rest}'.strip())}",
    )


def special(path: str, lines: Lines, event: Any) -> Finding:
    """A value that would be taken for a command: an anchor, an alias or a tag."""
    mark = event.start_mark
    return command(path, mark.line, lines[mark.line] if mark.line < len(lines) else "", mark.column)


def command(path: str, number: int, line: str, column: int) -> Finding:
    """A line or value that begins with &, * or !."""
    name = re.match(r"\s*[&*!]+ *([a-z_]+)[*]*:[*]*\s*(.*)", line)
    bare = not line[:column].strip()
    return ABKUERZUNG.at(
        Location(path, number + 1, column + 1),
        f"{'Eine Zeile' if bare else 'Ein Wert'} darf nicht mit „{line[column : column + 1]}“ "
        "beginnen.",
        f"Bitte so schreiben: {name[1]}: {name[2].strip()}" if name
        else f"Bitte das Zeichen löschen. Ein Listenpunkt sieht so aus: - {line.strip(' *')}"
        if bare and line[column : column + 1] == "*"
        else "Bitte das Zeichen löschen." if bare
        else quote_hint(line),
    )  # fmt: skip


def wrong_in_quotes(path: str, lines: Lines, text: str, event: Any) -> Iterator[Finding]:
    """Quotes that reach over other fields, and backslashes that would change the text."""
    start, end = event.start_mark, event.end_mark
    if start.line != end.line and swallows_fields(lines, start.line, end.line):
        yield unclosed(path, lines, start.line)
    elif event.style == '"' and re.search(
        r"(?<!\\)(?:\\\\)*\\[^\\\"/\r\n]", text[start.index : end.index]
    ):
        yield SCHREIBWEISE.at(
            Location(path, start.line + 1, start.column + 1),
            ESCAPED,
            single_quotes(lines[start.line]),
        )


def single_quotes(line: str) -> str:
    """Ask for single quotes, in which a backslash is only a backslash."""
    match = PREFIX.match(line)
    prefix, value = (match[0].strip(), line[match.end() :].strip()) if match else ("", line)
    if not re.fullmatch(r'".+"', value):
        return "Bitte weglassen oder einfache Anführungszeichen verwenden: '…'"
    inner = in_quotes(value[1:-1].replace('\\"', '"').replace("\\\\", "\\"))
    return f"Bitte einfache Anführungszeichen verwenden: {prefix} {inner}"


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
        hint = (
            f"Am Ende steht {line[-1]} statt {sign} – bitte so schreiben: {straight} – oder mit "
            "diesen beiden: „…“"
        )
    return SCHREIBWEISE.at(Location(path, number + 1, column + 1), UNCLOSED, hint)
