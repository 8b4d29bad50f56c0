"""Building: same input, same bytes; old site until the new one is whole; only what changed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

import pytest
from support import TODAY, copy_example, wirkspur


def build(root: Path, *more: str) -> subprocess.CompletedProcess[str]:
    done = wirkspur("build", root, "--today", TODAY, *more)
    assert done.returncode == 0, done.stdout + done.stderr
    return done


def contents(site: Path) -> dict[str, str]:
    """Path → digest of everything in a built site."""
    return {
        path.relative_to(site).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_same_input_gives_same_bytes(tmp_path: Path) -> None:
    one, two = copy_example(tmp_path / "eins"), copy_example(tmp_path / "zwei")
    build(one)
    build(two)

    assert contents(one / "build" / "site") == contents(two / "build" / "site")


def test_number_of_processes_does_not_matter(example: Path, tmp_path: Path, monkeypatch) -> None:
    template = next((example / "issues").glob("*.md")).read_text(encoding="utf-8")
    for n in range(600):
        (example / "issues" / f"viele-{n}.md").write_text(template, encoding="utf-8")
    build(example, "--jobs", "1")
    one = contents(example / "build" / "site")
    shutil.rmtree(example / "build")
    build(example, "--jobs", "3")

    assert contents(example / "build" / "site") == one


def test_day_can_come_from_source_date_epoch(example: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "wirkspur", "build", str(example)],
        env={**os.environ, "SOURCE_DATE_EPOCH": "1795305600"},  # 2026-11-22
        capture_output=True,
        check=False,
    )

    assert done.returncode == 0
    assert "22. November 2026" in (example / "build/site/index.html").read_text(encoding="utf-8")


def test_nothing_changed_writes_nothing(example: Path) -> None:
    build(example)

    assert build(example).stdout.startswith("Nichts zu tun")


def test_unchanged_pages_are_not_written_again(example: Path) -> None:
    build(example)
    site = example / "build" / "site"
    before = on_disk(site)
    record = sorted((example / "content" / "ressourcen").glob("*.md"))[0]
    retitle(record, "Ein neuer Titel")
    build(example)

    changed = {path for path, lies in on_disk(site).items() if before.get(path) != lies}
    assert changed == {"ressourcen/index.html", f"ressourcen/{record.stem}/index.html"}


def on_disk(site: Path) -> dict[str, tuple[int, int]]:
    """Page → how it lies on disk: another file or another time means it was written."""
    return {
        p.relative_to(site).as_posix(): (p.stat().st_ino, p.stat().st_mtime_ns)
        for p in site.rglob("*.html")
    }


def retitle(path: Path, titel: str) -> None:
    """Give a record another title."""
    lines = path.read_text(encoding="utf-8").split("\n")
    first = next(i for i, line in enumerate(lines) if line.lstrip(" -").startswith("titel:"))
    lines[first] = lines[first].partition("titel:")[0] + f"titel: {titel}"
    path.write_text("\n".join(lines), encoding="utf-8")


def records(root: Path) -> list[str]:
    return sorted(
        p.relative_to(root).as_posix()
        for folder in ("issues", "sozialraeume", "content")
        for p in (root / folder).rglob("*")
        if p.suffix in {".md", ".yml"} and "seiten" not in p.parts and p.name != "stadt.yml"
    )


def test_building_on_gives_what_building_anew_gives(example: Path, tmp_path: Path) -> None:
    """Edit every record in turn; a page that should have changed but did not would show."""
    build(example, "--no-search")
    for number, path in enumerate(records(example)):
        retitle(example / path, f"Neuer Titel {number}")
        build(example, "--no-search")  # it is made anew each time, not built upon
    stepwise = contents(example / "build" / "site")
    shutil.rmtree(example / "build")
    build(example, "--no-search")

    assert stepwise == contents(example / "build" / "site")


def test_a_step_in_minutes_reaches_every_page_that_shows_the_status(example: Path) -> None:
    build(example)
    minutes = example / "content/protokolle/2026-09-10-entscheidungsgremium.md"
    edit(minutes, "status: uebergeben", "status: angenommen")
    build(example)
    stepwise = contents(example / "build" / "site")
    shutil.rmtree(example / "build")
    build(example)

    assert stepwise == contents(example / "build" / "site")


def test_a_deleted_record_leaves_no_page(example: Path) -> None:
    build(example)
    record = sorted((example / "content" / "ressourcen").glob("*.md"))[0]
    record.unlink()
    build(example)

    assert not (example / "build/site/ressourcen" / record.stem).exists()


def test_a_page_that_somebody_changed_is_made_again(example: Path) -> None:
    build(example)
    page = example / "build" / "site" / "index.html"
    page.write_text("weg", encoding="utf-8")
    build(example)

    assert "Was ist daraus geworden?" in page.read_text(encoding="utf-8")


def test_an_error_keeps_the_old_site(example: Path) -> None:
    build(example)
    before = contents(example / "build" / "site")
    (example / "issues" / "kaputt.md").write_text("kein Kopf\n", encoding="utf-8")

    done = wirkspur("build", example, "--today", TODAY)

    assert done.returncode == 1
    assert "Die Seite wurde nicht gebaut; die alte bleibt stehen." in done.stderr
    assert contents(example / "build" / "site") == before


def test_a_killed_build_keeps_the_old_site(example: Path) -> None:
    build(example)
    before = contents(example / "build" / "site")
    template = next((example / "issues").glob("*.md")).read_text(encoding="utf-8")
    for n in range(1500):
        (example / "issues" / f"viele-{n}.md").write_text(template, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "wirkspur", "build", str(example), "--today", TODAY, "--jobs", "1"]
    )
    half = example / "build" / ".site-neu" / "anliegen"
    while process.poll() is None and not half.is_dir():
        time.sleep(0.001)
    process.send_signal(signal.SIGKILL)
    process.wait()

    assert process.returncode == -signal.SIGKILL
    assert contents(example / "build" / "site") == before
    build(example)  # and the next build is not in its way
    assert (example / "build/site/anliegen/viele-1499/index.html").is_file()


@pytest.mark.parametrize("out", [".", "..", "content"])
def test_out_never_replaces_what_is_no_site(out: str, example: Path) -> None:
    done = wirkspur("build", example, "--out", example / out, "--today", TODAY)

    assert done.returncode == 2
    assert (example / "content" / "register" / "stadt.yml").is_file()


def test_every_internal_link_leads_somewhere(built: Path) -> None:
    import re
    from urllib.parse import unquote, urldefrag, urljoin

    broken = []
    for page in built.rglob("*.html"):
        if page.name == "404.html":
            continue  # its addresses start at the site's own, which only the host knows
        here = page.relative_to(built).as_posix()
        html = page.read_text(encoding="utf-8")
        for link in re.findall(r'(?:href|src)="([^"]+)"', html):
            target, mark = urldefrag(urljoin(f"http://hier/{here}", link))
            target = target.partition("?")[0]
            if not target.startswith("http://hier/"):
                continue
            path = built / unquote(target.removeprefix("http://hier/"))
            path = path / "index.html" if path.is_dir() else path
            if not path.is_file() or (
                mark and f'id="{mark}"' not in path.read_text(encoding="utf-8")
            ):
                broken.append((here, link))

    assert broken == []
