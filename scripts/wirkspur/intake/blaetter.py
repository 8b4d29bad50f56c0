"""A table file as sheets of text: .xlsx, .ods and .csv, as people and their programs save them.

Nothing in it is ever run: of a formula only what the table last showed is taken, and it is said.
What could hurt (macros, a few bytes that unpack to gigabytes) is refused before it is opened.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
import warnings
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import islice
from math import isnan
from typing import Any

from defusedxml.ElementTree import fromstring
from openpyxl import load_workbook

HOECHSTENS = 20_000_000
"""So many bytes a table may have; pictures in it included."""
ENTPACKT = 30_000_000
"""So many bytes its text may have, unpacked: 50,000 long rows."""
ZEILEN = 20_000
ZELLEN = 400_000
SPALTEN = 200
MAKROS = (
    "Die Tabelle kann Makros enthalten, also kleine Programme. Sie wird nicht geöffnet. Bitte in "
    "der Tabelle „Speichern unter“ wählen und dort: .xlsx."
)
ANFANG = 40
"""Among so many rows the delimiter of a CSV is looked for."""


class TabelleError(Exception):
    """A file that cannot be taken as a table; says why, in German."""


@dataclass
class Blatt:
    """A sheet. Rows and columns count from 1; only cells with text are there."""

    name: str
    zeilen: dict[int, dict[int, str]] = field(default_factory=dict)
    verbunden: list[tuple[int, int, int, int]] = field(default_factory=list)
    """Merged cells: first row, first column, last row, last column."""
    bemerkt: dict[tuple[int, int], str] = field(default_factory=dict)
    """Cells of which something has to be said: formulas, errors, dates that do not exist."""
    notizen: dict[tuple[int, int], str] = field(default_factory=dict)
    """Notes that people stuck to cells."""
    verborgen: set[int] = field(default_factory=set)
    """Columns that the table does not show."""
    sichtbar: bool = True
    zellen: int = 0

    def setze(self, zeile: int, spalte: int, text: str) -> None:
        """Enter the text of a cell, if there is any."""
        if text := sauber(text):
            self.zellen += 1
            full = zeile not in self.zeilen and len(self.zeilen) >= ZEILEN
            if full or self.zellen > ZELLEN:
                raise TabelleError(
                    f"Die Tabelle hat mehr als {ZEILEN} Zeilen oder {ZELLEN} Zellen. Bitte auf "
                    "mehrere Dateien verteilen."
                )
            if spalte > SPALTEN:
                self.bemerkt.setdefault(
                    (zeile, SPALTEN + 1),
                    f"Rechts von Spalte {buchstabe(SPALTEN)} wird nicht gelesen.",
                )
                return
            self.zeilen.setdefault(zeile, {})[spalte] = text


def lesen(raw: bytes, kopf: Callable[[Sequence[str]], int]) -> list[Blatt]:
    """The sheets of a file. `kopf` says how much a row looks like the row of headings.

    What kind of file it is, its first bytes say, not its name. Raises TabelleError.
    """
    if len(raw) > HOECHSTENS:
        raise TabelleError(f"Die Datei ist größer als {HOECHSTENS // 1_000_000} MB.")
    if raw[:4] == b"PK\x03\x04":
        return _gepackt(raw)
    if raw[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise TabelleError(
            "Die Datei hat das alte Format .xls oder ist mit einem Passwort geschützt. Bitte in "
            "der Tabelle „Speichern unter“ wählen und dort: .xlsx, ohne Passwort."
        )
    return [_csv(raw, kopf)]


_ZEILENENDE = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
_UNSICHTBAR = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069"
    "\ufeff\ufff9-\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Signs that nobody sees: they come along when text is copied, and can hide something."""


def buchstabe(spalte: int) -> str:
    """The letters over a column: A, B, … AA."""
    name = ""
    while spalte:
        spalte, rest = divmod(spalte - 1, 26)
        name = chr(65 + rest) + name
    return name


def sauber(text: str) -> str:
    """Line ends, blanks, accents and the invisible made plain."""
    text = unicodedata.normalize("NFC", _ZEILENENDE.sub("\n", text))
    text = _UNSICHTBAR.sub("", text)
    lines = [re.sub(r"[ \t\xa0]+$", "", line) for line in text.split("\n")]
    return "\n".join(lines).strip()


# --- packed files --------------------------------------------------------------------------------


def _gepackt(raw: bytes) -> list[Blatt]:
    try:
        packed = zipfile.ZipFile(io.BytesIO(raw))
        parts = {info.filename: info for info in packed.infolist()}
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise _kaputt() from None
    if any(name.lower().endswith(("vbaproject.bin", ".bas")) for name in parts):
        raise TabelleError(MAKROS)
    # Pictures are never unpacked, so they may be as large as they like.
    texts = [
        info for info in packed.infolist() if info.filename.lower().endswith((".xml", ".rels"))
    ]
    if sum(info.file_size for info in texts) > ENTPACKT or len(parts) > 5_000:
        raise TabelleError(
            "Die Datei wird beim Öffnen sehr groß. Das ist gefährlich, oder es sind sehr viele "
            "leere Zellen gefärbt. Bitte nur die Zeilen mit Text in eine neue Tabelle kopieren."
        )
    if "xl/workbook.xml" in parts or any(name.startswith("xl/") for name in parts):
        return _sicher(_xlsx, raw, packed)
    if "content.xml" in parts:
        kind = packed.read("mimetype") if "mimetype" in parts else b""
        if b"spreadsheet" in kind or not kind:
            return _sicher(_ods, raw, packed)
    raise TabelleError(
        "Das ist keine Tabelle. Möglich sind Dateien mit der Endung .xlsx, .ods oder .csv."
    )


def _kaputt() -> TabelleError:
    return TabelleError(
        "Die Datei lässt sich nicht lesen; sie ist beschädigt. Bitte in Excel oder LibreOffice "
        "öffnen und noch einmal speichern."
    )


def _sicher(
    reader: Callable[[bytes, zipfile.ZipFile], list[Blatt]], raw: bytes, packed: zipfile.ZipFile
) -> list[Blatt]:
    """Read, and say the same whatever a library stumbles over: there are many ways to be broken."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return reader(raw, packed)
    except TabelleError:
        raise
    except MemoryError:
        raise TabelleError("Die Tabelle ist zu groß für diesen Rechner.") from None
    except Exception:
        raise _kaputt() from None


# --- Excel ---------------------------------------------------------------------------------------

_FORMEL = re.compile(rb"<(?:\w+:)?f[ >/]")


def _xlsx(raw: bytes, packed: zipfile.ZipFile) -> list[Blatt]:
    shown = load_workbook(io.BytesIO(raw), data_only=True, keep_links=False)
    formulas = any(
        _FORMEL.search(packed.read(name))
        for name in packed.namelist()
        if name.startswith("xl/worksheets/") and name.endswith(".xml")
    )
    written = load_workbook(io.BytesIO(raw), keep_links=False) if formulas else None
    return [_blatt(sheet, written[sheet.title] if written else None) for sheet in shown.worksheets]


def _blatt(sheet: Any, written: Any) -> Blatt:
    blatt = Blatt(sheet.title, sichtbar=sheet.sheet_state == "visible")
    blatt.verbunden = [
        (r.min_row, r.min_col, r.max_row, r.max_col) for r in sheet.merged_cells.ranges
    ]
    for name, column in sheet.column_dimensions.items():
        if column.hidden:
            first, last = column.min or 0, min(column.max or 0, SPALTEN)
            blatt.verborgen.update(range(first, last + 1))
            if not first:
                blatt.verborgen.add(sheet[f"{name}1"].column)
    # The cells there are; asking row by row would make all those that are not.
    for (row, column), cell in sorted(sheet._cells.items()):
        text = _wert(cell.value, cell.number_format or "")
        if cell.data_type == "e":
            blatt.bemerkt[row, column] = f"Die Zelle zeigt einen Fehler ({text})."
            text = ""
        link = getattr(cell.hyperlink, "target", None) or ""
        if text and link.startswith(("https://", "http://")) and link.rstrip("/") not in text:
            text = f"{text} ({link})"
        if written is not None and (formula := _formel(written, row, column)):
            blatt.bemerkt[row, column] = formel_gesagt(formula, text)
            text = text or formula
        blatt.setze(row, column, text)
        if cell.comment:
            blatt.notizen[row, column] = _notiz(cell.comment.text, cell.comment.author)
    return blatt


def _formel(sheet: Any, row: int, column: int) -> str:
    cell = sheet._cells.get((row, column))
    if cell is None or cell.data_type != "f":
        return ""
    return str(getattr(cell.value, "text", None) or cell.value)


def formel_gesagt(formula: str, text: str) -> str:
    """What is said of a cell with a formula."""
    short = formula if len(formula) <= 60 else f"{formula[:59]}…"
    if text:
        return f"Hier steht eine Formel: {short} Übernommen wird, was die Tabelle zuletzt zeigte."
    return (
        f"Hier steht eine Formel: {short} Sie wird nicht ausgerechnet und bleibt als Text stehen."
    )


def _wert(value: Any, form: str) -> str:
    """A value as people see it in their cell; `form` is the cell's number format."""
    if value is None or (isinstance(value, float) and isnan(value)):
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, datetime):
        parts = set(_FORM.sub("", form).lower())
        if "y" in parts and "d" not in parts and value.day == 1:
            # „Mai 26“ is stored as the first of May, a year as the first of January.
            return f"{value.month:02}.{value.year:04}" if "m" in parts else f"{value.year:04}"
        seen = value.time() != time() and "h" in parts
        return _tag(value.date()) + (f" {value:%H:%M}" if seen else "")
    if isinstance(value, date):
        return _tag(value)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        return str(value)
    if isinstance(value, int | float) and (shown := _geformt(value, form)):
        return shown
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{value:.10g}".replace(".", ",")
    return str(value)


_FORM = re.compile(
    r'"(?P<text>[^"]*)"|\\(?P<sign>.)|\[\$(?P<money>[^\]-]*)[^\]]*\]|\[[^\]]*\]|[_*].'
)
"""What a number format shows as it is, and what it says of colours and gaps."""
FORM = 255
"""No program writes a longer number format."""
_STELLEN = re.compile(r"([^\w#?/@,]*)([#,]*0[0,]*|[#,]+)(?:\.([0#]+))?([^\w#?/@]*)")
"""A simple number format: what stands before, digits, digits behind the comma, what follows."""


def _geformt(value: float, form: str) -> str:
    """A number as its format shows it, written as in German; empty where it is no simple one."""
    if len(form) > FORM:
        return ""
    sections = re.findall(r'(?:"[^"]*"|\\.|\[[^\]]*\]|[^;])+', form) or [""]
    own = value < 0 and len(sections) > 1
    words: list[str] = []

    def kept(match: re.Match[str]) -> str:
        words.append(next(filter(None, match.groups()), ""))
        return "\0"

    match = _STELLEN.fullmatch(_FORM.sub(kept, sections[own]))
    if not match or match[2].endswith(","):
        return ""
    before, digits, fraction, after = match[1], match[2], match[3] or "", match[4]
    percent = "%" in before + after
    shown = (
        f"{abs(value) * (100 if percent else 1):{',' if ',' in digits else ''}.{len(fraction)}f}"
    )
    whole, _, rest = shown.partition(".")
    rest = rest[: fraction.count("0")] + rest[fraction.count("0") :].rstrip("0")
    number = whole.replace(",", ".").zfill(digits.count("0")) + (f",{rest}" if rest else "")
    text = iter(words)
    before, after = (re.sub("\0", lambda _: next(text), part) for part in (before, after))
    return sauber(f"{'-' if value < 0 and not own else ''}{before}{number}{after}")


def _tag(value: date) -> str:
    return f"{value.day:02}.{value.month:02}.{value.year:04}"


_FADEN = re.compile(r"\A\[(?:Threaded comment|Kommentarthread)\].*?(?:Comment|Kommentar):\s*", re.S)


def _notiz(text: str, author: str | None) -> str:
    """The words of a note, without the name of the person who stuck it there."""
    text = sauber(_FADEN.sub("", text))
    first, _, rest = text.partition("\n")
    by_name = first.endswith(":") and (not author or first.rstrip(": ") == author.strip())
    return rest.strip() if by_name and rest else text


# --- OpenDocument --------------------------------------------------------------------------------

_O = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_T = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_X = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_S = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_L = "{http://www.w3.org/1999/xlink}href"
_D = "{http://purl.org/dc/elements/1.1/}"


def _ods(_raw: bytes, packed: zipfile.ZipFile) -> list[Blatt]:
    root = fromstring(packed.read("content.xml"), forbid_dtd=True)
    hidden = {
        style.get(f"{_S}name")
        for style in root.iter(f"{_S}style")
        for properties in style.iter(f"{_S}table-properties")
        if properties.get(f"{_T}display") == "false"
    }
    tables = root.iterfind(f"{_O}body/{_O}spreadsheet/{_T}table")
    return [_ods_blatt(t, t.get(f"{_T}style-name") not in hidden) for t in tables]


def _ods_blatt(table: Any, sichtbar: bool) -> Blatt:
    blatt = Blatt(table.get(f"{_T}name", ""), sichtbar=sichtbar)
    column = 1
    for element in table.iter(f"{_T}table-column"):
        count = _zahl(element, "number-columns-repeated")
        if element.get(f"{_T}visibility") in {"collapse", "filter"}:
            blatt.verborgen.update(range(column, min(column + count, SPALTEN + 1)))
        column += count
    number = 1
    for row in table.iter(f"{_T}table-row"):
        count = _zahl(row, "number-rows-repeated")
        cells = list(_ods_zellen(row, blatt, number))
        for offset in range(count if cells else 0):
            for spalte, text in cells:
                blatt.setze(number + offset, spalte, text)
        number += count
    return blatt


def _ods_zellen(row: Any, blatt: Blatt, number: int) -> Iterator[tuple[int, str]]:
    column = 1
    for cell in row:
        if cell.tag not in {f"{_T}table-cell", f"{_T}covered-table-cell"}:
            continue
        count = _zahl(cell, "number-columns-repeated")
        down, across = _zahl(cell, "number-rows-spanned"), _zahl(cell, "number-columns-spanned")
        if down > 1 or across > 1:
            blatt.verbunden.append((number, column, number + down - 1, column + across - 1))
        text = _ods_text(cell)
        if text.startswith(("#", "Err:")) and text.rstrip("!?/").replace(":", "")[1:].isalnum():
            if cell.get(f"{_T}formula"):
                blatt.bemerkt[number, column] = f"Die Zelle zeigt einen Fehler ({text})."
                text = ""
        elif formula := cell.get(f"{_T}formula"):
            formula = formula.removeprefix("of:")
            blatt.bemerkt[number, column] = formel_gesagt(formula, text)
            text = text or formula
        for note in cell.iterfind(f"{_O}annotation"):
            words = "\n".join(_absatz(p) for p in note.iterfind(f"{_X}p"))
            blatt.notizen[number, column] = _notiz(words, note.findtext(f"{_D}creator"))
        if text:
            for spalte in range(column, column + min(count, SPALTEN + 1)):
                yield spalte, text
        column += count


def _zahl(element: Any, name: str) -> int:
    text = element.get(f"{_T}{name}", "1")
    return min(int(text), 10_000_000) if re.fullmatch("[0-9]{1,20}", text) else 1


def _ods_text(cell: Any) -> str:
    day = cell.get(f"{_O}date-value", "")
    shown = sauber("\n".join(_absatz(p) for p in cell.iterfind(f"{_X}p")))
    if not re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", day):
        return shown
    numbers = re.findall("[0-9]+", shown)
    month = len(numbers) + bool(re.search(r"[^\W\d_]{3}", shown)) == 2
    if month and day[8:10] == "01" and {day[:4], day[2:4]} & set(numbers):
        return f"{day[5:7]}.{day[:4]}"  # „Mai 26“ is stored as the first of May
    clock = day[10:16].replace("T", " ") if re.search("[0-9]:[0-9]", shown) else ""
    return f"{day[8:10]}.{day[5:7]}.{day[:4]}{clock}"


def _absatz(element: Any) -> str:
    parts = [element.text or ""]
    for inner in element:
        if inner.tag == f"{_X}s":
            parts.append(" " * min(int(inner.get(f"{_X}c", "1")), 100))
        elif inner.tag == f"{_X}tab":
            parts.append("\t")
        elif inner.tag == f"{_X}line-break":
            parts.append("\n")
        elif inner.tag != f"{_O}annotation":
            words, link = _absatz(inner), inner.get(_L, "")
            known = not link.startswith(("https://", "http://")) or link.rstrip("/") in words
            parts.append(words if known else f"{words} ({link})")
        parts.append(inner.tail or "")
    return "".join(parts)


# --- CSV -----------------------------------------------------------------------------------------


def _csv(raw: bytes, kopf: Callable[[Sequence[str]], int]) -> Blatt:
    text = _entziffert(raw)
    first, _, rest = text.partition("\n")
    told = re.fullmatch(r'"?sep=(.)"?', first.strip(), re.IGNORECASE)
    if told:  # a line that only Excel reads
        text = "\n" + rest
    delimiters = told[1] if told else ";\t,|"
    delimiter = max(delimiters, key=lambda d: _anschein(text, d, kopf))
    blatt = Blatt("")
    try:
        for number, row in _csv_zeilen(text, delimiter):
            for spalte, cell in enumerate(row, 1):
                blatt.setze(number, spalte, cell)
    except csv.Error:
        raise _kaputt() from None
    return blatt


def _anschein(text: str, delimiter: str, kopf: Callable[[Sequence[str]], int]) -> tuple[int, int]:
    """How much a table this is with that delimiter: headings found, columns."""
    try:
        rows = list(islice(csv.reader(io.StringIO(text), delimiter=delimiter), ANFANG))
    except csv.Error:
        return (-1, 0)
    return (max(map(kopf, rows), default=0), max(map(len, rows), default=0))


def _csv_zeilen(text: str, delimiter: str) -> Iterable[tuple[int, list[str]]]:
    """Rows with the numbers a table program gives them."""
    return enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), 1)


def _entziffert(raw: bytes) -> str:
    """As text; Excel writes any of these."""
    if raw[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return raw.decode("utf-16", "replace").removeprefix("\ufeff")
    if raw[1:200:2].count(0) > len(raw[:200]) // 4:
        return raw.decode("utf-16-le", "replace")
    if b"\0" in raw or raw[:4] in {b"%PDF", b"{\\rt", b"<htm", b"<!DO"}:
        raise TabelleError(
            "Das ist keine Tabelle. Möglich sind Dateien mit der Endung .xlsx, .ods oder .csv."
        )
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _vor_utf8(raw)


_UMLAUT = re.compile("(?<=[a-z])[äöüß](?=[a-z])", re.IGNORECASE)
_SELTEN = re.compile("(?<=[a-z])[ƒˆ†‡‰Š‹ŒŽ˜™š›œžŸ]|[ƒˆ†‡‰Š‹ŒŽ˜™š›œžŸ](?=[a-z])", re.IGNORECASE)
"""What Windows reads in a word where a Mac or DOS wrote an umlaut."""
SICHER = 3
"""So many umlauts show that a file is not from Windows."""


def _vor_utf8(raw: bytes) -> str:
    """From Windows, a Mac or DOS: whichever puts most umlauts into words; refused in doubt."""
    texts: list[str] = []
    for encoding in ("cp1252", "mac-roman", "cp850"):
        with suppress(UnicodeDecodeError):
            texts.append(raw.decode(encoding))
    count = [len(_UMLAUT.findall(text)) for text in texts]
    best = count.index(max(count))
    windows = len(texts) == 3  # the other two read any byte
    if windows and not best:
        sure = bool(count[0]) or not _SELTEN.search(texts[0])
    else:  # „Dušan“ from Windows would be „Duöan“ from a Mac: a word alone proves nothing
        sure = count[best] >= (SICHER if windows else 1)
    if not sure:
        raise TabelleError(
            "Die Umlaute und Sonderzeichen der Datei sind nicht sicher zu erkennen. Bitte als "
            "„CSV UTF-8“ oder .xlsx speichern."
        )
    return texts[best]
