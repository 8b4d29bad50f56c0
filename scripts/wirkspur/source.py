"""One file in, one Document out. The only module that knows YAML and front matter.

YAML must never decide a type (18:30 would become 1110, 01067 would become 567, the last of two
equal fields would silently win), so the events of the C parser are read directly: every scalar
stays the text it is, duplicate fields, anchors and tags are findings, and neither deep nesting nor
an alias bomb can do harm because nothing recurses and nothing is expanded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import Any

import yaml
from frontmatter.default_handlers import YAMLHandler
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

from .findings import Finding, Location, Rule, Severity

MAX_BYTES = 200_000
MAX_DEPTH = 20

Loc = tuple[str | int, ...]
"""The way to a value: field names and list positions from 0."""

KODIERUNG = Rule(
    "datei-kodierung",
    "Die Datei ist nicht als UTF-8 gespeichert",
    "Nur in UTF-8 kommen Umlaute und alle Schriften der Welt unverändert an.",
)
BOM = Rule(
    "datei-bom",
    "Unsichtbares Zeichen am Anfang der Datei",
    "Manche Programme setzen vor den Text ein unsichtbares Zeichen (BOM). Andere Programme lesen "
    "die Datei dann falsch oder gar nicht.",
)
LEER = Rule("datei-leer", "Die Datei ist leer", "Aus einer leeren Datei wird kein Eintrag.")
GROESSE = Rule(
    "datei-zu-gross",
    "Die Datei ist zu groß",
    "Ein Eintrag ist ein kurzer Text. Sehr große Dateien sind meist ein Versehen.",
)
KOPF = Rule(
    "kopf-fehlt",
    "Der Kopf zwischen den beiden Linien --- fehlt",
    "Die Felder eines Eintrags stehen zwischen zwei Zeilen mit je drei Strichen. Ohne sie würde "
    "die Datei still übergangen.",
)
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
LISTE = Rule(
    "listenpunkt",
    "Ein Listenpunkt ist nicht als solcher zu erkennen",
    "Ohne Strich und Leerzeichen davor wird die Zeile an den Text darüber angehängt, und aus zwei "
    "Punkten wird einer.",
)
VERSCHLUCKT = Rule(
    "raute-verschluckt",
    "Der Text nach einer Raute # wird nicht gelesen",
    "Ein # nach einem Leerzeichen macht den Rest der Zeile zur Notiz. Aus „Platz #3“ würde „Platz“.",
    Severity.WARNUNG,
)
VERSCHACHTELT = Rule(
    "zu-tief",
    "Zu viele Ebenen ineinander",
    "Kein Feld braucht so viele Ebenen; meist ist eine Einrückung verrutscht.",
)

RULES = (
    KODIERUNG, BOM, LEER, GROESSE, KOPF, SCHREIBWEISE, TABULATOR, LISTE, VERSCHLUCKT, DOPPELT,
    ABKUERZUNG, VERSCHACHTELT,
)  # fmt: skip


@dataclass(frozen=True)
class Document:
    """A file that was read: its fields as text, its body, and what was wrong with its form.

    `data` is None where the form is so broken that the fields cannot be known. `start`, `end` and
    `body_start` count characters of `text`; `digest` changes with it.
    """

    path: str
    text: str
    data: dict[str, Any] | None
    body: str = ""
    findings: tuple[Finding, ...] = ()
    start: int = 0
    end: int = 0
    body_start: int = 0
    digest: str = ""

    @cached_property
    def _marks(self) -> dict[Loc, tuple[int, int]]:
        """Line and column of every field and value; made only when something is reported."""
        marks: dict[Loc, tuple[int, int]] = {}
        try:
            _read(self.path, self.text[self.start : self.end], [], marks)
        except yaml.YAMLError:
            pass  # marks up to the broken line are better than none
        return marks

    def locate(self, loc: Loc, *, value: bool = True) -> Location:
        """Where the value at `loc` stands (or its field name); else the nearest thing around it."""
        offset = self.text.count("\n", 0, self.start)
        for length in range(len(loc), 0, -1):
            part = loc[:length]
            for key in ((*part, "") if value and length == len(loc) else part, part):
                if key in self._marks:
                    line, column = self._marks[key]
                    return Location(self.path, line + offset + 1, column + 1)
        return Location(self.path, max(offset, 1), 1)

    def line(self, number: int) -> str:
        """The text of a line, counted from 1; empty where there is none."""
        lines = self.text.split("\n")
        return lines[number - 1].rstrip("\r") if 0 < number <= len(lines) else ""

    def body_line(self, position: int) -> Location:
        """Where a position in the body stands in the file."""
        before = self.text[: self.body_start + position]
        return Location(
            self.path, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
        )


def parse(path: str, raw: bytes) -> Document:
    """Read one file. Never raises on any input; what is wrong is in `findings`.

    `path` is relative to the repository, with slashes; `.md` files have front matter and a body,
    all others are fields only.
    """
    if len(raw) > MAX_BYTES:
        kb = MAX_BYTES // 1000
        return _broken(path, "", GROESSE.at(
            Location(path), f"Die Datei ist größer als {kb} kB.",
            "Bitte kürzen oder auf mehrere Einträge aufteilen.",
        ))  # fmt: skip
    findings: list[Finding] = []
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(path, raw, error.start)
    if text.startswith("\ufeff"):
        text = text[1:]
        findings.append(BOM.at(
            Location(path), "Am Anfang der Datei steht ein unsichtbares Zeichen (BOM).",
            "Bitte die Datei als „UTF-8“ speichern, nicht als „UTF-8 mit BOM“.",
        ))  # fmt: skip
    if not text.strip():
        return _broken(path, text, *findings, LEER.at(
            Location(path), "Die Datei ist leer.",
            "Bitte ausfüllen oder löschen. Eine Vorlage macht: wirkspur new.",
        ))  # fmt: skip
    if path.endswith(".md"):
        return _front_matter(path, text, findings)
    return _document(path, text, text, "", 0, findings)


def _broken(path: str, text: str, *findings: Finding) -> Document:
    return Document(path, text, None, findings=findings)


def _not_utf8(path: str, raw: bytes, position: int) -> Document:
    line = raw.count(b"\n", 0, position) + 1
    before = raw[max(0, raw.rfind(b"\n", 0, position) + 1) : position].decode("utf-8", "replace")
    near = f" Davor steht „{before[-20:].strip()}“." if before.strip() else ""
    return _broken(path, "", KODIERUNG.at(
        Location(path, line, len(before) + 1),
        f"Diese Zeile enthält ein Zeichen, das nicht als UTF-8 gespeichert ist.{near}",
        "Bitte die Datei öffnen und mit der Kodierung „UTF-8“ neu speichern.",
    ))  # fmt: skip


_HANDLER = YAMLHandler()


def _front_matter(path: str, text: str, findings: list[Finding]) -> Document:
    if not _HANDLER.detect(text):
        return _broken(path, text, *findings, KOPF.at(
            Location(path), "Die erste Zeile muss aus drei Strichen bestehen: ---",
            "Darunter kommen die Felder, dann wieder eine Zeile --- und danach der Text.",
        ))  # fmt: skip
    try:
        head, body = _HANDLER.split(text)
    except ValueError:
        return _broken(path, text, *findings, KOPF.at(
            Location(path, _end_of_fields(text)), "Nach den Feldern fehlt die zweite Linie: ---",
            "Bitte unter das letzte Feld eine Zeile mit drei Strichen setzen: ---",
        ))  # fmt: skip
    return _document(path, text, head, body.strip(), len(text) - len(body), findings)


def _end_of_fields(text: str) -> int:
    """The line after which the closing fence is missed: the last one that looks like fields."""
    last = 1
    for number, line in enumerate(text.split("\n"), 1):
        if re.match(r"[a-z_]+:|[ ]+\S|- ", line):
            last = number
        elif number > 1 and line.strip():
            break
    return last


def _document(
    path: str, text: str, fields: str, body: str, body_start: int, findings: list[Finding]
) -> Document:
    start = text.find(fields, 3) if body_start else 0
    offset = text.count("\n", 0, start)
    own: list[Finding] = []
    data: dict[str, Any] | None = None
    if "\t" in fields:
        own.extend(_tabs(path, fields))
    if not own:
        try:
            data = _read(path, fields, own)
        except yaml.YAMLError as error:
            own.append(_explain(path, fields, error))
    if own and offset:
        own = [_shift(finding, offset) for finding in own]
    if body_start:  # front matter's own blank line is not part of the body
        body_start += len(text[body_start:]) - len(text[body_start:].lstrip())
    digest = blake2b(text.encode(), digest_size=16).hexdigest()
    return Document(
        path, text, data, body, (*findings, *own), start, start + len(fields), body_start, digest
    )


def _shift(finding: Finding, lines: int) -> Finding:
    related = tuple(Location(r.path, r.line + lines, r.column) for r in finding.related)
    return Finding(
        finding.path, finding.line + lines, finding.column, finding.code, finding.severity,
        finding.message, finding.hint, finding.field, related,
    )  # fmt: skip


def _tabs(path: str, fields: str) -> list[Finding]:
    return [
        TABULATOR.at(
            Location(path, fields.count("\n", 0, match.start()) + 1, 1),
            "Diese Zeile ist mit der Tabulator-Taste eingerückt.",
            "Bitte stattdessen Leerzeichen verwenden, je Ebene zwei.",
        )
        for match in re.finditer(r"^ *\t[ \t]*(?=\S)", fields, re.MULTILINE)
    ]


class _Events(cyaml.CParser):
    """The C parser as a bare stream of events."""

    def __init__(self, text: str) -> None:
        cyaml.CParser.__init__(self, text)


def _read(  # noqa: C901, PLR0912, PLR0915, one loop over events; split up it would cost a third more
    path: str,
    text: str,
    findings: list[Finding],
    marks: dict[Loc, tuple[int, int]] | None = None,
) -> dict[str, Any] | None:
    """Turn the events of a YAML text into nested dicts, lists and texts.

    Empty values are left out, as if the field were not there. With `marks`, also notes line and
    column (from 0) of each field under its loc, and of its value under (*loc, "").
    """
    next_event = _Events(text).get_event
    root: list[Any] = []
    container: Any = root
    key: str | None = None
    stack: list[tuple[Any, str | None, set[str]]] = []
    names: set[str] = set()
    loc: list[str | int] = []
    documents = 0
    hashes = " #" in text

    def place(event: Any) -> Location:
        return Location(path, event.start_mark.line + 1, event.start_mark.column + 1)

    while (event := next_event()) is not None:
        kind = type(event)
        if kind is ScalarEvent:
            value = event.value
            if key is None and type(container) is dict:
                if value in names:
                    findings.append(DOPPELT.at(
                        place(event), f"Das Feld „{value}“ steht hier ein zweites Mal.",
                        "Bitte eines von beiden löschen.", field=value,
                    ))  # fmt: skip
                names.add(value)
                key = value
                if marks is not None:
                    loc.append(value)
                    marks.setdefault(tuple(loc), (event.start_mark.line, event.start_mark.column))
                continue
            if event.anchor or event.tag:
                findings.append(_special(place(event), text))
            if not event.style:
                if event.start_mark.line != event.end_mark.line:
                    findings.extend(_lost_bullets(path, text, event))
                if hashes:
                    findings.extend(_swallowed(path, text, event))
            if marks is not None:
                if type(container) is list and container is not root:
                    loc.append(len(container))
                    marks.setdefault(tuple(loc), (event.start_mark.line, event.start_mark.column))
                marks[(*loc, "")] = (event.start_mark.line, event.start_mark.column)
                if loc:
                    loc.pop()
            if type(container) is dict:
                if value or marks is not None:
                    container.setdefault(key, value)
                key = None
            elif value or marks is not None:
                container.append(value)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            if event.anchor or event.tag:
                findings.append(_special(place(event), text))
            if key is None and type(container) is dict:
                findings.append(SCHREIBWEISE.at(
                    place(event), "Hier wird ein Feldname erwartet.",
                    "Werte mit eckigen oder geschweiften Klammern bitte in Anführungszeichen setzen.",
                ))  # fmt: skip
                return None
            if len(stack) >= MAX_DEPTH:
                findings.append(VERSCHACHTELT.at(
                    place(event), "Hier sind zu viele Ebenen ineinander.",
                    "Bitte die Einrückung prüfen.",
                ))  # fmt: skip
                return None
            new: Any = {} if kind is MappingStartEvent else []
            if marks is not None:
                if type(container) is list and container is not root:
                    loc.append(len(container))
                    marks.setdefault(tuple(loc), (event.start_mark.line, event.start_mark.column))
            if type(container) is dict:
                container.setdefault(key, new)
            else:
                container.append(new)
            stack.append((container, key, names))
            container, key, names = new, None, set()
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            container, key, names = stack.pop()
            key = None
            if marks is not None and loc:
                loc.pop()
        elif kind is AliasEvent:
            findings.append(_special(place(event), text))
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
            "Jede Zeile braucht einen Namen und einen Wert, zum Beispiel: titel: Mehr Licht im Park",
        ))  # fmt: skip
        return None
    return root[0]  # type: ignore[no-any-return]


def _swallowed(path: str, text: str, event: Any) -> list[Finding]:
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


def _lost_bullets(path: str, text: str, event: Any) -> list[Finding]:
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


def _special(place: Location, text: str) -> Finding:
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


def _explain(path: str, text: str, error: yaml.YAMLError) -> Finding:
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


def _in_words(problem: str, line: str, column: int) -> tuple[str, str]:  # noqa: PLR0911, C901
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
