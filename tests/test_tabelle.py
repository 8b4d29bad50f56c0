"""What is read from tables as people make them, and what becomes of every word in them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from support import TESTS, TODAY

from wirkspur import files, gate
from wirkspur.facts import Facts
from wirkspur.files import Tree
from wirkspur.intake import begriffe, blaetter, mappe, spalten, zeilen
from wirkspur.intake.blaetter import TabelleError
from wirkspur.intake.tabelle import MARKE, Leser, Vorschlag, Was, geprueft, kurzform
from wirkspur.register import load
from wirkspur.source import parse

HEUTE = date.fromisoformat(TODAY)
BAUM = files.read(TESTS / "example")
KOPF = list(spalten.SPALTEN.values())
SETTINGS = settings(
    max_examples=40,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)


def leser(tree: Tree = BAUM) -> Leser:
    return Leser(Facts.of(load(tree)[0], HEUTE))


def gelesen(raw: bytes) -> tuple[list[zeilen.Zeile], list[str]]:
    return zeilen.gelesen(blaetter.lesen(raw, spalten.kopf))


def plan(raw: bytes, tree: Tree = BAUM) -> list[Vorschlag]:
    return geprueft(leser(tree).planen(gelesen(raw)[0]), tree, HEUTE)


def xlsx(*rows: Sequence[Any], merge: Sequence[str] = ()) -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(list(row))
    for area in merge:
        sheet.merge_cells(area)
    return gespeichert(book)


def gespeichert(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def eins(**cells: str) -> Vorschlag:
    """The one row of a table with these cells."""
    [made] = plan(xlsx(KOPF, [cells.get(name) for name in spalten.SPALTEN]))
    return made


def feld(made: Vorschlag, name: str) -> str:
    found = re.search(rf"^{name}: (.*)$", made.text, re.MULTILINE)
    return found[1] if found else ""


# --- free words ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("erledigt", "umgesetzt"), ("Erledigt!", "umgesetzt"), ("✓", "umgesetzt"),
        ("x", "umgesetzt"), ("ergledigt", "umgesetzt"), ("fertig seit Mai", "umgesetzt"),
        ("in Arbeit", "in_umsetzung"), ("läuft", "in_umsetzung"),
        ("fast fertig", "in_umsetzung"), ("teilweise erledigt", "in_umsetzung"),
        ("in Bearbeitung", "in_pruefung"), ("wird noch geprüft", "in_pruefung"),
        ("offen", "eingebracht"), ("noch nicht erledigt", "eingebracht"),
        ("nicht begonnen", "eingebracht"), ("unerledigt", "eingebracht"), ("NEU", "eingebracht"),
        ("besprochen und weitergeleitet", "uebergeben"), ("warten auf Antwort", "uebergeben"),
        ("noch keine Antwort", "uebergeben"), ("besprochen", "beraten"),
        ("abgelehnt (kein Geld)", "abgelehnt"), ("nicht möglich", "abgelehnt"),
        ("Stadt nicht zuständig", "nicht_zustaendig"), ("gibt es schon", "bereits_vorhanden"),
        ("zugesagt", "angenommen"), ("wird geprüft", "in_pruefung"),
        ("an die Stadt übergeben", "uebergeben"),
    ],
)  # fmt: skip
def test_free_words_of_a_status(text: str, status: str) -> None:
    found = begriffe.status(text)

    assert found
    assert found.wert == status


@pytest.mark.parametrize(
    "text", ["zurückgestellt", "angenommen oder abgelehnt", "siehe Akte", "42"]
)
def test_a_status_that_says_nothing_clear_is_not_guessed(text: str) -> None:
    assert begriffe.status(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("sehr wichtig", "hoch"), ("!!!", "hoch"), ("dringend", "hoch"), ("Hoch", "hoch"),
        ("1", "hoch"), ("sehr hoch", "hoch"), ("mittel", "mittel"), ("normal", "mittel"),
        ("nicht so wichtig", "niedrig"), ("nicht dringend", "niedrig"), ("gering", "niedrig"),
        ("kann warten", "niedrig"), ("Prio 1", "hoch"), ("mitel", "mittel"),
    ],
)  # fmt: skip
def test_free_words_of_a_priority(text: str, value: str) -> None:
    found = begriffe.prioritaet(text)

    assert found
    assert found.wert == value


@pytest.mark.parametrize("text", ["egal", "mittel bis hoch", "?"])
def test_a_priority_that_says_nothing_clear_is_not_guessed(text: str) -> None:
    assert begriffe.prioritaet(text) is None


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("eine", ["eine"]),
        ("eine; zwei;", ["eine", "zwei"]),
        ("- eine\n- zwei\n  geht weiter", ["eine", "zwei\ngeht weiter"]),
        ("• eine • zwei", ["eine", "zwei"]),
        ("1. eine 2. zwei 3. drei", ["eine", "zwei", "drei"]),
        ("1) eine\n2) zwei", ["eine", "zwei"]),
        ("Eine\nZwei\n\nDrei", ["Eine", "Zwei", "Drei"]),
        ("Ein langer Satz, der\nhier weitergeht", ["Ein langer Satz, der hier weitergeht"]),
        ("Am 3. Mai treffen", ["Am 3. Mai treffen"]),
        ("Mehr Licht - auch nachts", ["Mehr Licht - auch nachts"]),
    ],
)
def test_several_solutions_in_one_cell(text: str, parts: list[str]) -> None:
    assert begriffe.loesungen(text) == parts


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Altstadt", ["stadtteil-011-altstadt"]),
        ("Altstatd", ["stadtteil-011-altstadt"]),
        ("Stadtteil Altstadt", ["stadtteil-011-altstadt"]),
        ("altstadt / NORDVIERTEL", ["stadtteil-011-altstadt", "stadtteil-012-nordviertel"]),
        ("Bezirk 1", ["stadtbezirk-1"]),
        ("überall", ["stadtweit"]),
        ("ganz Musterstadt", ["stadtweit"]),
        ("stadtteil-012-nordviertel", ["stadtteil-012-nordviertel"]),
        ("Bezirk 7", []),
        ("Neustadt", []),
    ],
)
def test_places_by_their_names(text: str, places: list[str]) -> None:
    assert leser().begriffe.ort(text)[0] == places


def test_a_place_among_other_words_is_found_and_the_words_are_kept() -> None:
    assert leser().begriffe.ort("Altstadt, hinter dem Markt") == (["stadtteil-011-altstadt"], False)


def test_an_office_by_a_name_it_had() -> None:
    found = leser().begriffe.stellen.finde("Ausländeramt")

    assert found
    assert found.wert == "amt-vielfalt"


def test_two_entries_of_one_name_are_told_apart() -> None:
    shown = begriffe.eindeutig({"a": "Hafen", "b": "Hafen", "c": "Markt"}, {"a": "Stadtteil"})

    assert shown == {"a": "Hafen (Stadtteil)", "b": "Hafen (b)", "c": "Markt"}
    assert begriffe.Namen(shown).finde("Hafen (b)") == begriffe.Fund("b")


@pytest.mark.parametrize(
    ("text", "title", "short"),
    [
        ("Kein Licht.", "Kein Licht", "Kein Licht."),
        ("Es ist dunkel im Park. Kinder haben Angst.", "Es ist dunkel im Park",
         "Es ist dunkel im Park."),
        ("Ist es z. B. am 3. Mai zu laut? Ja.", "Ist es z. B. am 3. Mai zu laut?",
         "Ist es z. B. am 3. Mai zu laut?"),
        ("„Angebot“ versteht niemand", "„Angebot“ versteht niemand", "„Angebot“ versteht niemand"),
        ("- Punkt eins\n- Punkt zwei", "Punkt eins Punkt zwei", "Punkt eins Punkt zwei"),
    ],
)  # fmt: skip
def test_title_and_sentence_are_the_beginning_of_the_text(
    text: str, title: str, short: str
) -> None:
    assert kurzform(text) == (title, short)


def test_a_long_sentence_is_cut_between_words() -> None:
    title, short = kurzform("wort " * 80)

    assert title.endswith("wort …")
    assert len(title) <= 100
    assert len(short) <= 240


# --- tables as people make them ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("THEMA", "thema"), ("Themenfeld:", "thema"), ("Problem", "koerper"),
        ("Problem-\nbeschreibung", "koerper"), ("Problembeschreibug", "koerper"),
        ("Prio", "prioritaet"), ("Prioritaet", "prioritaet"), ("Wie wichtig?", "prioritaet"),
        ("Lokalisierung", "ort"), ("Wo ist das Problem?", "ort"), ("Stadtteil", "ort"),
        ("Lösungsvorschläge", "loesungen"), ("Was könnte helfen?", "loesungen"),
        ("Ansprechpartner bei der Stadt", "kontakt"), ("zuständiges Amt", "kontakt"),
        ("Kontakt innerhalb der\nStadtverwaltung", "kontakt"), ("Bearbeitungsstand", "status"),
        ("Erledigt?", "status"), ("lfd. Nr.", "nummer"), ("Datum", "eingebracht"),
        ("Bemerkungen", ""), ("", ""), ("Problem " * 20, ""),
    ],
)  # fmt: skip
def test_headings_as_people_spell_them(heading: str, field: str) -> None:
    assert spalten.spalte(heading) == field


def test_columns_in_any_order_below_a_title_with_gaps() -> None:
    raw = xlsx(
        ["Unsere Tabelle"], [], ["Status", "Wo", "Problem"], [], ["offen", "Altstadt", "Lärm"], [],
        merge=["A1:C1"],
    )  # fmt: skip

    [made] = plan(raw)

    assert made.was is Was.NEU
    assert made.zeile.nummer == 5
    assert feld(made, "ort") == "stadtteil-011-altstadt"


def test_headings_that_come_again_are_no_row() -> None:
    head = ["Thema", "Problem", "Status"]

    assert len(plan(xlsx(head, ["Verkehr", "Lärm", "neu"], head, ["Verkehr", "Staub", ""]))) == 2


def test_a_table_without_headings_is_refused() -> None:
    with pytest.raises(TabelleError, match="keine Kopfzeile"):
        gelesen(xlsx(["Verkehr", "Lärm"], ["Wohnen", "Staub"]))


def test_a_cell_merged_over_rows_holds_for_each() -> None:
    raw = xlsx(
        ["Thema", "Problem"], ["Verkehr", "Lärm"], [None, "Staub"], merge=["A2:A3"]
    )  # fmt: skip

    assert [feld(made, "thema") for made in plan(raw)] == ["verkehr", "verkehr"]


def test_rows_that_share_one_problem_are_one_concern() -> None:
    raw = xlsx(
        ["Problem", "Lösung"], ["Lärm", "Flüsterasphalt"], [None, "Tempo 30"], merge=["A2:A3"]
    )

    [made] = plan(raw)

    assert "loesungen:\n  - Flüsterasphalt\n  - Tempo 30\n" in made.text


def test_a_heading_among_the_rows_gives_its_topic() -> None:
    raw = xlsx(["Thema", "Problem"], ["Begegnung"], [None, "Kein Raum"], merge=["A2:B2"])

    heading, made = plan(raw)

    assert heading.was is Was.UEBERSCHRIFT
    assert feld(made, "thema") == "begegnung"


def test_a_heading_that_means_nothing_to_us_is_kept_in_the_text() -> None:
    raw = xlsx(["Problem", "Thema"], ["Vom Fest im Mai"], ["Kein Raum", "Begegnung"],
               merge=["A2:D2"])  # fmt: skip

    assert "- Überschrift in der Tabelle: Vom Fest im Mai" in plan(raw)[1].text


def test_ditto_marks_mean_what_stands_above() -> None:
    raw = xlsx(["Thema", "Problem"], ["Verkehr", "Lärm"], ["dito", "Staub"])

    assert feld(plan(raw)[1], "thema") == "verkehr"


def test_numbers_dates_and_ticks_are_what_people_see() -> None:
    raw = xlsx(
        ["Nr", "Datum", "Problem", "Prio", "Anzahl", "Geprüft"],
        [1, datetime(2026, 3, 4), "Lärm", 1, 2.5, True],
    )

    [made] = plan(raw)

    assert feld(made, "eingebracht") == "2026-03-04"
    assert feld(made, "prioritaet") == "hoch"
    assert "- Spalte „Anzahl“: 2,5\n- Spalte „Geprüft“: ja" in made.text


def test_a_note_is_kept_without_the_name_of_its_author() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Problem", "Thema"])
    sheet.append(["Lärm", "Verkehr"])
    sheet["A2"].comment = Comment("Erika:\nauch nachts", "Erika")

    [made] = plan(gespeichert(book))

    assert "- Notiz an der Zelle „Problem“: auch nachts" in made.text


def test_hidden_sheets_and_columns_are_named_and_not_taken() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Problem", "Thema", "Intern"])
    sheet.append(["Lärm", "Verkehr", "geheim"])
    sheet.column_dimensions["C"].hidden = True
    hidden = book.create_sheet("Alt")
    hidden.append(["Problem", "Thema"])
    hidden.append(["Staub", "Verkehr"])
    hidden.sheet_state = "hidden"

    rows, said = gelesen(gespeichert(book))

    assert said == ["Das Blatt „Alt“ ist ausgeblendet und wurde nicht gelesen."]
    assert len(rows) == 1
    assert not rows[0].uebrig
    assert rows[0].bemerkt == ["Die ausgeblendete Spalte „Intern“ ist nicht übernommen."]


CSV = "Über uns\n\nThema;Problem;Lösung\nVerkehr;Lärm, Staub, Ruß;„Tempo 30“ – überall\n"


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
def test_csv_in_all_its_kinds(separator: str, encoding: str) -> None:
    text = CSV if separator == ";" else CSV.replace("Lärm, Staub, Ruß", '"Lärm, Staub, Ruß"')

    [row] = gelesen(text.replace(";", separator).encode(encoding))[0]

    assert row.felder == {
        "thema": "Verkehr", "koerper": "Lärm, Staub, Ruß", "loesungen": "„Tempo 30“ – überall",
    }  # fmt: skip


def test_csv_with_the_line_that_only_excel_reads() -> None:
    [row] = gelesen(b"sep=;\r\nThema;Problem\r\nVerkehr;a,b,c\r\n")[0]

    assert row.nummer == 3
    assert row.felder["koerper"] == "a,b,c"


# --- new records ---------------------------------------------------------------------------------


def test_a_row_becomes_a_record_that_the_gate_accepts() -> None:
    made = eins(thema="Verkehr", koerper="Es ist laut. Nachts auch.", status="erledigt")

    assert made.was is Was.NEU
    assert made.kennung == "2026-es-ist-laut"
    assert made.text == (
        "---\n"
        "titel: Es ist laut\n"
        "kurz: Es ist laut.\n"
        "quellen:\n"
        "  - titel: Tabelle der Gruppe, übernommen am 22. November 2026\n"
        "    stand: 2026-11-22\n"
        "  - titel: 'Bei der Übernahme ergänzt, nicht in der Tabelle: Titel, Kurz gesagt, "
        "Priorität, Ort, Eingebracht, Art, Form, Nächster Blick'\n"
        "    stand: 2026-11-22\n"
        "thema: verkehr\n"
        "art: anliegen\n"
        "form: vorschlag\n"
        "prioritaet: mittel\n"
        "ort: stadtweit\n"
        "eingebracht: 2026\n"
        "naechster_blick: 2027-01-01\n"
        "verlauf:\n"
        "  - datum: 2026-11-22\n"
        "    status: umgesetzt\n"
        "    von: connectors\n"
        "    text: 'So stand es in der Tabelle der Gruppe: „erledigt“.'\n"
        "---\n"
        "\n"
        "Es ist laut. Nachts auch.\n"
    )


def test_what_is_assumed_is_said() -> None:
    assert list(eins(koerper="Lärm").angenommen) == [
        "Titel", "Kurz gesagt", "Thema", "Priorität", "Ort", "Eingebracht", "Art", "Form",
        "Nächster Blick",
    ]  # fmt: skip


def test_what_has_no_place_is_kept_in_the_text_and_marked() -> None:
    made = eins(
        koerper="Lärm", thema="Müll", prioritaet="egal", ort="hinter dem Markt",
        kontakt="Verkehrsbetriebe", status="zurückgestellt",
    )  # fmt: skip

    assert made.was is Was.NEU
    assert made.text.endswith(
        f"Lärm\n\n{MARKE}\n\n"
        "- Thema: Müll\n"
        "- Priorität: egal\n"
        "- Lokalisierung des Problems: hinter dem Markt\n"
        "- Kontakt innerhalb der Stadtverwaltung: Verkehrsbetriebe\n"
        "- Status: zurückgestellt\n"
    )


def test_a_refusal_keeps_its_reason_and_says_where_there_is_none() -> None:
    assert "„abgelehnt, zu teuer“.'" in eins(koerper="Lärm", status="abgelehnt, zu teuer").text
    assert "Ein Grund steht dort nicht." in eins(koerper="Lärm", status="abgelehnt").text


def test_a_closed_concern_needs_no_next_look() -> None:
    assert "naechster_blick" not in eins(koerper="Lärm", status="abgelehnt").text


@pytest.mark.parametrize(
    "private",
    ["Bitte Frau Erika Mustermann fragen", "Tel. 0211 8991234", "Mail an erika@posteo.example"],
)
@pytest.mark.parametrize("column", ["koerper", "kontakt", "loesungen"])
def test_a_row_with_a_person_in_it_is_not_taken_nor_repeated(column: str, private: str) -> None:
    made = eins(**{"koerper": "Lärm", column: private})

    assert made.was is Was.NICHT
    assert made.privat
    assert not any(
        word in " ".join(made.grund) for word in ("Erika", "Mustermann", "8991234", "posteo")
    )


def test_two_rows_that_say_the_same_are_taken_once() -> None:
    raw = xlsx(["Problem", "Thema"], ["Lärm", "Verkehr"], ["Lärm", "Verkehr"])

    assert [made.was for made in plan(raw)] == [Was.NEU, Was.SCHON_DA]


def test_a_concern_that_is_there_is_not_made_again() -> None:
    made = eins(koerper="Ein Zaun am Spielplatz. Bitte bald.")

    assert (made.was, made.kennung) == (Was.ANDERS, "2026-11-zaun-am-spielplatz")


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z"), exclude_characters="‹›"),
    min_size=1, max_size=8,
)  # fmt: skip
CELL = st.lists(WORDS, max_size=8).map(" ".join)


def texte(value: Any) -> str:
    """Every text in the fields of a file."""
    if isinstance(value, dict):
        return " ".join(map(texte, value.values()))
    return " ".join(map(texte, value)) if isinstance(value, list) else str(value)


@SETTINGS
@given(st.lists(CELL, min_size=7, max_size=7), st.lists(CELL, min_size=2, max_size=2))
def test_no_word_of_a_row_is_lost(cells: list[str], more: list[str]) -> None:
    rows, _ = gelesen(xlsx([*KOPF, "Bemerkung", ""], [*cells, *more]))
    for row, made in zip(rows, leser().planen(rows), strict=True):
        if made.was is not Was.NEU:
            continue
        file = parse(made.pfad, made.text.encode())
        kept = begriffe.gefaltet(f"{texte(file.fields())} {file.body}").split()
        understood = " ".join(made.verstanden)
        for name, text in (*row.felder.items(), *row.uebrig):
            if spalten.SPALTEN.get(name, "?") not in understood or name == "loesungen":
                assert not set(begriffe.gefaltet(text).split()) - set(kept)


# --- given out and taken back --------------------------------------------------------------------


def ausgegeben(tree: Tree = BAUM) -> bytes:
    reader = leser(tree)
    rows = [(k, reader.zellen(r)) for k, r in sorted(reader.da.items())]
    return mappe.schreiben(rows, reader.begriffe, "Musterstadt")


def bearbeitet(raw: bytes, **cells: str | None) -> bytes:
    """The workbook with some cells written over: `B2="…"`."""
    book = load_workbook(io.BytesIO(raw))
    for place, text in cells.items():
        book["Anliegen"][place] = text
    return gespeichert(book)


def mit(path: str, old: str, new: str) -> Tree:
    """The example with one file changed."""
    raw = BAUM.files[path].decode()
    assert old in raw
    return Tree({**BAUM.files, path: raw.replace(old, new).encode()})


def test_the_workbook_has_the_seven_columns_and_is_locked_at_its_edges() -> None:
    book = load_workbook(io.BytesIO(ausgegeben()))
    sheet = book["Anliegen"]
    head = [cell.value for cell in sheet[1]]

    assert head == ["Kennung", *KOPF, "Prüfsumme"]
    assert sheet.protection.sheet
    assert not sheet.protection.password
    assert [cell.protection.locked for cell in sheet[2]] == [True, *[False] * 7, True]
    assert sheet.column_dimensions["I"].hidden
    assert all(cell.comment for cell in sheet[1])
    assert book.sheetnames == ["Anliegen", "So geht es", "_listen"]
    assert book["_listen"].sheet_state == "veryHidden"
    assert {str(rule.sqref)[0] for rule in sheet.data_validations.dataValidation} == set("BDEGH")


def test_the_lists_to_choose_from_are_those_of_the_register() -> None:
    lists = load_workbook(io.BytesIO(ausgegeben()))["_listen"]
    columns = [[c for c in column if c] for column in lists.iter_cols(values_only=True)]

    assert columns[0] == ["Begegnung", "Wege & Verkehr", "Verständliche Sprache"]
    assert columns[1] == ["hoch", "mittel", "niedrig"]
    assert columns[2][0] == "stadtweit"
    assert "Tiefbauamt" in columns[3]
    assert "in der Gruppe beraten" in columns[4]


def test_the_same_records_give_the_same_bytes() -> None:
    assert ausgegeben() == ausgegeben()


def test_nothing_changed_changes_nothing() -> None:
    assert {made.was for made in plan(ausgegeben())} == {Was.GLEICH}


def test_one_cell_changes_one_line() -> None:
    path = "issues/2026-02-nachtbus.md"
    made = plan(bearbeitet(ausgegeben(), D3="niedrig"))[1]

    assert made.pfad == path
    assert made.text == BAUM.files[path].decode().replace(
        "prioritaet: mittel", "prioritaet: niedrig"
    )


def test_one_paragraph_changes_and_the_others_keep_their_lines() -> None:
    path = "issues/2026-02-nachtbus.md"
    old = "Wer abends arbeitet,\ngeht zu Fuß.\n\n- eins\n- zwei\n\nDas ist weit."
    now = mit(path, "Wer abends arbeitet, geht zu Fuß nach Hause.", old)
    book = load_workbook(io.BytesIO(ausgegeben(now)))
    text = book["Anliegen"]["C3"].value
    book["Anliegen"]["C3"] = text.replace("weit", "sehr weit")

    made = plan(gespeichert(book), now)[1]

    assert text.startswith("Wer abends arbeitet, geht zu Fuß.\n\n- eins\n- zwei")
    assert made.text == now.files[path].decode().replace("weit", "sehr weit")


def test_a_changed_status_is_one_more_step() -> None:
    path = "issues/2026-05-treppe-am-bahnhof.md"
    made = plan(bearbeitet(ausgegeben(), H5="wird geprüft"))[3]
    before = BAUM.files[path].decode()

    assert made.text == before.replace(
        "    text: Die Gruppe bittet um eine Rampe.\n",
        "    text: Die Gruppe bittet um eine Rampe.\n"
        "  - datum: 2026-11-22\n    status: in_pruefung\n    von: connectors\n"
        "    text: 'So stand es in der Tabelle der Gruppe: „wird geprüft“.'\n",
    )


def test_emptied_cells_take_away_only_what_may_be_missing() -> None:
    made = plan(bearbeitet(ausgegeben(), B5=None, C5=None, D5=None, F5=None, G5=None, H5=None))[3]
    before = BAUM.files["issues/2026-05-treppe-am-bahnhof.md"].decode()

    assert made.text == before.replace("loesungen: Eine Rampe neben der Treppe\n", "").replace(
        "kontakt: tiefbauamt\n", ""
    )
    assert len(made.grund) == 4


def test_a_row_changed_on_both_sides_is_named_and_left_alone() -> None:
    table = bearbeitet(ausgegeben(), D3="niedrig")
    now = mit("issues/2026-02-nachtbus.md", "prioritaet: mittel", "prioritaet: hoch")

    made = plan(table, now)[1]

    assert made.was is Was.BEIDE
    assert "In der Tabelle geändert: Priorität." in made.grund[0]
    assert "auch im Verzeichnis: Priorität." in made.grund[0]


def test_a_row_not_touched_never_takes_back_what_is_newer() -> None:
    now = mit("issues/2026-02-nachtbus.md", "prioritaet: mittel", "prioritaet: hoch")

    assert plan(ausgegeben(), now)[1].was is Was.GLEICH


def test_the_same_change_on_both_sides_is_no_quarrel() -> None:
    table = bearbeitet(ausgegeben(), D3="hoch")
    now = mit("issues/2026-02-nachtbus.md", "prioritaet: mittel", "prioritaet: hoch")

    assert plan(table, now)[1].was is Was.GLEICH


def test_without_the_sum_a_difference_is_named_and_left_alone() -> None:
    assert plan(bearbeitet(ausgegeben(), D3="niedrig", I3=None))[1].was is Was.BEIDE


def test_a_column_that_was_deleted_empties_nothing() -> None:
    book = load_workbook(io.BytesIO(ausgegeben()))
    book["Anliegen"].delete_cols(6)

    assert {made.was for made in plan(gespeichert(book))} == {Was.GLEICH}


def test_one_id_at_two_rows_that_differ_is_named() -> None:
    book = load_workbook(io.BytesIO(ausgegeben()))
    sheet = book["Anliegen"]
    copied = [cell.value for cell in sheet[3]]
    sheet.append([*copied[:2], "Ein ganz anderes Problem", *copied[3:]])

    made = plan(gespeichert(book))

    assert [made[1].was, made[-1].was] == [Was.NICHT, Was.NICHT]
    assert "in den Zeilen 3 und 8" in made[1].grund[0]


def test_a_new_row_below_the_others_is_a_new_record() -> None:
    made = plan(bearbeitet(ausgegeben(), B8="Begegnung", C8="Der Saal ist zu."))[-1]

    assert (made.was, made.kennung) == (Was.NEU, "2026-der-saal-ist-zu")


def test_a_column_that_people_added_goes_into_the_text_once() -> None:
    table = bearbeitet(ausgegeben(), J1="Bemerkung", J3="Im Mai besprochen.")
    made = plan(table)[1]
    now = Tree({**BAUM.files, made.pfad: made.text.encode()})

    assert made.text.endswith(f"{MARKE}\n\n- Spalte „Bemerkung“: Im Mai besprochen.\n")
    assert plan(table, now)[1].was is Was.GLEICH


def test_what_windows_1252_cannot_write_is_no_change() -> None:
    path = "issues/2026-02-nachtbus.md"
    now = mit(path, "Wer abends arbeitet", "Wer abends (ночью) arbeitet")
    book = load_workbook(io.BytesIO(ausgegeben(now)))
    book["Anliegen"]["C3"] = book["Anliegen"]["C3"].value.replace("ночью", "?????")

    assert plan(gespeichert(book), now)[1].was is Was.GLEICH


TEXTS = st.text(max_size=60) | st.sampled_from([
    "=1+1", "=HYPERLINK(\"http://x\")", "+49", "-a", "@x", "'a", "\"", "_x0041_", "_x000D_", "a\nb",
    "a\r\nb", "\ta", " a ", "<b>", "&amp;", "]]>", "#REF!", "1e5", "01067", "2026-03-04", "wahr",
    "\u202eabc", "e\u0301", "\x00", "\ufeffa", "• a; b", "a" * 32000,
])  # fmt: skip


@SETTINGS
@given(st.lists(st.tuples(*[TEXTS] * 7), min_size=1, max_size=4))
def test_any_text_comes_back_as_it_went(texts: list[tuple[str, ...]]) -> None:
    rows = [(f"k{i}", dict(zip(spalten.SPALTEN, t, strict=True))) for i, t in enumerate(texts)]
    [sheet] = [
        b for b in blaetter.lesen(mappe.schreiben(rows, leser().begriffe, "x"), spalten.kopf)
        if b.name == "Anliegen"
    ]  # fmt: skip
    for number, (kennung, cells) in enumerate(rows, 2):
        found = sheet.zeilen[number]
        for column, (name, text) in enumerate(cells.items(), 2):
            assert spalten.gleich(found.get(column, "")) == spalten.gleich(text), name
        back = {n: found.get(c, "") for c, n in enumerate(spalten.SPALTEN, 2)}
        assert spalten.geaendert(kennung, back, found[9]) == set()
    assert not sheet.bemerkt


# --- hostile and broken --------------------------------------------------------------------------


def umgepackt(raw: bytes, **parts: bytes) -> bytes:
    """A packed file with parts replaced or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w", 8) as new:
        names = {n.replace("__", "/"): text for n, text in parts.items()}
        for name in old.namelist():
            if name not in names:
                new.writestr(name, old.read(name))
        for name, text in names.items():
            new.writestr(name, text)
    return out.getvalue()


def test_a_formula_is_never_worked_out() -> None:
    raw = xlsx(["Problem", "Thema"], ['="Zu"&" laut"', "Verkehr"], ["=1+1", "Verkehr"])

    [made, other] = plan(raw)

    assert '="Zu"&" laut"' in made.text
    assert other.text.endswith("\n=1+1\n")
    assert made.zeile.bemerkt[0].startswith('A2: Hier steht eine Formel: ="Zu"&" laut"')


def test_of_a_formula_is_taken_what_the_table_showed() -> None:
    sheet = (
        b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/'
        b'2006/main"><sheetData><row r="1"><c r="A1" t="str"><v>Problem</v></c><c r="B1" t="str">'
        b'<v>Thema</v></c></row><row r="2"><c r="A2" t="str"><f>WEBSERVICE("http://x.example")</f>'
        b"<v>Zu laut</v></c></row></sheetData></worksheet>"
    )
    raw = umgepackt(xlsx(["x"]), **{"xl__worksheets__sheet1.xml": sheet})

    [row] = gelesen(raw)[0]

    assert row.felder == {"koerper": "Zu laut"}
    assert "WEBSERVICE" in row.bemerkt[0]


def test_an_error_in_a_cell_is_named_and_not_taken() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Problem", "Thema"])
    sheet.append(["Lärm", "#REF!"])
    sheet["B2"].data_type = "e"

    [row] = gelesen(gespeichert(book))[0]

    assert row.felder == {"koerper": "Lärm"}
    assert row.bemerkt == ["B2: Die Zelle zeigt einen Fehler (#REF!)."]


@pytest.mark.parametrize("value", ["1e99", "-5", "NaN", "99999999999"])
def test_days_that_do_not_exist_hurt_nobody(value: str) -> None:
    raw = xlsx(["Problem", "Datum", "Thema"], ["Lärm", datetime(2026, 1, 1), "Verkehr"])
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        sheet = packed.read("xl/worksheets/sheet1.xml")
    bad = re.sub(rb"(<c r=\"B2\"[^>]*><v>)[^<]*", rb"\g<1>" + value.encode(), sheet)
    assert bad != sheet

    try:
        rows, _ = gelesen(umgepackt(raw, **{"xl__worksheets__sheet1.xml": bad}))
    except TabelleError:
        return
    assert rows[0].felder["koerper"] == "Lärm"


def test_macros_are_refused() -> None:
    with pytest.raises(TabelleError, match="Makros"):
        gelesen(umgepackt(xlsx(KOPF), **{"xl__vbaProject.bin": b"x"}))


def test_links_to_other_files_are_not_followed() -> None:
    link = b'<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
    raw = umgepackt(
        xlsx(["Problem", "Thema"], ["='[1]Geheim'!A1", "Verkehr"]),
        **{"xl__externalLinks__externalLink1.xml": link},
    )

    assert gelesen(raw)[0][0].felder["koerper"] == "='[1]Geheim'!A1"


def test_a_bomb_is_not_unpacked() -> None:
    bomb = umgepackt(xlsx(KOPF), **{"xl__sharedStrings.xml": b"<a>" + b" " * 200_000_000})

    assert len(bomb) < 400_000
    with pytest.raises(TabelleError, match="sehr groß"):
        gelesen(bomb)


ODS = """<?xml version="1.0"?>{doctype}<office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>
 <table:table table:name="a"><table:table-row><table:table-cell><text:p>Problem</text:p>
 </table:table-cell><table:table-cell><text:p>Thema</text:p></table:table-cell></table:table-row>
 {rows}</table:table></office:spreadsheet></office:body></office:document-content>"""


def ods(rows: str, doctype: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("content.xml", ODS.format(rows=rows, doctype=doctype))
    return out.getvalue()


def test_an_ods_that_says_one_cell_a_billion_times_is_refused() -> None:
    for what in ("rows", "columns"):
        row = (
            "<table:table-row {}><table:table-cell {}><text:p>x</text:p></table:table-cell>"
            "</table:table-row>"
        )
        times = f'table:number-{what}-repeated="1000000000"'
        raw = ods(row.format(times, "") if what == "rows" else row.format("", times) * 3000)
        with pytest.raises(TabelleError, match="mehr als"):
            gelesen(raw)


def test_an_ods_with_entities_is_refused() -> None:
    with pytest.raises(TabelleError, match="beschädigt"):
        gelesen(ods("", '<!DOCTYPE a [<!ENTITY b "c">]>'))


def test_a_formula_in_ods_keeps_what_was_shown() -> None:
    row = (
        '<table:table-row><table:table-cell table:formula="of:=1+1"><text:p>2 Bänke</text:p>'
        '</table:table-cell><table:table-cell table:formula="of:=NOW()"/></table:table-row>'
    )

    [row_] = gelesen(ods(row))[0]

    assert row_.felder == {"koerper": "2 Bänke", "thema": "=NOW()"}
    assert len(row_.bemerkt) == 2


def test_absurd_widths_are_read_at_once() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Problem", "Thema"])
    sheet.append(["Lärm", "Verkehr"])
    sheet["XFD1048576"] = "weit weg"
    sheet["XFD2"] = "daneben"

    rows, _ = gelesen(gespeichert(book))

    assert rows[0].felder == {"koerper": "Lärm", "thema": "Verkehr"}
    assert "Rechts von Spalte GR wird nicht gelesen." in rows[0].bemerkt[0]


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "Passwort"),
        (b"PK\x03\x04kaputt", "beschädigt"),
        (b"%PDF-1.7", "keine Tabelle"),
        (b"\x00\x01\x02\x00" * 50, "keine Tabelle"),
        (b"", "keine Kopfzeile"),
        (b"a" * 20_000_001, "größer"),
    ],
)
def test_what_is_no_table_is_refused_with_a_sentence(raw: bytes, word: str) -> None:
    with pytest.raises(TabelleError, match=word):
        gelesen(raw)


@SETTINGS
@given(st.binary(max_size=400), st.integers(0, 4000))
def test_a_broken_file_ends_in_a_sentence(noise: bytes, at: int) -> None:
    raw = bytearray(xlsx(KOPF, ["Verkehr", "Lärm"]))
    raw[at : at + len(noise)] = noise
    for broken in (bytes(raw), noise, bytes(raw[:at])):
        try:
            rows, said = gelesen(broken)
        except TabelleError as refusal:
            rows, said = [], [str(refusal)]
        assert rows or said, "neither read nor refused"
        assert all(text.strip().endswith((".", "!", "?", "…", ":")) for text in said), said


def test_every_finding_of_the_gate_is_about_a_row() -> None:
    """What a table cannot mend must not stop it: the example has warnings of its own."""
    _, findings = gate.check(BAUM, HEUTE)
    made = eins(koerper="Lärm in der Nacht", thema="Verkehr", status="neu")

    assert made.was is Was.NEU
    assert not set(made.grund) & {finding.message for finding in findings}


# --- nothing is lost, nothing is stated as sure that is not --------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "noch nicht genehmigt", "noch keine Zusage", "Zusage fehlt", "nicht abgelehnt",
        "bald erledigt", "soll bis Ende des Jahres erledigt werden", "fertig bis 12/26",
        "wird von der Stadt umgesetzt", "wird bald umgesetzt", "könnte umgesetzt werden",
        "erledigt?", "erledigt: nein", "nicht ok", "Prüfung abgeschlossen", "läuft nicht",
        "noch nicht in Arbeit", "Die Stadt hat abgelehnt, Widerspruch läuft",
        "abgelehnt (stimmt aber nicht)", "muss noch weitergegeben werden",
        "noch nicht an die Stadt geschickt", "wird nicht umgesetzt", "offen / erledigt",
        "noch nicht erledigt",
    ],
)  # fmt: skip
def test_a_status_that_may_mean_its_opposite_is_unsure(text: str) -> None:
    assert begriffe.status(text) == begriffe.UNSICHER


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("tlw. erledigt", "in_umsetzung"), ("z.T. umgesetzt", "in_umsetzung"),
        ("z. T. umgesetzt", "in_umsetzung"), ("in Arbeit seit Mai", "in_umsetzung"),
        ("von der Stadt abgelehnt", "abgelehnt"), ("Übergeben am 3.5.", "uebergeben"),
        ("abgelehnt, weil kein Geld da ist", "abgelehnt"), ("noch offen", "eingebracht"),
    ],
)  # fmt: skip
def test_a_status_with_words_that_say_when_who_or_why_is_sure(text: str, status: str) -> None:
    found = begriffe.status(text)

    assert found
    assert found != begriffe.UNSICHER
    assert found.wert == status


@pytest.mark.parametrize("text", ["nicht abgeleht", "unereledigt"])
def test_a_slip_of_the_pen_never_turns_a_status_round(text: str) -> None:
    assert begriffe.status(text) is None


def test_an_unsure_status_is_shown_as_such_and_its_words_are_kept() -> None:
    made = eins(koerper="Lärm", status="bald erledigt")

    assert "Status: „bald erledigt“ → eingebracht (unsicher, bitte prüfen)" in made.verstanden
    assert "    status: eingebracht\n" in made.text
    assert "„bald erledigt“. Wie weit es ist, ist unsicher." in made.text


def test_unclear_words_move_no_record_and_are_kept() -> None:
    path = "issues/2026-05-treppe-am-bahnhof.md"
    made = plan(bearbeitet(ausgegeben(), H5="bald erledigt"))[3]

    assert made.text == f"{BAUM.files[path].decode()}\n{MARKE}\n\n- Status: bald erledigt\n"


def test_a_date_in_a_status_is_not_that_of_the_step_and_this_is_said() -> None:
    made = eins(koerper="Lärm", status="Übergeben am 3.5.")

    assert made.angenommen["Datum des Schritts"] == "22. November 2026 (unsicher, bitte prüfen)"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("nicht ganz so wichtig", "niedrig"), ("nicht mehr so wichtig", "niedrig"),
        ("eilt nicht", "niedrig"), ("keine hohe Priorität", "niedrig"), ("🔴", "hoch"),
        ("🟡", "mittel"), ("🟢", "niedrig"), ("P1", "hoch"), ("P2", "mittel"),
        ("Prio 3", "niedrig"),
    ],
)  # fmt: skip
def test_a_priority_in_signs_and_with_a_no(text: str, value: str) -> None:
    assert begriffe.prioritaet(text) == begriffe.Fund(value)


@pytest.mark.parametrize(
    "text", ["k. A.", "Plan A", "nicht unwichtig", "nicht sofort", "★★", "⭐⭐⭐", "4", "5"]
)
def test_a_priority_that_can_be_read_both_ways_is_not_guessed(text: str) -> None:
    assert begriffe.prioritaet(text) is None


def test_a_bare_number_is_no_sure_priority() -> None:
    made = eins(koerper="Lärm", prioritaet="1")

    assert made.angenommen["Priorität"] == "hoch (unsicher, bitte prüfen)"
    assert made.text.endswith("- Priorität: 1\n")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12.05.2026 14:30", "2026-05-12"), ("2026-05-12 00:00:00", "2026-05-12"),
        ("12.05.2026, 14:30 Uhr", "2026-05-12"), ("03/26", "2026-03"), ("3/11", ""),
        ("1. Jun. 26", "2026-06-01"), ("Mai 26", "2026-05"),
    ],
)  # fmt: skip
def test_dates_with_a_time_or_a_short_year(text: str, day: str) -> None:
    assert begriffe.datum(text) == day


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("3. Stock im Rathaus hat keinen Aufzug.", "3. Stock im Rathaus hat keinen Aufzug"),
        ("1. Mai: Es fahren keine Busse.", "1. Mai: Es fahren keine Busse"),
        ("1. Kein Licht\n2. Kein Weg", "Kein Licht Kein Weg"),
    ],
)
def test_a_number_is_taken_away_only_where_lines_are_counted(text: str, title: str) -> None:
    assert kurzform(text)[0] == title


def test_a_word_that_is_too_long_is_cut_to_the_limit() -> None:
    assert [len(part) for part in kurzform("x" * 300)] == [100, 240]


ANDERE = [
    (4, "Nordviertel"), (5, "Eine Brücke"), (6, "Tiefbauamt"), (7, "erledigt"), (3, "niedrig"),
    (8, "auch nachts"),
]  # fmt: skip
REIHE = ["Verkehr", "Lärm", "hoch", "Altstadt", "Tempo 30", "Amt für Vielfalt", "offen", "morgens"]
MEHR = [*KOPF, "Bemerkung"]


@pytest.mark.parametrize(("column", "text"), ANDERE)
def test_rows_of_one_text_that_differ_elsewhere_are_two_concerns(column: int, text: str) -> None:
    other = [*REIHE[: column - 1], text, *REIHE[column:]]

    first, second = plan(xlsx(MEHR, REIHE, other))

    assert [first.was, second.was] == [Was.NEU, Was.NEU]
    assert second.grund[0].startswith("Ähnlich wie Zeile 2. Anders ist: ")


@pytest.mark.parametrize(("column", "text"), ANDERE)
def test_a_row_that_says_else_than_its_record_is_named_with_what_differs(
    column: int, text: str
) -> None:
    [first] = plan(xlsx(MEHR, REIHE))
    now = Tree({**BAUM.files, first.pfad: first.text.encode()})

    [made] = plan(xlsx(MEHR, [*REIHE[: column - 1], text, *REIHE[column:]]), now)

    assert (made.was, made.kennung) == (Was.ANDERS, first.kennung)
    assert [head for head in MEHR if head in made.grund[0]] == [MEHR[column - 1]]


@pytest.mark.parametrize("extra", [{}, {"ort": "Altstadt"}, {"loesungen": "Eine Bank"}])
def test_rows_without_a_text_are_not_the_same_for_it(extra: dict[str, str]) -> None:
    cells = {"thema": "Verkehr", "status": "offen"} | extra
    other = {"thema": "Verkehr", "loesungen": "Ein Zebrastreifen"}
    rows = [[c.get(name) for name in spalten.SPALTEN] for c in (cells, other)]

    made = plan(xlsx(KOPF, *rows))

    assert [m.was for m in made] == [Was.NEU, Was.NEU]
    assert feld(made[1], "titel") == "'Verkehr: Ein Zebrastreifen'"


def test_what_one_row_refused_does_not_stand_in_the_answer_to_another() -> None:
    private = ["Verkehr", "Bitte Frau Erika Mustermann fragen"]

    made = plan(xlsx(KOPF[:2], private, private))

    assert (made[1].was, made[1].kennung, made[1].grund) == (Was.SCHON_DA, "", ["Wie Zeile 2."])


FREI = [
    "weitergeleitet", "in Arbeit seit Mai", "erledigt", "abgelehnt, zu teuer", "bald erledigt",
    "zurückgestellt", "Übergeben am 3.5.", "zusammengeführt",
]  # fmt: skip


@pytest.mark.parametrize("status", FREI)
def test_a_status_in_free_words_changes_a_record_once(status: str) -> None:
    table = bearbeitet(ausgegeben(), H5=status, D5="1", F5="Rampe; Aufzug", E5="am Bahnhof")
    table = bearbeitet(table, C5="Der Weg ist weit.")
    made = plan(table)[3]
    now = Tree({**BAUM.files, made.pfad: made.text.encode()})

    assert made.was is Was.GEAENDERT
    assert plan(table, now)[3].was is Was.GLEICH


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Der Weg ist weit.", "Der Weg ist weit."),
        ("Der Weg\n\nist weit.", "Der Weg\n\nist weit."),
    ],
)
def test_what_an_import_left_below_a_text_can_be_taken_away(text: str, body: str) -> None:
    path = "issues/2026-05-treppe-am-bahnhof.md"
    old = "Der Weg über die Brücke ist 900 m länger."
    now = mit(path, old, f"Der Weg ist weit.\n\n{MARKE}\n\n- Status: bald")

    made = plan(bearbeitet(ausgegeben(now), C5=text), now)[3]

    assert made.text == BAUM.files[path].decode().replace(old, body)


def test_words_for_the_status_that_is_there_are_no_step() -> None:
    assert plan(bearbeitet(ausgegeben(), H5="weitergeleitet"))[3].was is Was.GLEICH


@pytest.mark.parametrize("status", FREI)
def test_a_new_row_in_free_words_is_there_once(status: str) -> None:
    table = xlsx(KOPF, ["Müll", "• Lärm\n• Staub", "2", "hinter dem Markt", "a; b", "Bus", status])
    [made] = plan(table)
    now = Tree({**BAUM.files, made.pfad: made.text.encode()})

    assert [m.was for m in plan(table, now)] == [Was.SCHON_DA]


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("Anliegen aus dem Nordviertel", "stadtteil-012-nordviertel"),
        ("Community Connectors Themenspeicher", "stadtweit"),
    ],
)
def test_the_title_of_a_table_is_a_place_or_stands_in_no_record(title: str, place: str) -> None:
    head = ["Thema", "Problembeschreibung", "Priorität", "mögliche Lösungen", "Status"]
    row = ["Verkehr", "Der Weg ist abends dunkel.", "hoch", "Mehr Lampen", "offen"]
    [made] = plan(xlsx([title], [], head, row))

    assert (parse("x.md", made.text.encode()).fields() or {})["ort"] == place
    assert "Themenspeicher" not in made.text
