"""What tests share: where things lie, the day they play on, the real command as a process."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).parent
ROOT = TESTS.parent
TODAY = "2026-11-22"


def wirkspur(*arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run the real command as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "wirkspur", *map(str, arguments)],
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def copy_example(to: Path) -> Path:
    """The example repository with this repository's theme, as another city would have it."""
    shutil.copytree(TESTS / "example", to, ignore=shutil.ignore_patterns("build"))
    shutil.copytree(ROOT / "overrides", to / "overrides")
    shutil.copyfile(ROOT / "mkdocs.yml", to / "mkdocs.yml")
    return to
