"""The repository itself: workflows are safe, licences complete, the README true."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from support import ROOT, wirkspur

from wirkspur.files import FOLDERS

COMMANDS = ROOT / "scripts" / "wirkspur" / "commands"


def test_workflows_are_clean_under_zizmor() -> None:
    tool = Path(sys.executable).parent / "zizmor"
    done = subprocess.run(
        [tool, "--offline", "--persona=pedantic", "--no-progress", ROOT / ".github"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("schema", "pattern"),
    [
        ("github-workflows", ".github/workflows/*.yml"),
        ("dependabot", ".github/dependabot.yml"),
        ("gitlab-ci", ".gitlab-ci.yml"),
    ],
)
def test_the_files_of_forges_have_the_form_that_forges_expect(schema: str, pattern: str) -> None:
    tool = Path(sys.executable).parent / "check-jsonschema"
    files = sorted(ROOT.glob(pattern))
    done = subprocess.run(
        [tool, "--builtin-schema", f"vendor.{schema}", *files],
        capture_output=True,
        text=True,
        check=False,
    )

    assert files
    assert done.returncode == 0, done.stdout + done.stderr


def test_who_proposes_a_change_reads_no_git_words() -> None:
    text = (ROOT / ".github" / "PULL_REQUEST_TEMPLATE.md").read_text(encoding="utf-8")

    assert not re.search(r"(?i)\b(git|commit|branch|merge|pull|fork|push|repo|ci|yaml)", text)


def test_every_folder_of_records_has_somebody_who_is_asked() -> None:
    owned = (ROOT / ".github" / "CODEOWNERS").read_text(encoding="utf-8")

    for folder in FOLDERS:
        assert re.search(rf"(?m)^/{folder}/ +@", owned)


def test_every_file_has_a_licence() -> None:
    tool = Path(sys.executable).parent / "reuse"
    done = subprocess.run(
        [tool, "--root", ROOT, "lint", "--lines"], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("verb", sorted(path.stem for path in COMMANDS.glob("[a-z]*.py")))
def test_readme_names_every_option_of_a_command(verb: str) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    line = next(line for line in readme.split("\n") if line.startswith(f"wirkspur {verb} "))
    options = set(re.findall(r"--[a-z]+", wirkspur(verb, "--help").stdout)) - {"--help"}

    assert options - {"--today"} <= set(re.findall(r"--[a-z]+", line))


def test_readme_names_every_make_target() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    targets = re.findall(r"^(\w+):[^\n]*##", makefile, re.MULTILINE)

    assert targets
    assert all(f"make {target}" in readme for target in targets)


def test_no_code_names_the_city() -> None:
    named = [
        path.relative_to(ROOT).as_posix()
        for folder in ("scripts", "overrides")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in {".py", ".html", ".css"}
        and re.search("Düsseldorf|Duesseldorf", path.read_text(encoding="utf-8"))
    ]

    assert named == []
