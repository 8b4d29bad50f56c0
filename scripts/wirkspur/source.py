"""One file in, one Document out: encoding, front matter, fields. Never raises on any input.

YAML must never decide a type (18:30 would become 1110, 01067 would become 567, the last of two
equal fields would silently win); see events.py for how that is kept.
"""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import blake2b
from typing import Any

import yaml
from frontmatter.default_handlers import YAMLHandler

from . import events, syntax_text
from .events import Loc, Marks
from .findings import Finding, Location, Rule

MAX_BYTES = 200_000

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

RULES = (KODIERUNG, BOM, LEER, GROESSE, KOPF, *syntax_text.RULES)


@dataclass(frozen=True)
class Document:
    """A file that was read: its fields as text, and what was wrong with its form.

    `data` is None where the form is so broken that the fields cannot be known, and again once they
    have become a record; `fields` reads them anew. `start`, `end` and `body_start` count characters
    of `text`; `digest` changes with it.
    """

    path: str
    raw: bytes
    data: dict[str, Any] | None
    findings: tuple[Finding, ...] = ()
    start: int = 0
    end: int = 0
    body_start: int = 0
    digest: str = ""

    @property
    def text(self) -> str:
        """The whole file, decoded."""
        return self.raw.decode("utf-8", "replace").removeprefix("\ufeff")

    @property
    def body(self) -> str:
        """The Markdown below the fields."""
        return self.text[self.body_start :].strip() if self.body_start else ""

    def fields(self) -> dict[str, Any] | None:
        """The fields, read anew; None where they cannot be known."""
        if not self.end:
            return None
        with contextlib.suppress(yaml.YAMLError):
            return events.read(self.path, self.text[self.start : self.end], [])
        return None

    def without_data(self) -> Document:
        """The same without the fields, which take more memory than the file itself."""
        return replace(self, data=None)

    @cached_property
    def _marks(self) -> Marks:
        """Line and column of every field and value; made only when something is reported."""
        marks: Marks = {}
        # Marks up to the broken line are better than none.
        with contextlib.suppress(yaml.YAMLError):
            events.read(self.path, self.text[self.start : self.end], [], marks)
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
        return _broken(path, b"", GROESSE.at(
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
        return _broken(path, raw, *findings, LEER.at(
            Location(path), "Die Datei ist leer.",
            "Bitte ausfüllen oder löschen. Eine Vorlage macht: wirkspur new.",
        ))  # fmt: skip
    if path.endswith(".md"):
        return _front_matter(path, raw, text, findings)
    return _document(path, raw, text, text, 0, findings)


def _broken(path: str, raw: bytes, *findings: Finding) -> Document:
    return Document(path, raw, None, findings)


def _not_utf8(path: str, raw: bytes, position: int) -> Document:
    line = raw.count(b"\n", 0, position) + 1
    before = raw[max(0, raw.rfind(b"\n", 0, position) + 1) : position].decode("utf-8", "replace")
    near = f" Davor steht „{before[-20:].strip()}“." if before.strip() else ""
    return _broken(path, b"", KODIERUNG.at(
        Location(path, line, len(before) + 1),
        f"Diese Zeile enthält ein Zeichen, das nicht als UTF-8 gespeichert ist.{near}",
        "Bitte die Datei öffnen und mit der Kodierung „UTF-8“ neu speichern.",
    ))  # fmt: skip


_HANDLER = YAMLHandler()


def _front_matter(path: str, raw: bytes, text: str, findings: list[Finding]) -> Document:
    if not _HANDLER.detect(text):
        return _broken(path, raw, *findings, KOPF.at(
            Location(path), "Die erste Zeile muss aus drei Strichen bestehen: ---",
            "Darunter kommen die Felder, dann wieder eine Zeile --- und danach der Text.",
        ))  # fmt: skip
    try:
        head, body = _HANDLER.split(text)
    except ValueError:
        return _broken(path, raw, *findings, KOPF.at(
            Location(path, _end_of_fields(text)), "Nach den Feldern fehlt die zweite Linie: ---",
            "Bitte unter das letzte Feld eine Zeile mit drei Strichen setzen: ---",
        ))  # fmt: skip
    return _document(path, raw, text, head, len(text) - len(body), findings)


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
    path: str, raw: bytes, text: str, fields: str, body_start: int, findings: list[Finding]
) -> Document:
    start = text.find(fields, 3) if body_start else 0
    offset = text.count("\n", 0, start)
    own: list[Finding] = []
    data: dict[str, Any] | None = None
    if "\t" in fields:
        own.extend(syntax_text.tabs(path, fields))
    if not own:
        try:
            data = events.read(path, fields, own)
        except yaml.YAMLError as error:
            own.append(syntax_text.explain(path, fields, error))
    if own and offset:
        own = [_shift(finding, offset) for finding in own]
    if body_start:  # front matter's own blank line is not part of the body
        body_start += len(text[body_start:]) - len(text[body_start:].lstrip())
    digest = blake2b(raw, digest_size=16).hexdigest()
    return Document(
        path, raw, data, (*findings, *own), start, start + len(fields), body_start, digest
    )


def _shift(finding: Finding, lines: int) -> Finding:
    related = tuple(Location(r.path, r.line + lines, r.column) for r in finding.related)
    return Finding(
        finding.path, finding.line + lines, finding.column, finding.code, finding.severity,
        finding.message, finding.hint, finding.field, related,
    )  # fmt: skip
