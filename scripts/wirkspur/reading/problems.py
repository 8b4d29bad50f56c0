"""What cannot be read: libyaml's problem → plain German, on the line where it can be mended.

libyaml says where it gave up, not where the mistake is; so the line itself is looked at first.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

import yaml

from ..findings import Finding, Location, Rule
from .bullets import BULLET, bullet
from .shapes import SHAPES
from .signs import TABULATOR
from .syntax_text import (
    PREFIX,
    SCHREIBWEISE,
    Lines,
    command,
    indent,
    quote_hint,
    quoted,
    swallows_fields,
    unclosed,
)


class Trouble(NamedTuple):
    """Where libyaml gave up, and why."""

    path: str
    lines: Lines
    number: int
    column: int
    problem: str

    @property
    def line(self) -> str:
        """The line it is about."""
        return self.lines[self.number].rstrip("\r")[:2000]

    def at(self, message: str, hint: str, *, rule: Rule = SCHREIBWEISE) -> list[Finding]:
        """The one finding about this line."""
        return [rule.at(Location(self.path, self.number + 1, self.column + 1), message, hint)]

    def on(self, number: int) -> Trouble:
        """The same trouble seen on another line."""
        return self._replace(number=number, column=indent(self.lines[number]))


def explain(path: str, text: str, error: yaml.YAMLError) -> list[Finding]:
    """Say in plain German what libyaml means, on the line where the person can mend it."""
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    problem = str(getattr(error, "problem", "") or "")
    if context is not None and any(words in problem for words in _AT_CONTEXT):
        mark = context
    lines = text.split("\n")
    number = min(mark.line, len(lines) - 1) if mark else 0
    column = mark.column if mark else 0
    if (first := _open_quote(lines, number)) is not None:
        return [unclosed(path, lines, first)]
    while number > 0 and not lines[number].strip(" \r"):
        number -= 1
    trouble = Trouble(path, lines, number, column, problem)
    return next(found for step in _STEPS if (found := step(trouble)))


_AT_CONTEXT = ("could not find expected ':'", "end of stream", "document indicator", "',' or")


def _open_quote(lines: Lines, until: int) -> int | None:
    """The first line up to `until` where a quotation mark opens that reaches over other fields."""
    number = 0
    while number <= min(until, len(lines) - 1):
        line = lines[number]
        match = PREFIX.match(line)
        value = line[match.end() :] if match else line
        sign = value[:1]
        if sign not in {'"', "'"} or not sign or _closes(sign, value[1:]):
            number += 1
            continue
        last = next((n for n in range(number + 1, len(lines)) if sign in lines[n]), None)
        if last is None or swallows_fields(lines, number, last):
            return number
        number = last + 1
    return None


def _closes(sign: str, rest: str) -> bool:
    return bool(re.match(r'(?:[^"\\]|\\.)*"' if sign == '"' else r"(?:[^']|'')*'", rest))


def _tab(t: Trouble) -> list[Finding]:
    here = t.line[t.column : t.column + 1] == "\t" and "cannot start" in t.problem
    if not here and "tab character" not in t.problem:
        return []
    if not t.line.strip():
        return t.at("Diese Zeile besteht nur aus einem Tabulator.", "Bitte die Zeile löschen.",
                    rule=TABULATOR)  # fmt: skip
    return t._replace(column=t.line.find("\t")).at(
        "Hier steht ein Tabulator.", "Bitte stattdessen Leerzeichen verwenden.", rule=TABULATOR
    )


def _end_of_document(t: Trouble) -> list[Finding]:
    if "<document start>" not in t.problem:
        return []
    dots = next((n for n in range(t.number, -1, -1) if t.lines[n].startswith("...")), None)
    if dots is None:
        return []
    return t.on(dots).at("Eine Zeile aus drei Punkten beendet die Felder.", "Bitte löschen.")


_LOST_ITEM = r"\s*(?:-[^\s-]|[–—•*]\s+[a-z_]+:)"


def _list_items(t: Trouble) -> list[Finding]:
    """Lines like items around this one, whose bullets are not dashes with a blank."""
    above = _above(t)
    if "mapping values" in t.problem and re.match(_LOST_ITEM, t.lines[above]):
        return [bullet(t.path, above, t.lines[above])]
    if not _false_bullet(t.line) or "mapping values" in t.problem:
        return []
    depth = indent(t.line)
    first = last = t.number
    while first > 0 and indent(t.lines[first - 1]) == depth and _item(t.lines[first - 1]):
        first -= 1
    while (
        last + 1 < len(t.lines) and indent(t.lines[last + 1]) == depth and _item(t.lines[last + 1])
    ):
        last += 1
    return [
        bullet(t.path, n, t.lines[n]) for n in range(first, last + 1) if _false_bullet(t.lines[n])
    ]


def _item(line: str) -> bool:
    return line.lstrip().startswith("- ") or _false_bullet(line)


def _false_bullet(line: str) -> bool:
    return bool(BULLET.match(line)) and not re.match(r"\s*\w+ *:(\s|$)", line)


def _blank_missing(t: Trouble) -> list[Finding]:
    """Fields without a blank behind the colon: `titel:Licht`."""
    number = t.number
    if _no_field_above(t):
        number = _above(t)
    elif "':'" not in t.problem and "mapping values" not in t.problem:
        return []
    pattern = re.compile(r"\s*(?:- +)?[A-Za-z_äöüß]+:(?=[^\s/])")
    if not pattern.match(t.lines[number]):
        return []
    depth = indent(t.lines[number])
    return [
        finding
        for n, line in enumerate(t.lines)
        if n == number or (indent(line) == depth and pattern.match(line))
        for finding in t.on(n).at(
            f"Nach „{line.strip().removeprefix('- ').partition(':')[0]}:“ fehlt ein Leerzeichen.",
            f"Bitte so schreiben: {line.strip().replace(':', ': ', 1)}",
        )
    ]


def _colon_missing(t: Trouble) -> list[Finding]:
    number = t.number
    if _no_field_above(t):
        number = _above(t)
    elif "could not find expected ':'" not in t.problem:
        return []
    name = re.split(r"[\s;=]", t.lines[number].strip().removeprefix("- "))[0]
    return t.on(number).at(
        f"Nach „{name}“ fehlt ein Doppelpunkt mit Leerzeichen.",
        "Ein Feld sieht so aus: name: Wert. Geht der Text der Zeile davor weiter, bitte einrücken.",
    )


def _no_field_above(t: Trouble) -> bool:
    """Whether the line above should have been a field but lacks the colon and blank of one."""
    if "mapping values" not in t.problem or not re.match(r"\s*[a-z_]+:", t.line):
        return False
    above = t.lines[_above(t)]
    plain = re.sub(r"^( *)- ", r"\1  ", above)
    same = indent(plain) == indent(t.line)
    return same and not re.match(r"\s*(#|[^\s:]+\s*:(\s|$))", plain)


def _above(t: Trouble) -> int:
    return next((n for n in range(t.number - 1, -1, -1) if t.lines[n].strip()), t.number)


def _second_colon(t: Trouble) -> list[Finding]:
    if "mapping values" not in t.problem:
        return []
    said = "In dieser Zeile steht ein zweiter Doppelpunkt."
    if len(re.findall(r":(?=\s|$)", t.line)) > 1:
        return t.at(said, quote_hint(t.line))
    if re.match(r"\s*[a-z_]+:", t.line) or not re.match(r"\s", t.line):
        return []
    first = next((n for n in range(_above(t), -1, -1) if indent(t.lines[n]) < indent(t.line)), 0)
    whole = " ".join(line.strip() for line in t.lines[first : t.number + 1])
    return t.at(
        "In diesem Text steht ein zweiter Doppelpunkt.",
        "Bitte den ganzen Text in Anführungszeichen setzen"
        + (f": {quoted(whole)}" if len(whole) < 200 else ", auch die Zeilen davor und danach."),
    )


def _note(t: Trouble) -> list[Finding]:
    """A text that goes on below a note, which has ended it."""
    above = _above(t)
    match = re.search(r"(?:^|\s)#", t.lines[above])
    field = re.match(r"[a-z_]+:|\S.*", t.line) or re.match(r"\s*[a-z_]+:(\s|$)", t.line)
    if "expected key" not in t.problem or not match or field:
        return []
    trouble = t.on(above)
    return trouble._replace(column=match.end() - 1).at(
        "Hier beginnt mit # eine Notiz, aber der Text geht darunter weiter.",
        "Bitte die Notiz löschen. Gehört das # zum Text, bitte den ganzen Text in "
        "Anführungszeichen setzen.",
    )


def _bracket(t: Trouble) -> list[Finding]:
    if not re.search(r"',' or|node content", t.problem):
        return []
    number = next(
        (n for n in range(t.number, -1, -1) if re.search(r"[:-] +[\[{][^\]}]*$", t.lines[n])),
        t.number,
    )
    return t.on(number).at(
        "Hier wird eine Klammer geöffnet, die nicht richtig schließt.",
        "Eine Liste in Klammern sieht so aus: [erstes, zweites].",
    )


def _command(t: Trouble) -> list[Finding]:
    if not re.search(r"alphabetic or numeric|tag|whitespace", t.problem):
        return []
    match = re.search(r"(?:^|[:-])\s*([&*!])", t.line)
    return [command(t.path, t.number, t.line, match.start(1) if match else t.column)]


def _shape(t: Trouble) -> list[Finding]:
    for problem, line, message, hint in SHAPES:
        if re.search(problem, t.problem) and re.match(line, t.line):
            said = message.replace("{sign}", t.line[t.column : t.column + 1])
            return t.at(said, hint if isinstance(hint, str) else hint(t.line.strip()))
    return []


def _other(t: Trouble) -> list[Finding]:
    hint = (
        "Felder einer Ebene beginnen genau untereinander. Bitte die Leerzeichen am Anfang prüfen."
    )
    if "mapping values" in t.problem and indent(t.line) > indent(t.lines[_above(t)]) + 1:
        hint += " Gehört die Zeile zum Text darüber, den ganzen Text bitte in Anführungszeichen."
    return t.at("Diese Zeile ist anders eingerückt als die davor.", hint)


_STEPS: tuple[Callable[[Trouble], list[Finding]], ...] = (
    _tab, _end_of_document, _list_items, _blank_missing, _second_colon, _colon_missing,
    _note, _bracket, _command, _shape, _other,
)  # fmt: skip
