"""Pages written by hand: where they appear, where their links lead, what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from wirkspur.files import Tree
from wirkspur.register import load
from wirkspur.seiten import Seite, address_of, target_of


def codes(files: dict[str, str]) -> list[tuple[str, str]]:
    _, findings = load(Tree({path: text.encode() for path, text in files.items()}))
    return [(f.path, f.code) for f in findings if f.path in files]


@pytest.mark.parametrize(
    ("path", "adresse"),
    [
        ("content/seiten/impressum.md", "impressum/"),
        ("content/seiten/mitmachen/index.md", "mitmachen/"),
        ("content/seiten/mitmachen/eintrag-schreiben.md", "mitmachen/eintrag-schreiben/"),
        ("content/seiten/Impressum.md", None),
        ("content/seiten/impressum.html", None),
        ("content/seiten/über/index.md", None),
        ("content/seiten/../../etc/passwd.md", None),
        ("issues/x.md", None),
    ],
)
def test_address_of_a_page(path: str, adresse: str | None) -> None:
    assert address_of(path) == adresse


@pytest.mark.parametrize(
    ("href", "leads"),
    [
        ("index.md", "../../mitmachen/"),
        ("index.md#wege", "../../mitmachen/#wege"),
        ("../impressum.md", "../../impressum/"),
        ("../anliegen/", "../../anliegen/"),
        ("..//", "../../"),
        ("#wege", "#wege"),
        ("https://example.org/a.md", "https://example.org/a.md"),
        ("mailto:info@example.org", "mailto:info@example.org"),
        ("../../../README.md", "../../../README.md"),
        ("/anliegen/", "/anliegen/"),
    ],
)
def test_a_link_between_files_leads_between_pages(href: str, leads: str) -> None:
    path = "content/seiten/mitmachen/eintrag.md"
    assert target_of(Seite(path, "mitmachen/eintrag/", "", "", ""), href) == leads


def test_title_and_description_come_from_the_head_or_the_first_heading() -> None:
    register, _ = load(Tree({
        "content/seiten/a.md": b"---\ntitle: Titel\ndescription: Satz.\n---\n\n# Anders\n",
        "content/seiten/b.md": "\ufeff# Überschrift ##\n".encode(),
        "content/seiten/c.md": b"Nur Text\n",
    }))  # fmt: skip

    assert [(s.titel, s.kurz) for s in register.seiten.values()] == [
        ("Titel", "Satz."), ("Überschrift", "Überschrift"), ("c", "c"),
    ]  # fmt: skip


def test_two_pages_never_share_an_address() -> None:
    assert codes({"content/seiten/a.md": "# A", "content/seiten/a/index.md": "# A"}) == [
        ("content/seiten/a/index.md", "kennung-doppelt")
    ]


def test_no_page_takes_the_address_of_one_that_the_program_makes(built: Path) -> None:
    written = {"404/", "barrierefreiheit/", "datenschutz/", "impressum/", "leichte-sprache/",
               "mitmachen/", "ueber-uns/"}  # fmt: skip
    made = {path.parent.relative_to(built).as_posix() + "/" for path in built.rglob("index.html")}
    made = {"" if adresse == "./" else adresse for adresse in made} - written
    taken = [f"content/seiten/{adresse}index.md" for adresse in sorted(made)]

    assert taken
    assert codes(dict.fromkeys(taken, "# Meine")) == [(path, "dateiname") for path in taken]
