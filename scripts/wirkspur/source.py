"""One file in, one Document out: encoding, front matter, fields. Never raises on any input.

YAML must never decide a type (18:30 would become 1110, 01067 would become 567, the last of two
equal fields would silently win); see events.py for how that is kept.
"""

from __future__ import annotations

import contextlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import blake2b
from itertools import accumulate
from typing import Any

import yaml

from .findings import Finding, Location, Rule, Severity
from .reading import events, head, problems, signs, syntax_text
from .reading.events import Loc, Marks
from .reading.head import Head

MAX_BYTES = 200_000

SHOWN = 20
"""How many findings of one rule are said about one file; more help nobody."""

KODIERUNG = Rule(
    "datei-kodierung",
    "Die Datei ist nicht als UTF-8 gespeichert",
    "Nur in UTF-8 kommen Umlaute und alle Schriften der Welt unverändert an.",
    tun="Öffnen Sie die Datei und speichern Sie sie neu, mit der Kodierung „UTF-8“. Sehen Sie "
    "danach nach, ob alle Umlaute stimmen.",
    falsch="titel: S\N{REPLACEMENT CHARACTER}dviertel",
    richtig="titel: Südviertel",
)
BOM = Rule(
    "datei-bom",
    "Unsichtbares Zeichen am Anfang der Datei",
    "Manche Programme setzen vor den Text ein unsichtbares Zeichen (BOM). Andere Programme lesen "
    "die Datei dann falsch oder gar nicht.",
    tun="Speichern Sie die Datei als „UTF-8“, nicht als „UTF-8 mit BOM“. Im Browser hilft es, "
    "die erste Zeile ganz zu löschen und neu zu tippen.",
)
LEER = Rule(
    "datei-leer",
    "Die Datei ist leer",
    "Aus einer leeren Datei wird kein Eintrag.",
    tun="Füllen Sie die Datei aus, oder löschen Sie sie. Am einfachsten kopieren Sie einen "
    "ähnlichen Eintrag und ersetzen seine Angaben.",
)
GROESSE = Rule(
    "datei-zu-gross",
    "Die Datei ist zu groß",
    "Ein Eintrag ist ein kurzer Text. Sehr große Dateien sind meist ein Versehen.",
    tun="Kürzen Sie den Text, oder machen Sie mehrere Einträge daraus. Lange Unterlagen "
    "gehören an einen anderen Ort; hier genügt ihre Adresse unter „quellen“.",
)

RULES = (KODIERUNG, BOM, LEER, GROESSE, *head.RULES, *signs.RULES, *syntax_text.RULES)


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
        return self.raw.decode("utf-8", "replace").lstrip("\ufeff")

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

    @cached_property
    def _starts(self) -> list[int]:
        """Where each line starts."""
        return [0, *accumulate(len(line) + 1 for line in self.text.split("\n"))]

    def locate(self, loc: Loc, *, value: bool = True) -> Location:
        """Where the value at `loc` stands (or its field name); else the nearest thing around it."""
        way: Loc = ()
        whole = True
        for part in loc:
            if (*way, part) in self._marks:
                way = (*way, part)
            elif not isinstance(part, int):  # a single entry may stand without its list
                whole = False
                break
        above = bisect_right(self._starts, self.start) - 1
        mark = self._marks.get((*way, "") if value and whole else way) or self._marks.get(way)
        if way and mark:
            return Location(self.path, mark[0] + above + 1, mark[1] + 1)
        return Location(self.path, max(above, 1), 1)

    def line(self, number: int) -> str:
        """The text of a line, counted from 1; empty where there is none."""
        lines = self.text.split("\n")
        return lines[number - 1].rstrip("\r") if 0 < number <= len(lines) else ""

    def body_line(self, position: int) -> Location:
        """Where a position in the body stands in the file."""
        position += self.body_start
        number = bisect_right(self._starts, position)
        return Location(self.path, number, position - self._starts[number - 1] + 1)


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
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(path, raw, error.start)
    if "\0" in text and text.count("\0") * 3 > len(text):
        return _utf16(path)
    findings: list[Finding] = []
    if text.startswith("\ufeff"):
        text = text.lstrip("\ufeff")
        findings.append(BOM.at(
            Location(path), "Am Anfang der Datei steht ein unsichtbares Zeichen (BOM).",
            "Bitte die Datei als „UTF-8“ speichern, nicht als „UTF-8 mit BOM“.",
        ))  # fmt: skip
    if not text or text.isspace():
        return _broken(path, raw, LEER.at(
            Location(path), "Die Datei ist leer.",
            "Bitte ausfüllen oder löschen. Eine Vorlage macht: wirkspur new.",
        ))  # fmt: skip
    if conflicts := signs.conflicts(path, text):
        return _broken(path, raw, *conflicts)
    findings.extend(signs.umlauts(path, text))
    unseen = signs.unseen(path, text)
    findings.extend(unseen)
    if path.endswith(".md"):
        found = head.split(text)
        if not found and unseen:
            return _broken(path, raw, *findings)
        if not found:
            return _broken(path, raw, *findings, head.missing(path, text))
        if early := head.too_early(path, text, found):
            return _broken(path, raw, *findings, early)
    else:
        found = Head(0, len(text), 0)
    last = unseen[0].line if unseen else 0
    if last and last <= text.count("\n", 0, found.end) + 1:
        return replace(_broken(path, raw, *findings), body_start=found.body)
    return _document(path, raw, text, found, findings)


def _broken(path: str, raw: bytes, *findings: Finding) -> Document:
    return Document(path, raw, None, _few(findings))


def _few(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """At most so many of each rule; the next one says how many more there are."""
    every = tuple(findings)
    if len(every) <= SHOWN:
        return every
    total = Counter(finding.code for finding in every)
    so_far: Counter[str] = Counter()
    kept = []
    for finding in sorted(every):
        so_far[finding.code] += 1
        if (number := so_far[finding.code]) <= SHOWN:
            kept.append(finding)
        elif number == SHOWN + 1:
            more = total[finding.code] - SHOWN
            said = f"… und {more} weitere Stellen dieser Art in dieser Datei."
            kept.append(replace(finding, message=said, hint="", field="", related=()))
    return tuple(kept)


def _not_utf8(path: str, raw: bytes, position: int) -> Document:
    if raw[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return _utf16(path)
    line = raw.count(b"\n", 0, position) + 1
    before = raw[max(0, raw.rfind(b"\n", 0, position) + 1) : position].decode("utf-8", "replace")
    near = before[-20:]
    if len(before) > len(near) and " " in near and not before[-21].isspace():
        near = near.partition(" ")[2]  # no cut word
    said = f" Davor steht „{near.strip()}“." if near.strip() else ""
    return _broken(path, b"", KODIERUNG.at(
        Location(path, line, len(before) + 1),
        f"Diese Zeile enthält ein Zeichen, das nicht als UTF-8 gespeichert ist.{said}",
        "Bitte die Datei öffnen und mit der Kodierung „UTF-8“ neu speichern.",
    ))  # fmt: skip


def _utf16(path: str) -> Document:
    return _broken(path, b"", KODIERUNG.at(
        Location(path), "Die Datei ist als UTF-16 gespeichert.",
        "Bitte die Datei öffnen und mit der Kodierung „UTF-8“ neu speichern.",
    ))  # fmt: skip


def _document(path: str, raw: bytes, text: str, found: Head, findings: list[Finding]) -> Document:
    fields = text[found.start : found.end]
    data: dict[str, Any] | None = None
    own = signs.tabs(path, fields)
    if not own:
        try:
            data = events.read(path, fields, own)
        except yaml.YAMLError as error:
            own = _with_problem(path, text, found, error, own)
    if own:
        if any(f.severity is Severity.FEHLER and f.code != syntax_text.DOPPELT.slug for f in own):
            data = None
        if lines := text.count("\n", 0, found.start):
            own = [_shift(finding, lines) for finding in own]
        findings.extend(own)
    digest = blake2b(raw, digest_size=16).hexdigest()
    said = _few(findings) if findings else ()
    return Document(path, raw, data, said, found.start, found.end, found.body, digest)


def _with_problem(
    path: str, text: str, found: Head, error: yaml.YAMLError, known: list[Finding]
) -> list[Finding]:
    """What is known, and what libyaml stumbled over unless that only follows from it."""
    above = text.count("\n", 0, found.start)
    said = problems.explain(path, text[found.start : found.end], error)
    if found.body and (prose := head.swallowed_text(path, text, found, said[0].line + above)):
        said = [_shift(prose, -above)]
    causes = [f for f in known if f.severity is Severity.FEHLER]
    if any(f.code == syntax_text.SCHREIBWEISE.slug for f in causes):
        return known
    spoken = {f.line for f in causes}
    new = [f for f in said if f.line not in spoken]
    lines = {f.line for f in new}
    return [*(f for f in known if f in causes or f.line not in lines), *new]


def _shift(finding: Finding, lines: int) -> Finding:
    return replace(finding, line=finding.line + lines)
