"""Files for other programs: found by their place, made anew only when their content changed."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from support import TESTS, TODAY, wirkspur

from wirkspur import exports, files, gate
from wirkspur.discover import discover
from wirkspur.exports import Export
from wirkspur.render import all_pages
from wirkspur.site import Site


def site_of(root: Path, today: str = TODAY) -> Site:
    facts, findings = gate.check(files.read(root), date.fromisoformat(today))
    assert [f for f in findings if f.severity.name == "FEHLER"] == []
    return Site.of(facts)


def every_export(site: Site) -> list[Export]:
    adressen = [page.adresse for page in all_pages(site)]
    return [export for module in discover(exports) for export in module.files(site, adressen)]


EXPORTS = every_export(site_of(TESTS / "example"))


def test_no_two_files_want_the_same_place() -> None:
    assert [path for path, n in Counter(e.path for e in EXPORTS).items() if n > 1] == []


def test_no_file_lies_where_a_page_lies() -> None:
    assert [e.path for e in EXPORTS if e.path.endswith("index.html")] == []


@pytest.mark.parametrize("kind", ["sitemap.xml", "feeds/alle.xml", "kalender/alle.ics"])
def test_example_has(kind: str) -> None:
    assert kind in {e.path for e in EXPORTS}


def test_key_is_plain_so_that_it_is_the_same_in_the_next_run() -> None:
    assert [e.path for e in EXPORTS if " at 0x" in repr(e.key)] == []


def test_sitemap_lists_every_page_and_nothing_else(built: Path) -> None:
    tree = ET.parse(built / "sitemap.xml")
    listed = [loc.text for loc in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]

    pages = {path.parent.relative_to(built).as_posix() for path in built.rglob("index.html")}
    base = "https://wirkspur.example.org/musterstadt/"
    assert sorted(listed) == sorted(base + (f"{page}/" if page != "." else "") for page in pages)


def test_an_edited_step_makes_only_the_feeds_anew_that_tell_of_it(example: Path) -> None:
    assert wirkspur("build", example, "--today", TODAY).returncode == 0
    site = example / "build" / "site"
    before = {p: p.stat().st_mtime_ns for p in [*site.rglob("*.xml"), *site.rglob("*.ics")]}
    concern = example / "issues" / "2026-05-treppe-am-bahnhof.md"
    step = "    text: Die Gruppe bittet um eine Rampe."
    text = concern.read_text(encoding="utf-8")
    assert step in text
    concern.write_text(text.replace(step, step + " Bald."), encoding="utf-8")

    done = wirkspur("build", example, "--today", TODAY)

    assert done.returncode == 0, done.stdout
    changed = {
        p.relative_to(site).as_posix()
        for p, mtime in before.items()
        if p.stat().st_mtime_ns != mtime
    }
    assert "anliegen/2026-05-treppe-am-bahnhof/spur.xml" in changed
    assert "feeds/alle.xml" in changed
    assert "anliegen/2026-02-nachtbus/spur.xml" not in changed
    assert "kalender/alle.ics" not in changed
    assert "sitemap.xml" not in changed
