"""What is read from a folder, and what is never followed."""

from __future__ import annotations

from pathlib import Path

from wirkspur.files import read
from wirkspur.register import load


def write(root: Path, *paths: str) -> None:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("x\n", encoding="utf-8")


def test_links_are_named_and_never_followed(tmp_path: Path) -> None:
    root = tmp_path / "stadt"
    write(root, "content/ressourcen/a.md")
    write(tmp_path, "geheim/b.md")
    (root / "content" / "seiten").symlink_to(tmp_path / "geheim")
    (root / "issues").symlink_to(tmp_path / "geheim")
    (root / "sozialraeume").symlink_to("/etc/passwd")
    tree = read(root)

    assert list(tree.files) == ["content/ressourcen/a.md"]
    assert tree.links == ("content/seiten", "issues", "sozialraeume")


def test_hidden_files_are_passed_over_unless_they_hide_a_record(tmp_path: Path) -> None:
    write(
        tmp_path, "issues/.a.md", "issues/.b.yml", "issues/.gitkeep", "issues/.DS_Store",
        "issues/._a.md", "issues/.#a.md", "issues/.a.md.swp", "issues/.obsidian/a.md",
    )  # fmt: skip

    assert list(read(tmp_path).files) == ["issues/.a.md", "issues/.b.yml"]


def test_a_repository_inside_this_one_is_seen(tmp_path: Path) -> None:
    write(tmp_path, ".gitmodules", ".git/config", "content/extern/.git", "issues/a/.git/config")
    tree = read(tmp_path)
    _, findings = load(tree)

    assert list(tree.files) == [".gitmodules"]
    assert [f.path for f in findings if f.code == "untermodul"] == [
        ".gitmodules", "content/extern/.git", "issues/a/.git",
    ]  # fmt: skip
    assert read(tmp_path).digest() != type(tree)({}).digest()
