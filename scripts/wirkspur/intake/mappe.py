"""The workbook that is given out: the seven columns, lists to choose from, help in its cells.

The same rows give the same bytes: a workbook may be signed, compared and kept.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties

from ..records.anliegen import AnliegenStatus, Prioritaet
from .begriffe import STADTWEIT, Begriffe
from .blaetter import sauber
from .spalten import ERKLAERUNG, KENNUNG, PRUEFSUMME, SPALTEN, hilfe, summe

ANLIEGEN, LISTEN = "Anliegen", "_listen"
BREIT = {
    "thema": 24, "koerper": 60, "prioritaet": 11, "ort": 28, "loesungen": 50, "kontakt": 30,
    "status": 20,
}  # fmt: skip
SCHRIFT = "Calibri"
NEUE = 500
"""So many empty rows below the last one have the lists too."""
OBEN = Alignment(vertical="top", wrap_text=True)
_FEST = (1980, 1, 1, 0, 0, 0)


def schreiben(rows: Iterable[tuple[str, dict[str, str]]], begriffe: Begriffe, stadt: str) -> bytes:
    """The workbook of these concerns: id and cells of each."""
    book = Workbook()
    book.properties.creator = book.properties.title = stadt
    book.remove(book.worksheets[0])
    sheet = book.create_sheet(ANLIEGEN)
    last = _zeilen(sheet, rows)
    _kopf(sheet)
    _listen(book, sheet, begriffe, last + NEUE)
    _schutz(sheet)
    _erklaerung(book.create_sheet(ERKLAERUNG, 1))
    out = io.BytesIO()
    book.save(out)
    return _fest(out.getvalue())


def _zeilen(sheet: Any, rows: Iterable[tuple[str, dict[str, str]]]) -> int:
    free, quiet = Protection(locked=False), Font(name=SCHRIFT, size=11, color="666666")
    widths = [30, *(BREIT[name] for name in SPALTEN)]
    number = 1
    for number, (kennung, cells) in enumerate(rows, 2):
        texts = (kennung, *(cells[name] for name in SPALTEN), summe(kennung, cells))
        for column, text in enumerate(texts, 1):
            cell = sheet.cell(number, column)
            cell.value = sauber(text)
            cell.data_type = "s"  # never a formula, whatever the text begins with
            cell.quotePrefix = text[:1] in "=+-@'"
            cell.alignment = OBEN
            if 1 < column <= len(SPALTEN) + 1:
                cell.protection = free
            else:
                cell.font = quiet
        sheet.row_dimensions[number].height = _hoch(texts, widths)
    return number


def _hoch(texts: Sequence[str], widths: Sequence[int]) -> int:
    """How high a row must be to show its texts; very long ones are cut, not lost."""
    lines = (
        sum(1 + len(line) // width for line in text.split("\n"))
        for text, width in zip(texts, widths, strict=False)
    )
    return min(15 * max(lines), 300)


def _kopf(sheet: Any) -> None:
    help_texts = hilfe()
    notes = {
        KENNUNG: "Der Name des Eintrags. Bitte nicht ändern. Bei neuen Zeilen bleibt er leer.",
        **{heading: help_texts[name] for name, heading in SPALTEN.items()},
        PRUEFSUMME: "Daran ist zu sehen, was sich geändert hat. Bitte nicht ändern.",
    }
    for column, (heading, note) in enumerate(notes.items(), 1):
        cell = sheet.cell(1, column, heading)
        cell.font = Font(name=SCHRIFT, size=11, bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", start_color="1F5C63")
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        cell.comment = Comment(note, "Wirkspur", width=300, height=110)
    for column, width in enumerate((30, *(BREIT[name] for name in SPALTEN), 10), 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.row_dimensions[1].height = 34
    sheet.freeze_panes = "B2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _listen(book: Any, sheet: Any, begriffe: Begriffe, last: int) -> None:
    """Lists to choose from, on a sheet of their own; other words stay possible."""
    lists: dict[str, Sequence[str]] = {
        "thema": list(begriffe.themen.titel.values()),
        "prioritaet": [p.label for p in Prioritaet],
        "ort": [STADTWEIT, *begriffe.orte.titel.values()],
        "kontakt": list(begriffe.stellen.titel.values()),
        "status": [s.label for s in AnliegenStatus if not s.ziel],
    }
    hidden = book.create_sheet(LISTEN)
    hidden.sheet_state = "veryHidden"
    columns = {name: get_column_letter(i) for i, name in enumerate(SPALTEN, 2)}
    for index, (name, words) in enumerate(lists.items(), 1):
        for number, word in enumerate(words, 1):
            cell = hidden.cell(number, index, sauber(word))
            cell.data_type = "s"
        letter = get_column_letter(index)
        rule = DataValidation(
            type="list",
            formula1=f"'{LISTEN}'!${letter}$1:${letter}${max(len(words), 1)}",
            allow_blank=True,
            errorStyle="warning",
            errorTitle="Nicht in der Liste",
            error="Dieses Wort steht nicht in der Liste. Es kann trotzdem so bleiben.",
        )
        rule.add(f"{columns[name]}2:{columns[name]}{last}")
        sheet.add_data_validation(rule)


def _schutz(sheet: Any) -> None:
    """Only the id and the sum are locked, without a password: against a slip of the hand."""
    free = Protection(locked=False)
    for column in range(2, len(SPALTEN) + 2):
        sheet.column_dimensions[get_column_letter(column)].protection = free
    sheet.column_dimensions[get_column_letter(len(SPALTEN) + 2)].hidden = True
    sheet.protection.sheet = True
    for allowed in ("formatCells", "formatColumns", "formatRows", "insertRows", "sort"):
        setattr(sheet.protection, allowed, False)


def _erklaerung(sheet: Any) -> None:
    help_texts = hilfe()
    lines = [
        ("So geht es", True),
        ("Auf dem ersten Blatt steht jedes Anliegen in einer Zeile. Ändern Sie, was sich geändert "
         "hat, und speichern Sie die Datei. Die Koordination liest sie danach ein.", False),
        ("Neues Anliegen", True),
        ("Schreiben Sie es in die erste leere Zeile. Die Kennung bleibt leer; sie entsteht beim "
         "Einlesen.", False),
        ("Bitte keine Namen", True),
        ("Diese Einträge sind öffentlich. Schreiben Sie keine Namen, keine Telefonnummern, keine "
         "Anschriften und keine Herkunftsländer von Menschen hinein.", False),
        ("Die Spalten", True),
        *((f"{heading}: {help_texts[name]}", False) for name, heading in SPALTEN.items()),
        ("Gut zu wissen", True),
        ("Eine Zeile zu löschen löscht keinen Eintrag. Ist ein Anliegen erledigt, ändern Sie bitte "
         "den Status.", False),
        ("Steht ein Wort nicht in der Liste, schreiben Sie es trotzdem. Was beim Einlesen nicht zu "
         "verstehen ist, bleibt als Text erhalten.", False),
        ("Hat sich ein Anliegen inzwischen auch im Verzeichnis geändert, wird nichts "
         "überschrieben. Sie bekommen einen Hinweis.", False),
    ]  # fmt: skip
    sheet.column_dimensions["A"].width = 90
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    for number, (text, heading) in enumerate(lines, 1):
        cell = sheet.cell(number, 1, text)
        cell.alignment = Alignment(vertical="bottom" if heading else "top", wrap_text=True)
        cell.font = Font(name=SCHRIFT, bold=heading, size=13 if heading else 11)
        sheet.row_dimensions[number].height = 26 if heading else _hoch([text], [95])
    sheet.protection.sheet = True


def _fest(raw: bytes) -> bytes:
    """The same file without the moment it was made."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            part = old.read(info)
            if info.filename == "docProps/core.xml":
                part = re.sub(rb"<dcterms:(created|modified)\b.*?</dcterms:\1>", b"", part)
            fixed = zipfile.ZipInfo(info.filename, _FEST)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(fixed, part)
    return out.getvalue()
