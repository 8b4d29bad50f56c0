"""What is wrong with the way fields are written: libyaml's problem → plain German, with a mend."""

from __future__ import annotations

import re
from typing import Any

import yaml

from .findings import Finding, Location, Rule, Severity

SCHREIBWEISE = Rule(
    "schreibweise",
    "Eine Zeile ist so nicht lesbar",
    "Felder stehen als „name: Wert“ untereinander, Listen mit Strich und Leerzeichen davor. Schon "
    "ein fehlendes Zeichen kann den Sinn ändern, darum raten wir nicht.",
)
TABULATOR = Rule(
    "tabulator",
    "Eingerückt mit der Tabulator-Taste",
    "Ein Tabulator ist in jedem Programm anders breit. Leerzeichen sind eindeutig.",
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

RULES = (SCHREIBWEISE, TABULATOR, LISTE, VERSCHLUCKT, DOPPELT, ABKUERZUNG, VERSCHACHTELT)


def tabs(path: str, fields: str) -> list[Finding]:
    """Lines that are indented with the tabulator key."""
    return [
        TABULATOR.at(
            Location(path, fields.count("\n", 0, match.start()) + 1, 1),
            "Diese Zeile ist mit der Tabulator-Taste eingerückt.",
            "Bitte stattdessen Leerzeichen verwenden, je Ebene zwei.",
        )
        for match in re.finditer(r"^ *\t[ \t]*(?=\S)", fields, re.MULTILINE)
    ]


def swallowed(path: str, text: str, event: Any) -> list[Finding]:
    """Text cut off by a hash mark: „Platz #3“. A note, „Platz # beim Brunnen“, is left alone."""
    end = event.end_mark
    line = text.split("\n")[end.line]
    rest = line[end.column :].strip()
    if not re.match(r"#[^\s#]", rest):
        return []
    return [
        VERSCHLUCKT.at(
            Location(path, end.line + 1, line.index("#", end.column) + 1),
            f"Der Text „{rest[:40]}“ wird nicht gelesen, weil davor „ #“ steht.",
            f'Bitte in Anführungszeichen setzen: "{event.value} {rest}"',
        )
    ]


def lost_bullets(path: str, text: str, event: Any) -> list[Finding]:
    """List items that YAML would join to the text above because their dash is not a dash."""
    first, last = event.start_mark.line, event.end_mark.line
    return [
        LISTE.at(
            Location(path, number + 1, len(line) - len(line.lstrip()) + 1),
            "Diese Zeile sieht wie ein Listenpunkt aus, wird aber nicht so gelesen.",
            f"Bitte mit Strich und Leerzeichen beginnen: - {line.strip().lstrip('-–—•* ')}",
        )
        for number, line in enumerate(text.split("\n")[first : last + 1], first)
        if re.match(r"\s*(-[^\s-]|[–—•*]\s)", line)
        or (number == first and re.match(r"[-–—•](?=\S)|[–—•*]\s", line[event.start_mark.column :]))
    ]


def special(place: Location, text: str) -> Finding:
    """A value that YAML would take for an anchor, an alias or a tag."""
    line = text.split("\n")[place.line - 1]
    sign = next((s for s in "&*!" if re.search(rf"(^|[\s:\[,-]){re.escape(s)}", line)), "&")
    return ABKUERZUNG.at(
        place,
        f"Ein Wert darf nicht mit „{sign}“ beginnen.",
        _quote_hint(line),
    )


def _quote_hint(line: str) -> str:
    """Show the person's own line with its value in quotes."""
    match = re.match(r"(\s*(?:- )?(?:[A-Za-z_äöüß]+:\s+)?)(.*?)\s*$", line)
    if not match or not match[2]:
        return "Bitte den Wert in Anführungszeichen setzen."
    wert = match[2].strip("\"'").replace('"', "'")
    return f'Bitte in Anführungszeichen setzen: {match[1].strip()} "{wert}"'.replace(":  ", ": ")


_BULLET = (
    "Ein Listenpunkt steht nicht so da, wie er gelesen werden kann.",
    "Jeder Listenpunkt braucht eine eigene Zeile, die mit Strich und Leerzeichen beginnt: - Text",
)
_EINRUECKUNG = (
    "Diese Zeile ist anders eingerückt als die davor.",
    "Felder einer Ebene beginnen genau untereinander. Bitte die Leerzeichen am Anfang prüfen.",
)


def explain(path: str, text: str, error: yaml.YAMLError) -> Finding:
    """Say in plain German what libyaml means, on the line where the person can mend it."""
    problem = str(getattr(error, "problem", "") or "")
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    if mark is None:  # a forbidden control character: the reader knows only a position
        match = re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]", text)
        position = match.start() if match else 0
        return SCHREIBWEISE.at(
            Location(path, text.count("\n", 0, position) + 1, 1),
            "In dieser Zeile steht ein unsichtbares Steuerzeichen.",
            "Bitte die Zeile löschen und neu tippen, nicht aus einem anderen Programm kopieren.",
        )
    if context is not None and any(p in problem for p in _AT_CONTEXT):
        mark = context
    lines = text.split("\n")
    number = min(mark.line, len(lines) - 1)
    while number > 0 and not lines[number].strip():
        number -= 1
    column = mark.column
    above = max((i for i in range(number) if lines[i].strip()), default=number)
    if "mapping values" in problem and _no_field(lines[above]):
        number, column, problem = above, 0, "could not find expected ':'"
    message, hint = _in_words(problem, lines[number].rstrip("\r"), column)
    return SCHREIBWEISE.at(Location(path, number + 1, column + 1), message, hint)


def _no_field(line: str) -> bool:
    """Whether a line should have been a field but lacks the colon and blank that make one."""
    line = re.sub(r"^(\s*)- (?=\w+:\S)", r"\1", line.replace("\u00a0", "_"))
    return not re.match(r"\s*(- |#)|\s*[^\s:]+\s*:(\s|$)", line)


_AT_CONTEXT = ("could not find expected ':'", "end of stream", "document indicator", "',' or")


def _in_words(problem: str, line: str, column: int) -> tuple[str, str]:  # noqa: PLR0911
    if "end of stream" in problem or "document indicator" in problem:
        return (
            "Hier beginnt ein Text mit Anführungszeichen, der nirgends endet.",
            "Bitte am Ende des Textes dasselbe Anführungszeichen setzen.",
        )
    if "',' or" in problem:
        return (
            "Hier wird eine Klammer geöffnet, die nicht richtig schließt.",
            "Eine Liste in Klammern sieht so aus: [erstes, zweites].",
        )
    if "mapping values" in problem:
        if len(re.findall(r":(?=\s|$)", line)) > 1:
            return "In dieser Zeile steht ein zweiter Doppelpunkt.", _quote_hint(line)
        return _EINRUECKUNG
    if "could not find expected ':'" in problem:
        if re.match(r"\s*[-–—•]", line):
            return _BULLET
        name, colon, _ = line.strip().removeprefix("- ").partition(":")
        if colon:
            return (
                f"Nach „{name}:“ fehlt ein Leerzeichen.",
                f"Bitte so schreiben: {line.strip().replace(':', ': ', 1).replace(chr(160), '')}",
            )
        name = re.split(r"[\s;=]", name)[0]
        return (
            f"Nach „{name}“ fehlt ein Doppelpunkt mit Leerzeichen.",
            "Ein Feld sieht so aus: name: Wert. Geht der Text der Zeile davor weiter, bitte "
            "einrücken.",
        )
    if "cannot start any token" in problem or "directive" in problem:
        sign = line[column : column + 1]
        return f"Ein Wert darf nicht mit „{sign}“ beginnen.", _quote_hint(line)
    if "escape character" in problem or "hexdecimal" in problem:
        return (
            "Ein umgekehrter Schrägstrich \\ geht zwischen doppelten Anführungszeichen nicht.",
            "Bitte weglassen oder einfache Anführungszeichen verwenden: '…'",
        )
    if "alphabetic or numeric" in problem or "tag" in problem or "whitespace" in problem:
        return "Ein Wert beginnt mit einem Sonderzeichen (&, *, ! oder |).", _quote_hint(line)
    if re.search(r":\s+([\"']).*\1\s*\S", line) or re.search(r"-\s+([\"']).*\1\s*\S", line):
        return (
            "Nach dem schließenden Anführungszeichen steht noch Text.",
            "Bitte den ganzen Wert in ein Paar Anführungszeichen setzen. Anführungszeichen im "
            "Text schreiben Sie so: „…“",
        )
    if "block sequence entries" in problem or re.match(r"\s*[-–—•]\S", line):
        return _BULLET
    if re.search(r":\s+[|>\[{]", line):
        return "Ein Wert darf nicht mit einer Klammer, | oder > beginnen.", _quote_hint(line)
    return _EINRUECKUNG
