"""`wirkspur excel` as people use it: the real command, real files, saved by a real LibreOffice."""

from __future__ import annotations

import os
import pty
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from support import TESTS, TODAY, wirkspur

TABELLEN = TESTS / "tabellen"
CSV = {"csv": "csv", "csv-windows": "csv:Text - txt - csv (StarCalc):59,34,1"}
"""Names of formats for LibreOffice; the second is what German Excel writes."""


@pytest.fixture
def stadt(tmp_path: Path) -> Path:
    """The example's records, nothing else."""
    root = tmp_path / "stadt"
    for folder in ("content", "issues", "sozialraeume"):
        shutil.copytree(TESTS / "example" / folder, root / folder)
    return root


def excel(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return wirkspur("excel", *arguments, "--today", TODAY, cwd=cwd)


def libreoffice(path: Path, form: str) -> Path:
    """The file as LibreOffice saves it in another format."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.fail("LibreOffice fehlt. Unter Debian: apt-get install libreoffice-calc-nogui")
    out = path.parent / f"gespeichert-{form}"
    done = subprocess.run(
        [program, f"-env:UserInstallation=file://{out}-profil", "--headless", "--convert-to",
         CSV.get(form, form), "--outdir", out, path],
        capture_output=True, text=True, check=False, timeout=180,
    )  # fmt: skip
    made = out / f"{path.stem}.{form.partition('-')[0]}"
    assert made.is_file(), done.stdout + done.stderr
    return made


def dateien(root: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted((root / "issues").iterdir())}


def test_the_table_is_written_and_the_same_again(stadt: Path) -> None:
    done = excel("export", cwd=stadt)
    excel("export", "--out", "noch.xlsx", cwd=stadt)

    assert done.stdout == "Geschrieben: build/anliegen.xlsx (6 Anliegen).\n"
    assert (stadt / "build/anliegen.xlsx").read_bytes() == (stadt / "noch.xlsx").read_bytes()


def test_a_broken_record_is_missing_in_the_table_and_named(stadt: Path) -> None:
    (stadt / "issues" / "2026-01-kaputt.md").write_text("---\ntitel: x\n---\n", encoding="utf-8")

    done = excel("export", cwd=stadt)

    assert done.returncode == 1
    assert "weil die Datei Fehler hat: issues/2026-01-kaputt.md" in done.stdout


@pytest.mark.parametrize("form", ["", "xlsx", "ods", "csv", "csv-windows"])
def test_out_and_in_without_a_change_changes_no_file(stadt: Path, form: str) -> None:
    before = dateien(stadt)
    excel("export", "--out", "tabelle.xlsx", cwd=stadt)
    path = stadt / "tabelle.xlsx"

    done = excel("import", libreoffice(path, form) if form else path, "--yes", cwd=stadt)

    assert done.returncode == 0, done.stdout + done.stderr
    assert "6 unverändert." in done.stdout
    assert dateien(stadt) == before


@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_a_change_survives_libreoffice_and_touches_one_line(stadt: Path, form: str) -> None:
    file = stadt / "issues" / "2026-02-nachtbus.md"
    before = file.read_text(encoding="utf-8").replace("ort:", "# Diese Zeile bleibt.\nort:")
    file.write_text(before, encoding="utf-8")
    excel("export", "--out", "tabelle.xlsx", cwd=stadt)
    book = load_workbook(stadt / "tabelle.xlsx")
    book["Anliegen"]["D3"] = "sehr wichtig"
    book.save(stadt / "tabelle.xlsx")

    done = excel("import", libreoffice(stadt / "tabelle.xlsx", form), "--yes", cwd=stadt)

    head, said = (
        "Zeile 3: geändert: 2026-02-nachtbus",
        "Priorität: „mittel“ → „sehr wichtig“ (hoch)",
    )
    assert f"{head}\n    {said}" in done.stdout
    assert file.read_text(encoding="utf-8") == before.replace(": mittel", ": hoch")


def test_libreoffice_keeps_locks_lists_and_the_hidden_column(stadt: Path) -> None:
    excel("export", "--out", "tabelle.xlsx", cwd=stadt)

    book = load_workbook(libreoffice(stadt / "tabelle.xlsx", "xlsx"))
    sheet = book["Anliegen"]

    assert sheet.protection.sheet
    assert [cell.protection.locked for cell in sheet[2]] == [True, *[False] * 7, True]
    assert sheet.column_dimensions["I"].hidden
    assert len(sheet.data_validations.dataValidation) == 5
    assert all(cell.comment for cell in sheet[1][:8])
    assert book["_listen"].sheet_state != "visible"


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_a_table_made_by_hand_gives_the_same_records_whatever_its_format(
    stadt: Path, tmp_path: Path, form: str
) -> None:
    other = tmp_path / "andere"
    shutil.copytree(stadt, other)

    done = excel("import", TABELLEN / "gruppe.ods", "--yes", cwd=stadt)
    again = excel("import", TABELLEN / f"gruppe.{form}", "--yes", cwd=other)

    assert "6 neu." in done.stdout
    assert again.returncode == done.returncode == 0
    assert dateien(other) == dateien(stadt)
    assert len(dateien(stadt)) == 12
    assert wirkspur("check", "--today", TODAY, cwd=stadt).returncode == 0


def test_row_by_row_it_says_what_it_understood_and_what_not(stadt: Path) -> None:
    out = excel("import", TABELLEN / "gruppe.ods", cwd=stadt).stdout

    for line in (
        "Über den Überschriften steht noch Text, Zeilen 1, 2.",
        "Zeile 5: neu: 2026-die-ampel-an-der-bruecke-ist-zu-kurz-gruen",
        "    Priorität: „sehr wichtig“ → hoch",
        "    Status: „erledigt“ → umgesetzt",
        "    Status: „in Arbeit“ → wird umgesetzt",
        "    Thema: „Wege und Verker“ → Wege & Verkehr",
        "    Lokalisierung des Problems: „Altstatd“ → Altstadt",
        "    mögliche Lösungen: 3",
        "    Nicht zugeordnet, steht im Text: Status: „zurückgestellt“",
        "    Angenommen, nicht in der Tabelle: Titel: ",
    ):
        assert line in out


def test_taken_in_twice_it_is_there_once(stadt: Path) -> None:
    excel("import", TABELLEN / "gruppe.ods", "--yes", cwd=stadt)
    before = dateien(stadt)

    done = excel("import", TABELLEN / "gruppe.csv", "--yes", cwd=stadt)

    assert "6 schon da." in done.stdout
    assert dateien(stadt) == before


def test_without_a_terminal_nothing_is_written(stadt: Path) -> None:
    before = dateien(stadt)

    done = excel("import", TABELLEN / "gruppe.ods", cwd=stadt)

    assert done.returncode == 2
    assert "Es wurde nichts geschrieben." in done.stderr
    assert dateien(stadt) == before


def at_a_terminal(answer: str, cwd: Path) -> str:
    """Run the import with a person at the keyboard."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "wirkspur", "excel", "import", TABELLEN / "gruppe.ods"]
    running = subprocess.Popen(
        [*command, "--today", TODAY], stdin=theirs, stdout=subprocess.PIPE, cwd=cwd, text=True,
        encoding="utf-8",
    )  # fmt: skip
    os.write(ours, f"{answer}\n".encode())
    out, _ = running.communicate(timeout=120)
    os.close(ours)
    os.close(theirs)
    return out


@pytest.mark.parametrize(("answer", "count"), [("j", 12), ("ja", 12), ("n", 6), ("", 6)])
def test_it_asks_before_it_writes(stadt: Path, answer: str, count: int) -> None:
    out = at_a_terminal(answer, stadt)

    assert "Soll ich diese 6 Dateien schreiben? (ja oder nein)" in out
    assert len(dateien(stadt)) == count


def test_a_row_changed_on_both_sides_is_named_and_left_alone(stadt: Path) -> None:
    excel("export", "--out", "tabelle.xlsx", cwd=stadt)
    book = load_workbook(stadt / "tabelle.xlsx")
    book["Anliegen"]["D3"] = "niedrig"
    book.save(stadt / "tabelle.xlsx")
    file = stadt / "issues" / "2026-02-nachtbus.md"
    now = file.read_text(encoding="utf-8").replace("prioritaet: mittel", "prioritaet: hoch")
    file.write_text(now, encoding="utf-8")

    done = excel("import", "tabelle.xlsx", "--yes", cwd=stadt)

    assert done.returncode == 1
    assert "Zeile 3: auf beiden Seiten geändert: 2026-02-nachtbus" in done.stdout
    assert file.read_text(encoding="utf-8") == now


def test_a_row_with_a_person_is_left_out_and_the_others_are_taken(stadt: Path) -> None:
    text = "Thema;Problem\nVerkehr;Herr Max Muster wohnt am lauten Platz\nVerkehr;Es ist laut\n"
    (stadt / "t.csv").write_text(text, encoding="cp1252")

    done = excel("import", "t.csv", "--yes", cwd=stadt)

    assert done.returncode == 1
    assert "Zeile 2: nicht übernommen\n" in done.stdout
    assert "Max Muster" not in done.stdout + done.stderr
    assert "2026-es-ist-laut.md" in dateien(stadt)
    assert len(dateien(stadt)) == 7


def test_a_project_elsewhere_can_be_named(stadt: Path, tmp_path: Path) -> None:
    given = excel("export", stadt, "--out", "t.xlsx", cwd=tmp_path)
    taken = excel("import", "t.xlsx", stadt, "--yes", cwd=tmp_path)

    assert given.returncode == taken.returncode == 0
    assert "6 unverändert." in taken.stdout


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["import"], "es fehlt: DATEI"),
        (["import", "gibt-es-nicht.xlsx"], "gibt es nicht"),
        (["import", "makro.xlsm"], "Makros"),
        (["import", "."], "gibt es nicht"),
        (["export", "a", "b"], "unbekannte Angabe: b"),
        (["lesen"], "nicht möglich: 'lesen'"),
    ],
)
def test_wrong_use_is_said_in_a_sentence(stadt: Path, arguments: list[str], word: str) -> None:
    with zipfile.ZipFile(stadt / "makro.xlsm", "w") as packed:
        packed.writestr("xl/workbook.xml", "")

    done = excel(*arguments, cwd=stadt)

    assert done.returncode == 2
    assert word in done.stderr


def test_five_thousand_rows(stadt: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Problem", "Thema", "Ort", "Status"])
    for number in range(5000):
        sheet.append([f"Lampe {number} ist kaputt", "Verkehr", "Altstadt", "offen"])
    book.save(stadt / "t.xlsx")

    done = excel("import", "t.xlsx", "--yes", cwd=stadt)
    excel("export", "--out", "aus.xlsx", cwd=stadt)
    again = excel("import", "aus.xlsx", cwd=stadt)

    assert "5000 neu.\nGeschrieben: 5000 Dateien." in done.stdout
    assert "5006 unverändert." in again.stdout


def test_a_changed_row_without_its_id_is_left_over_and_named(stadt: Path) -> None:
    head = "Thema;Problem;Status;Prio\n"
    for name, row in (("a", "Verkehr;Es ist laut;offen;mittel"), ("b", "Verkehr;Es ist laut;ok;")):
        (stadt / f"{name}.csv").write_text(f"{head}{row}\n", encoding="utf-8")
    excel("import", "a.csv", "--yes", cwd=stadt)
    before = dateien(stadt)

    done = excel("import", "b.csv", "--yes", cwd=stadt)

    assert done.returncode == 1
    assert "Zeile 2: schon da, aber anders: 2026-es-ist-laut\n" in done.stdout
    assert "    Anders als im Verzeichnis: Status. Nichts davon ist übernommen." in done.stdout
    assert dateien(stadt) == before
