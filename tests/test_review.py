"""The answer to a contribution: what a spokesperson reads under what she sent.

A case in tests/review lays its files over a copy of tests/example; `expected.md` is the answer.
There is no way to have it written: whoever adds a case reads the answer as a spokesperson would.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from cmarkgfm import github_flavored_markdown_to_html
from cmarkgfm.cmark import Options
from support import TESTS, TODAY, wirkspur

from wirkspur.cli import main
from wirkspur.commands.comment import LAENGE, text

CASES = sorted(path.parent for path in (TESTS / "review").glob("*/expected.md"))


def reviewed(tmp_path: Path, case: Path) -> bytes:
    """What `wirkspur review` says about the files of a case."""
    root = tmp_path / "stadt"
    shutil.copytree(TESTS / "example", root)
    own = shutil.ignore_patterns("expected.md", "weg.txt")
    shutil.copytree(case, root, ignore=own, dirs_exist_ok=True)
    if (gone := case / "weg.txt").exists():
        for path in gone.read_text(encoding="utf-8").splitlines():
            (root / path).unlink()
    out = tmp_path / "findings.json"
    main(["review", str(root), "--base", str(TESTS / "example"), "--out", str(out),
          "--today", TODAY])  # fmt: skip
    return out.read_bytes()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_answer(case: Path, tmp_path: Path) -> None:
    said = text(reviewed(tmp_path, case), more="https://stadt.example/hilfe/regeln/")

    assert said == (case / "expected.md").read_text(encoding="utf-8")


EMPTY = {
    "files": 1, "funde": [], "funde_gesamt": 0, "eintraege": [], "eintraege_gesamt": 0,
    "erledigt": [], "entfallen": [],
}  # fmt: skip
FUND = {
    "path": "issues/x.md", "line": 3, "code": "datum-form", "severity": "FEHLER",
    "message": "Falsch.", "hint": "", "source": "", "alt": False,
}  # fmt: skip
NASTY = "<img src=x onerror=alert(1)> @team [Hier](https://boese.example) #1 ``` \n# Titel"


def answer(**changed: object) -> str:
    return text(json.dumps({**EMPTY, **changed}).encode())


def test_greeting_is_for_the_first_contribution_only() -> None:
    assert "Willkommen" in text(json.dumps(EMPTY).encode(), greet=True)
    assert "Willkommen" not in text(json.dumps(EMPTY).encode())


@pytest.mark.parametrize("field", ["path", "message", "hint", "source"])
def test_contributed_text_cannot_become_markup(field: str) -> None:
    said = answer(funde=[{**FUND, field: NASTY}], funde_gesamt=1)
    html = github_flavored_markdown_to_html(said, Options.CMARK_OPT_UNSAFE)
    shown = re.sub(r"<code>.*?</code>", "", html, flags=re.DOTALL)

    assert "<img" not in html
    assert "<a" not in html
    assert "<h1" not in html
    assert "@team" not in shown


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"[]",
        b"\xff\xfe",
        b"[" * 100_000,
        json.dumps({**EMPTY, "files": -1}).encode(),
        json.dumps({**EMPTY, "more": 1}).encode(),
        json.dumps({**EMPTY, "funde": [{**FUND, "code": "../x"}]}).encode(),
        json.dumps({**EMPTY, "funde": [{**FUND, "message": "x" * 10_000}]}).encode(),
        json.dumps({**EMPTY, "erledigt": ["x"] * 1000}).encode(),
        b" " * 20_000_001,
    ],
)
def test_what_is_not_a_review_is_refused(raw: bytes) -> None:
    with pytest.raises(ValueError, match=r"not a review|too large"):
        text(raw)


def test_an_answer_is_never_longer_than_a_forge_takes() -> None:
    funde = [{**FUND, "line": n, "message": "ä" * 600, "hint": "ö" * 600} for n in range(300)]
    halt = {
        "name": "x",
        "zustand": "offen",
        "wort": "",
        "luecke": "",
        "punkte": [{"datum": "2026", "status": "x", "von": "y", "text": "z" * 600, "neu": True}]
        * 40,
    }
    eintrag = {
        "was": "neu", "typ": "Anliegen", "path": "x", "titel": "t", "kurz": "", "angaben": [],
        "vorher": "", "nachher": "", "spur": [halt] * 10, "urteile": [], "text": "",
    }  # fmt: skip
    said = answer(funde=funde, funde_gesamt=300, eintraege=[eintrag] * 60, eintraege_gesamt=60)

    assert len(said) <= LAENGE
    assert "zu lang" in said


def test_edit_links_lead_to_the_line() -> None:
    raw = json.dumps({**EMPTY, "funde": [FUND], "funde_gesamt": 1}).encode()

    assert "[Zeile 3](https://forge.example/edit/main/issues/x.md#L3)" in text(
        raw, edit="https://forge.example/edit/main/"
    )


def test_what_was_wrong_before_is_not_blamed_on_the_contributor(tmp_path: Path) -> None:
    old, new = tmp_path / "alt", tmp_path / "neu"
    shutil.copytree(TESTS / "example", old)
    (old / "issues" / "kaputt.md").write_text("kein Kopf\n", encoding="utf-8")
    shutil.copytree(old, new)
    out = tmp_path / "findings.json"
    code = main(["review", str(new), "--base", str(old), "--out", str(out), "--today", TODAY])
    said = text(out.read_bytes())

    assert code == 1
    assert "Bitte noch ändern" not in said
    assert "Diese Fehler kommen nicht von Ihnen." in said


def test_comment_without_a_review_says_so(tmp_path: Path, example: Path) -> None:
    (tmp_path / "x.json").write_text("{}", encoding="utf-8")
    done = wirkspur("comment", tmp_path / "x.json", example)

    assert done.returncode == 2
    assert "kein Ergebnis" in done.stderr
