"""Pages of contributions: what is not known is said, and what a promise rests on is linked."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from support import TESTS

from wirkspur import files, gate
from wirkspur.frame import INHALT, Frame, frame_of
from wirkspur.render import Renderer, all_pages
from wirkspur.site import Site


def page(adresse: str, case: Path, tmp_path: Path) -> str:
    """A page of the example with a case laid over it."""
    root = tmp_path / "stadt"
    for source in (TESTS / "example", TESTS / "cases" / case):
        shutil.copytree(source, root, dirs_exist_ok=True)
    facts, findings = gate.check(files.read(root), date(2026, 11, 22))
    assert findings == []
    site = Site.of(facts)
    pages = {page.adresse: page for page in all_pages(site)}
    bare = Frame.cut(INHALT)
    return Renderer(site, {frame_of(a): bare for a in pages}).html(pages[adresse])


def test_what_the_source_does_not_tell_is_shown_as_not_handed_down(tmp_path: Path) -> None:
    case = Path("anfrage-zweck", "teilweise-ueberliefert")

    html = page("anfragen/2026-11-kurszeiten/", case, tmp_path)

    assert html.count("nicht überliefert") == 2
    assert "nicht dokumentiert" not in html


def test_an_activity_shows_what_its_source_does_not_tell(tmp_path: Path) -> None:
    case = Path("aktivitaet-zu-zweit", "aus-alter-quelle")

    html = page("aktivitaeten/2026-12-lichterfest/", case, tmp_path)

    assert html.count("nicht überliefert") == 2


def test_a_promise_of_partnership_links_its_proofs(tmp_path: Path) -> None:
    case = Path("beteiligung-bedingungen", "alle-vier-belegt")

    html = page("anfragen/2026-11-kurszeiten/", case, tmp_path)

    decisions = "treffen/2026-02-12-steuerungstreffen/#"
    assert html.count(f"{decisions}2026-02-regeln") == 3
    assert html.count(f"{decisions}2026-02-kurszeiten") == 1


def test_the_word_the_city_uses_stands_beside_the_rung(tmp_path: Path) -> None:
    case = Path("beteiligung-bedingungen", "anhoerung-braucht-nichts")

    html = page("anfragen/2026-11-kurszeiten/", case, tmp_path)

    assert "Die Stadt nennt es: „Partnerschaft“." in html
