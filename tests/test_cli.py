"""The command line as its users meet it: one real process per command."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from support import TODAY, wirkspur

from wirkspur.gate import rules


def test_help_names_every_command() -> None:
    done = wirkspur("--help")

    assert done.returncode == 0
    for verb in ("check", "build", "serve", "new", "explain"):
        assert f"    {verb} " in done.stdout


@pytest.mark.parametrize("verb", ["check", "build", "serve", "new", "explain"])
def test_help_of_a_command_is_german(verb: str) -> None:
    done = wirkspur(verb, "--help")

    assert done.returncode == 0
    assert done.stdout.startswith(f"Aufruf: wirkspur {verb}")
    assert "usage" not in done.stdout
    assert "options" not in done.stdout


def test_check_of_a_clean_repository_is_zero(example: Path) -> None:
    done = wirkspur("check", "--today", TODAY, cwd=example)

    assert done.returncode == 0
    assert done.stdout.startswith("Alles in Ordnung: ")


def test_check_with_errors_is_one(example: Path) -> None:
    (example / "issues" / "kaputt.md").write_text("kein Kopf\n", encoding="utf-8")

    done = wirkspur("check", example, "--today", TODAY)

    assert done.returncode == 1
    assert "issues/kaputt.md\n  Zeile 1 " in done.stdout


def test_check_as_json_has_the_promised_shape(example: Path) -> None:
    (example / "issues" / "kaputt.md").write_text("kein Kopf\n", encoding="utf-8")

    data = json.loads(wirkspur("check", example, "--format", "json", "--today", TODAY).stdout)

    assert data["version"] == 1
    assert data["files"] > 20
    assert list(data["findings"][0]) == [
        "path", "line", "column", "code", "severity", "message", "hint", "field", "related",
        "hidden",
    ]  # fmt: skip
    assert data["findings"][0]["path"] == "issues/kaputt.md"


def test_a_second_check_remembers_nothing_wrong(example: Path) -> None:
    file = example / "issues" / "kaputt.md"
    file.write_text("kein Kopf\n", encoding="utf-8")
    first = wirkspur("check", example, "--today", TODAY)
    again = wirkspur("check", example, "--today", TODAY)
    file.unlink()
    mended = wirkspur("check", example, "--today", TODAY)

    assert again.stdout == first.stdout
    assert mended.returncode == 0


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["prüfen"], "nicht möglich"),
        (["check", "--today", "morgen"], "morgen"),
        (["check", "--format", "xml"], "nicht möglich"),
        (["check", "gibt-es-nicht"], "Hier liegt kein Projekt"),
        (["new", "anliegen"], "es fehlt"),
        ([], "es fehlt"),
    ],
)
def test_wrong_use_is_two(arguments: list[str], word: str, tmp_path: Path) -> None:
    done = wirkspur(*arguments, cwd=tmp_path)

    assert done.returncode == 2
    assert word in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["excel", "export", "--out", "x.xlsx", "STADT"], "Geschrieben: x.xlsx"),
        (["excel", "import", "--yes", "x.csv", "STADT"], "„x.csv“ gibt es nicht"),
        (["meeting", "count", "--personen", "3", "konsent", "STADT"], "Konsent"),
        (["meeting", "count", "STADT"], "Wie wird entschieden?"),
        (["todo", "STADT"], "Koordination:"),
        (["todo", "--today", TODAY, "sprecher", "STADT"], "Stand: "),
        (["todo", "gibt-es-nicht"], "„gibt-es-nicht“ gibt es nicht, nur: koordination"),
    ],
)
def test_options_stand_anywhere_and_a_word_may_be_left_out(
    arguments: list[str], word: str, example: Path, tmp_path: Path
) -> None:
    other = tmp_path / "andere"  # a project, too: the one that is named counts
    (other / "issues").mkdir(parents=True)
    named = [str(example) if a == "STADT" else a for a in arguments]
    done = wirkspur(*named, cwd=other)

    assert word in done.stdout + done.stderr
    assert "Falscher Aufruf: es fehlt" not in done.stderr


def test_what_the_system_refuses_is_said_in_words(example: Path, capsys) -> None:
    from wirkspur.cli import main

    code = main(["intake", str(example / "gibt-es-nicht.txt"), str(example)])

    assert code == 2
    assert capsys.readouterr().err.startswith("Das ging nicht: Das gibt es nicht. (")


def test_our_own_fault_is_three_and_says_so(example: Path, monkeypatch, capsys) -> None:
    from wirkspur.checks import ziel_fehlt
    from wirkspur.cli import main

    def broken(_facts: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(ziel_fehlt, "check", broken)
    (example / "issues" / "kaputt.md").write_text("kein Kopf\n", encoding="utf-8")

    code = main(["check", str(example), "--today", TODAY])

    told = capsys.readouterr().out
    assert code == 3
    assert "Das Prüfprogramm hat einen Fehler, nicht Ihr Eintrag" in told
    assert "issues/kaputt.md" in told  # the other rules still ran


def test_new_makes_a_file_whose_placeholders_the_check_names(example: Path) -> None:
    made = wirkspur("new", "anliegen", "2026-12-mehr-licht", cwd=example)
    checked = wirkspur("check", example, "--format", "json", "--today", TODAY)

    assert made.returncode == 0
    findings = json.loads(checked.stdout)["findings"]
    assert {f["code"] for f in findings} == {"vorlage-text"}
    assert {f["path"] for f in findings} == {"issues/2026-12-mehr-licht.md"}
    assert "titel" in {f["field"] for f in findings}


@pytest.mark.parametrize(
    "art",
    ["aktivitaet", "anfrage", "anliegen", "protokoll", "ressource", "sozialraum", "welcome-point"],
)
def test_every_template_can_be_read(art: str, example: Path) -> None:
    wirkspur("new", art, "2026-12-neu", example)
    findings = json.loads(wirkspur("check", example, "--format", "json", "--today", TODAY).stdout)[
        "findings"
    ]

    assert findings
    assert {f["code"] for f in findings} == {"vorlage-text"}


def test_new_never_overwrites(example: Path) -> None:
    wirkspur("new", "anliegen", "2026-12-neu", example)

    again = wirkspur("new", "anliegen", "2026-12-neu", example)

    assert again.returncode == 2
    assert "gibt es schon" in again.stderr


def test_new_refuses_a_bad_name_and_suggests_one(example: Path) -> None:
    done = wirkspur("new", "anliegen", "Mehr Licht für Garath", example)

    assert done.returncode == 2
    assert "Vorschlag: mehr-licht-fuer-garath" in done.stderr


def test_serve_shows_a_saved_change(example: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "wirkspur", "serve", str(example), "--port", "0",
         "--today", TODAY],
        stdout=subprocess.PIPE, text=True, encoding="utf-8",
    )  # fmt: skip
    try:
        assert process.stdout
        line = next(line for line in process.stdout if "http://127.0.0.1:" in line)
        address = line.split("http://")[1].split("/")[0]
        file = next((example / "issues").glob("*.md"))
        page = f"http://{address}/anliegen/{file.stem}/"
        text = file.read_text(encoding="utf-8")
        file.write_text(_titled(text, "Ein neuer Titel"), encoding="utf-8")

        assert _eventually(lambda: "Ein neuer Titel" in _get(page))
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(10)


def _titled(text: str, titel: str) -> str:
    return "\n".join(
        f"titel: {titel}" if line.startswith("titel:") else line for line in text.split("\n")
    )


def _get(url: str) -> str:
    with urllib.request.urlopen(url, timeout=5) as answer:
        return answer.read().decode()


def _eventually(holds) -> bool:
    for _ in range(100):
        if holds():
            return True
        time.sleep(0.1)
    return False


def test_explain_says_why_and_what_to_do() -> None:
    done = wirkspur("explain", "[datum-unmoeglich]")

    assert done.returncode == 0
    assert done.stdout.startswith("Dieses Datum gibt es nicht  [datum-unmoeglich]\n")
    assert "Warum?" in done.stdout


def test_explain_suggests_the_rule_that_was_meant() -> None:
    done = wirkspur("explain", "datum-unmöglich")

    assert done.returncode == 2
    assert "datum-unmoeglich" in done.stderr


def test_explain_alone_lists_every_rule() -> None:
    said = wirkspur("explain").stdout

    assert all(f"{rule.slug} " in said for rule in rules())
