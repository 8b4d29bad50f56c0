"""A record that comes as a file of its own, as the form gives it to be downloaded."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import TESTS

from wirkspur.intake.datei import lesen

EXAMPLE = TESTS / "example"
RECORDS = [
    *sorted((EXAMPLE / "issues").glob("*.md")),
    *sorted((EXAMPLE / "content" / "aktivitaeten").glob("*.md")),
    *sorted((EXAMPLE / "content" / "anfragen").glob("*.md")),
]


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_a_record_is_known_by_its_fields(path: Path) -> None:
    found = lesen(path.read_bytes())

    assert found
    assert path.parent.as_posix().endswith(found.typ.ordner)
    assert found.text.encode() == path.read_bytes()


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"---\n",
        b"---\ntitel: Nur ein Titel\n---\n",
        b"---\n- eins\n---\n",
        b"---\ntitel: [\n---\n",
        b"\xff---\n",
        b"== Wirkspur: Anliegen ==\n== Ende: 00000000 ==\n",
        (EXAMPLE / "content/protokolle/2026-09-10-entscheidungsgremium.md").read_bytes(),
    ],
)
def test_whatever_else_is_no_such_file(raw: bytes) -> None:
    assert lesen(raw) is None
