"""Every rule of the gate on small repositories: what people write, and what they are told.

A case lays its files over a copy of tests/example, deletes what `weg.txt` names, and expects the
whole answer in `expected.txt`. Dropping a folder in is a new test. There is no way to have
expected.txt written: whoever adds a case reads the answer as a volunteer would.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support import TESTS, TODAY

from wirkspur.cli import main
from wirkspur.gate import rules
from wirkspur.source import MAX_BYTES

CASES = TESTS / "cases"
ALL = sorted(path.parent for path in CASES.glob("*/*/expected.txt"))
CLEAN = "Alles in Ordnung"

TESTED_ELSEWHERE = {
    "pruefprogramm": "needs a broken rule, not a broken file",
    "datei-zu-gross": "a case would weigh 200 kB; below",
    "verknuepfung": "a link may not survive Git or an archive; below",
}

LICHT = "issues/2026-10-licht-im-park.md"


def repository(tmp_path: Path, case: Path | None = None) -> Path:
    """A copy of the example, with a case laid over it."""
    root = tmp_path / "stadt"
    shutil.copytree(TESTS / "example", root, ignore=shutil.ignore_patterns("build"))
    if case:
        own = shutil.ignore_patterns("expected.txt", "weg.txt")
        shutil.copytree(case, root, ignore=own, dirs_exist_ok=True)
        if (gone := case / "weg.txt").exists():
            for path in gone.read_text(encoding="utf-8").splitlines():
                (root / path).unlink()
    return root


def check(root: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    code = main(["check", str(root), "--today", TODAY])
    return code, capsys.readouterr().out


def expected(case: Path) -> str:
    return (case / "expected.txt").read_text(encoding="utf-8")


def name(case: Path) -> str:
    return f"{case.parent.name}/{case.name}"


@pytest.mark.parametrize("case", ALL, ids=name)
def test_case(case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer = expected(case)
    assert answer.strip(), "an empty expected.txt would bless anything"
    code, said = check(repository(tmp_path, case), capsys)
    assert said == answer
    assert code == int(" FEHLER " in answer)


@pytest.mark.parametrize("case", [c for c in ALL if CLEAN not in expected(c)], ids=name)
def test_failing_case_is_about_its_rule(case: Path) -> None:
    # Where one mistake must not be reported twice, the finding is of the mistake's own rule.
    assert f"[{case.parent.name}]" in expected(case) or case.name.endswith("kein-folgefehler")


def test_every_folder_is_a_case_of_a_rule() -> None:
    slugs = {rule.slug for rule in rules()}
    folders = {path for path in CASES.glob("*/*") if path.is_dir()}
    assert {path.name for path in CASES.iterdir()} <= slugs
    assert folders == set(ALL), "a case without expected.txt tests nothing"


@pytest.mark.parametrize("slug", [rule.slug for rule in rules()])
def test_every_rule_has_a_failing_case_and_a_near_miss(slug: str) -> None:
    if slug in TESTED_ELSEWHERE:
        return
    answers = [expected(case) for case in ALL if case.parent.name == slug]
    assert any(f"[{slug}]" in answer for answer in answers)
    assert any(answer.startswith(CLEAN) for answer in answers)


def is_text(case: Path) -> bool:
    """Whether the case is about words, not about bytes."""
    return not case.parent.name.startswith("datei-") and "windows" not in case.name


@pytest.mark.parametrize("case", [c for c in ALL if is_text(c)], ids=name)
def test_windows_line_endings_change_no_word(
    case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = repository(tmp_path, case)
    for path in root.rglob("*.[my]*"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert check(root, capsys)[1] == expected(case)


def test_datei_zu_gross(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = repository(tmp_path, CASES / "schreibweise" / "deutsche-anfuehrungszeichen")
    eintrag = root / LICHT
    kurz = eintrag.read_bytes()
    voll = kurz + b"x" * (MAX_BYTES - len(kurz))

    eintrag.write_bytes(voll)
    assert check(root, capsys)[1].startswith(CLEAN)

    eintrag.write_bytes(voll + b"x")
    code, said = check(root, capsys)
    assert code == 1
    assert said.startswith(f"{LICHT}\n  Zeile 1    FEHLER   Die Datei ist größer als 200 kB.")
    assert said.count("FEHLER") == 1
    assert "→ Bitte kürzen oder auf mehrere Einträge aufteilen." in said


def test_datei_kodierung_in_the_text_below_the_fields(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # Not a case folder: tools that read every .md of a project stumble over such a file.
    root = repository(tmp_path)
    right = (root / "issues/2026-02-nachtbus.md").read_bytes()
    (root / LICHT).write_bytes(right + "Für viele ist das zu spät.\n".encode("latin-1"))
    code, said = check(root, capsys)
    assert code == 1
    assert said.startswith(f"{LICHT}\n  Zeile 25   FEHLER   Diese Zeile enthält ein Zeichen, das")
    assert "            | F\N{REPLACEMENT CHARACTER}r viele ist das zu sp" in said
    assert said.count("FEHLER") == 1


def test_verknuepfung(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    secret = tmp_path / "geheim.md"
    secret.write_text("Das darf niemand lesen.", encoding="utf-8")
    root = repository(tmp_path)
    (root / LICHT).symlink_to(secret)
    code, said = check(root, capsys)
    assert code == 1
    assert said.startswith(f"{LICHT}\n  Zeile 1    FEHLER   Das ist eine Verknüpfung")
    assert said.count("FEHLER") == 1
    assert "Das darf niemand lesen" not in said


def test_verknuepfter_ordner(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = repository(tmp_path)
    outside = tmp_path / "anderswo"
    shutil.copytree(root / "content" / "ressourcen", outside)
    (root / "content" / "geliehen").symlink_to(outside, target_is_directory=True)
    code, said = check(root, capsys)
    assert code == 1
    assert said.startswith("content/geliehen\n  Zeile 1    FEHLER   Das ist eine Verknüpfung")
    assert said.count("FEHLER") == 1
