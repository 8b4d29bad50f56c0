"""The index of the search: made anew when it must be, kept when it may be, missed out loud."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from support import TODAY, wirkspur

from wirkspur.suchtext import STAENDE, stand_als_zeichen, verdichtet


def index(root: Path) -> dict[str, tuple[int, int]]:
    """File of the index → how it lies on disk."""
    folder = root / "build" / "site" / "pagefind"
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def build(root: Path, *more: str) -> str:
    done = wirkspur("build", root, "--today", TODAY, *more)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def edit(root: Path) -> None:
    path = root / "issues" / "2026-02-nachtbus.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Wer abends arbeitet", "Wer nachts arbeitet"), encoding="utf-8")


def test_the_index_is_kept_while_no_text_changes(example: Path) -> None:
    build(example)
    before = index(example)
    with (example / "overrides" / "assets" / "js" / "liste.js").open("a", encoding="utf-8") as file:
        file.write("// another sign\n")
    build(example)

    assert index(example) == before != {}


def test_a_changed_text_changes_the_index(example: Path) -> None:
    build(example)
    before = set(index(example))
    edit(example)
    build(example)

    assert set(index(example)) != before


def test_an_older_index_will_do_until_the_next_whole_build(example: Path) -> None:
    build(example)
    before = index(example)
    edit(example)
    build(example, "--no-search")
    kept = index(example)
    build(example)

    assert kept == before
    assert set(index(example)) != set(before)


def test_a_build_without_the_search_has_everything_else(example: Path) -> None:
    build(example, "--no-search")

    assert index(example) == {}
    assert (example / "build/site/suche/index.html").is_file()


def broken_build(root: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "wirkspur", "build", str(root), "--today", TODAY],
        env={**os.environ, "PAGEFIND_BINARY_PATH": str(root / "nowhere")},
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def test_a_missing_search_is_said_and_made_up_for(example: Path) -> None:
    done = broken_build(example)

    assert done.returncode == 0
    assert "Die Suche konnte nicht gebaut werden" in done.stdout
    assert (example / "build/site/index.html").is_file()
    build(example)
    assert index(example) != {}


def test_a_broken_search_leaves_the_older_one(example: Path) -> None:
    build(example)
    before = index(example)
    edit(example)
    broken_build(example)

    assert index(example) == before


def test_stop_words_become_one_sign_each_and_nothing_else_changes() -> None:
    dense = verdichtet("Die Stadt und Undine in <b>der</b> Not")

    assert [word for word in dense.split() if word.isascii()] == ["Stadt", "Undine", "Not"]
    assert len(dense) == len("Die Stadt und Undine in <b>der</b> Not") - 2 - 2 - 1 - 2


def test_every_status_has_its_own_sign() -> None:
    assert len({stand_als_zeichen(label) for label, _ in STAENDE}) == len(STAENDE)
