"""What the sheets of a table say before anyone asks what it means: cells, headings, notes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment

from wirkspur.intake import blaetter, spalten, zeilen
from wirkspur.intake.blaetter import TabelleError

KOPF = ["Problem", "Thema", "mögliche Lösungen", "Kontakt"]


def gelesen(raw: bytes) -> tuple[list[zeilen.Zeile], list[str]]:
    return zeilen.gelesen(blaetter.lesen(raw, spalten.kopf))


def xlsx(*rows: Sequence[Any], **more: Sequence[Sequence[Any]]) -> bytes:
    """A workbook: the rows of its first sheet, further sheets by name."""
    book = Workbook()
    sheets: Mapping[str, Sequence[Sequence[Any]]] = {**({"Tabelle1": rows} if rows else {}), **more}
    book.remove(book.worksheets[0])
    for name, lines in sheets.items():
        sheet = book.create_sheet(name)
        for line in lines:
            sheet.append(list(line))
    return gespeichert(book)


def gespeichert(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def geformt(value: Any, form: str) -> str:
    """What is read of a value in a cell with this number format."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet["A1"] = value
    sheet["A1"].number_format = form
    [made] = blaetter.lesen(gespeichert(book), spalten.kopf)
    return made.zeilen[1][1]


# --- people --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "heading",
    [
        "Gemeldet von", "gemeldet", "Idee von", "Ideengeber:in", "Lösungsidee von", "Von wem?",
        "Name", "Vor- und Nachname", "Telefon", "Tel.-Nr.", "E-Mail", "Wer hat es gesagt?",
        "Ansprechperson (Melder)", "Kontakt in der Gruppe",
    ],
)  # fmt: skip
def test_a_column_that_names_whoever_said_it_is_never_taken_over(heading: str) -> None:
    rows, said = gelesen(xlsx([*KOPF, heading], ["Lärm", "Verkehr", "", "", "Erika M."]))

    assert "Erika" not in str(rows)
    assert said == [
        f"Das Blatt „Tabelle1“: Die Spalte „{heading}“ kann Personen nennen. Ihr Inhalt ist nicht "
        "übernommen."
    ]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Name des Problems", "koerper"), ("Ansprechpartner bei der Stadt", "kontakt"),
        ("Kontakt Familienamt", "kontakt"), ("Beschreibung von Problemen", "koerper"),
        ("gemeldet am", "eingebracht"), ("Wann\ngenannt?", "eingebracht"),
        ("Wann gemeldet", "eingebracht"), ("Meldedatum", "eingebracht"), ("Ideen", "loesungen"),
    ],
)  # fmt: skip
def test_headings_that_name_no_person(heading: str, field: str) -> None:
    assert spalten.spalte(heading) == field


def test_a_note_stuck_to_a_name_is_not_taken_over_either() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Problem", "Thema", "Name"])
    sheet.append(["Lärm", "Verkehr", "Erika M."])
    sheet["C2"].comment = Comment("wohnt im Hof", "x")

    assert "Hof" not in str(gelesen(gespeichert(book)))


# --- sheets and titles ---------------------------------------------------------------------------


def test_the_name_of_each_of_several_sheets_stands_over_its_rows() -> None:
    row = [KOPF, ["Lärm", "Verkehr"]]

    rows, _ = gelesen(xlsx(Altstadt=row, Nordviertel=row))

    assert [r.abschnitt for r in rows] == ["Altstadt", "Nordviertel"]


def test_the_name_of_an_only_sheet_is_not_taken_over_and_said() -> None:
    rows, said = gelesen(xlsx(Altstadt=[KOPF, ["Lärm", "Verkehr"]]))

    assert rows[0].abschnitt == ""
    assert said == ["Das Blatt „Altstadt“: Der Name des Blatts ist nicht übernommen."]


@pytest.mark.parametrize(
    ("title", "section"),
    [
        ("Anliegen Altstadt", "Altstadt"), ("Anliegen aus der Altstadt", "Altstadt"),
        ("Bezirk 1", "Bezirk 1"), ("Altstadt (2)", "Altstadt"), ("Unsere Themen 2026", ""),
        ("Farben: rot = eilig", ""), ("Was wir am Montag im Treffen gesagt haben", ""),
    ],
)  # fmt: skip
def test_a_title_above_the_headings_stands_over_all_rows(title: str, section: str) -> None:
    rows, said = gelesen(xlsx([title], KOPF, ["Lärm", "Verkehr"]))

    assert rows[0].abschnitt == section
    assert f"Dort steht: „{title}“." in said[0]


def test_below_another_heading_the_name_of_the_sheet_is_kept() -> None:
    rows, _ = gelesen(
        xlsx(
            Altstadt=[KOPF, ["Lärm"], [None, "Wohnen"], ["Schimmel"], ["Staub"]],
            Anliegen=[KOPF, ["Ruß"]],
        )
    )

    assert rows[0].abschnitt == "Altstadt"
    assert rows[2].abschnitt == "Wohnen"
    assert rows[2].uebrig == [("Name des Blatts", "Altstadt")]


# --- values --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (1500, '#,##0.00 "€"', "1.500,00 €"), (1500, "#,##0.00\\ [$€-407]", "1.500,00 €"),
        (-1234.5, '#,##0.00 "€";[Red]-#,##0.00 "€"', "-1.234,50 €"), (0.25, "0%", "25%"),
        (0.125, "0.0%", "12,5%"), (2310, "00000", "02310"), (1234, "#,##0", "1.234"),
        (2310, "General", "2310"), (2.5, "General", "2,5"), (1.25, "0.0#", "1,25"),
        (5, '0" Stück"', "5 Stück"), (-3, "0", "-3"), (0.5, "# ?/?", "0,5"), (12, "0.00E+00", "12"),
    ],
)  # fmt: skip
def test_a_number_is_what_people_see(value: float, form: str, text: str) -> None:
    assert geformt(value, form) == text


MAI = datetime(2026, 5, 1)
MITTAGS = datetime(2026, 5, 12, 14, 30)


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (MAI, "mmm yy", "05.2026"), (MAI, "[$-407]mmm\\ yy;@", "05.2026"), (MAI, "yyyy", "2026"),
        (MAI, "dd.mm.yyyy", "01.05.2026"), (MAI, "d. mmm", "01.05.2026"),
        (MITTAGS, "dd.mm.yyyy hh:mm", "12.05.2026 14:30"), (MITTAGS, "dd.mm.yy", "12.05.2026"),
    ],
)  # fmt: skip
def test_a_day_is_as_precise_as_people_see_it(value: datetime, form: str, text: str) -> None:
    assert geformt(value, form) == text


@pytest.mark.parametrize(
    ("value", "shown", "text"),
    [
        ("2026-05-01", "Mai 26", "05.2026"), ("2026-05-01", "05/2026", "05.2026"),
        ("2026-05-01", "01.05.26", "01.05.2026"), ("2026-05-01", "1. Mai", "01.05.2026"),
        ("2026-05-26", "26. Mai", "26.05.2026"),
        ("2026-05-12T14:30:00", "12.05.26 14:30", "12.05.2026 14:30"),
        ("2026-05-12T14:30:00", "12.05.26", "12.05.2026"),
    ],
)  # fmt: skip
def test_a_day_in_ods_is_read_as_in_excel(value: str, shown: str, text: str) -> None:
    names = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<office:document-content xmlns:office="{names}:office:1.0"'
        f' xmlns:table="{names}:table:1.0" xmlns:text="{names}:text:1.0"><office:body>'
        '<office:spreadsheet><table:table table:name="a"><table:table-row><table:table-cell'
        f' office:value-type="date" office:date-value="{value}"><text:p>{shown}</text:p>'
        "</table:table-cell></table:table-row></table:table></office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("content.xml", content)

    [made] = blaetter.lesen(out.getvalue(), spalten.kopf)

    assert made.zeilen[1][1] == text


# --- notes and rows that go on -------------------------------------------------------------------


@pytest.mark.parametrize(
    "note",
    ["Hinweis: Bitte ergänzen.", "Stand: 12.10.2026, Gruppe", "Summe: 5 Anliegen", "* = eilig"],
)
def test_a_note_below_the_table_is_shown_and_no_concern(note: str) -> None:
    rows, said = gelesen(xlsx(KOPF, ["Lärm", "Verkehr"], [], [note]))

    assert [row.felder["koerper"] for row in rows] == ["Lärm"]
    assert said == [
        f"Das Blatt „Tabelle1“: Zeile 4: Notiz unter der Tabelle, nicht übernommen: „{note}“."
    ]


@pytest.mark.parametrize(
    "below",
    [
        [["Hinweise der Schule fehlen"]],
        [[], ["Hinweis: Es ist laut"], ["Staub", "Verkehr"]],
        [[], ["Lärm am Kanal"]],
        [[], ["Hinweisschilder fehlen"]],
    ],
)
def test_what_may_be_a_concern_is_no_note(below: list[list[str]]) -> None:
    rows, said = gelesen(xlsx(KOPF, ["Ruß", "Verkehr"], *below))

    assert len(rows) == 1 + sum(map(bool, below))
    assert not said


def test_a_row_with_only_more_solutions_belongs_to_the_one_above() -> None:
    [row] = gelesen(
        xlsx(
            KOPF, ["Lärm", "Verkehr", "Flüsterasphalt"], [None, None, "kein Tempo 30", "Bauamt"],
            [None, None, "Tempo 30"],
        )
    )[0]  # fmt: skip

    assert row.felder["loesungen"] == "• Flüsterasphalt\n• kein Tempo 30\n• Tempo 30"
    assert row.felder["kontakt"] == "Bauamt"
    assert row.bemerkt == [
        "Zeile 3 gehört zum selben Problem.", "Zeile 4 gehört zum selben Problem.",
    ]  # fmt: skip


def test_solutions_behind_an_empty_row_stand_for_themselves() -> None:
    raw = xlsx(KOPF, ["Lärm", "Verkehr", "Asphalt"], [], [None, None, "Tempo 30"])

    assert len(gelesen(raw)[0]) == 2


# --- letters -------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["cp1252", "mac-roman", "cp850", "utf-8"])
def test_umlauts_of_windows_mac_and_dos(encoding: str) -> None:
    raw = "Problem;Thema\nÜber die Brücke für Fußgänger;Verkehr\n".encode(encoding)

    assert gelesen(raw)[0][0].felder["koerper"] == "Über die Brücke für Fußgänger"


def test_words_of_windows_are_not_taken_for_those_of_a_mac() -> None:
    text = "Problem;Thema\n„Dušan“ – Brücke, geht’s…;Verkehr\n"

    assert gelesen(text.encode("cp1252"))[0][0].felder["koerper"] == "„Dušan“ – Brücke, geht’s…"


@pytest.mark.parametrize(
    ("word", "encoding"), [("Übung", "mac-roman"), ("Übung", "cp850"), ("Dušan", "cp1252")]
)
def test_letters_in_doubt_are_refused(word: str, encoding: str) -> None:
    with pytest.raises(TabelleError, match="CSV UTF-8"):
        gelesen(f"Problem;Thema\n{word};Verkehr\n".encode(encoding))
