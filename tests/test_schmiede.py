"""Links into the three forges."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

import pytest

from wirkspur.records.common import KENNUNG, RecordType
from wirkspur.records.stadt import Forge, ForgeArt
from wirkspur.register import TYPES
from wirkspur.schmiede import LAENGE, Schmiede
from wirkspur.source import parse

PATH = "issues/2026-12-mehr-licht.md"
TEXT = "---\ntitel: Mehr Licht & „Wärme“ + 100 %\n---\n\nIst das möglich? #1\n"
ARTEN = ["github", "gitlab", "forgejo"]


def schmiede(art: str, zweig: str = "main") -> Schmiede:
    return Schmiede(Forge(art=ForgeArt(art), adresse="https://git.example/a/b/", zweig=zweig))


@pytest.mark.parametrize(
    ("art", "edit", "history", "new"),
    [
        ("github", "edit/main", "commits/main", "new/main/issues?filename="),
        ("gitlab", "-/edit/main", "-/commits/main", "-/new/main/issues?file_name="),
        ("forgejo", "_edit/main", "commits/branch/main", "_new/main/issues?filename="),
    ],
)
def test_each_forge_has_its_own_addresses(art: str, edit: str, history: str, new: str) -> None:
    links = schmiede(art)

    assert links.bearbeiten(PATH) == f"https://git.example/a/b/{edit}/{PATH}"
    assert links.geschichte(PATH) == f"https://git.example/a/b/{history}/{PATH}"
    assert links.neu(PATH) == f"https://git.example/a/b/{new}2026-12-mehr-licht.md"


@pytest.mark.parametrize("art", ARTEN)
def test_a_new_file_arrives_byte_for_byte(art: str) -> None:
    links = schmiede(art)
    way = links.neu_weg("issues")
    assert way is not None

    said = dict(parse_qsl(urlsplit(links.neu(PATH, TEXT)).query, strict_parsing=True))

    assert said == {way.datei: "2026-12-mehr-licht.md", way.inhalt: TEXT}


@pytest.mark.parametrize("art", ARTEN)
def test_a_text_too_long_for_a_link_is_left_out(art: str) -> None:
    links = schmiede(art)

    short, long = links.neu(PATH, "a" * 5000), links.neu(PATH, "ä" * 1000)

    assert len(short) <= LAENGE
    assert short.endswith("a" * 5000)
    assert long == links.neu(PATH)


def test_a_branch_with_odd_signs_stays_one_address() -> None:
    assert "/new/wer%3Fwas/issues?filename=" in schmiede("github", "wer?was").neu(PATH)


def test_without_a_forge_there_are_no_links() -> None:
    links = Schmiede(None)

    assert (links.bearbeiten(PATH), links.geschichte(PATH), links.neu(PATH, TEXT)) == ("", "", "")
    assert links.neu_weg("issues") is None


@pytest.mark.parametrize("typ", [t for t in TYPES if not t.datei], ids=lambda t: t.art)
def test_a_new_record_begins_with_every_field_it_needs_and_a_name_that_must_be_changed(
    typ: RecordType,
) -> None:
    said = dict(parse_qsl(urlsplit(schmiede("github").neu_eintrag(typ)).query))
    found = parse("issues/x.md", said["value"].encode()) if typ.endung == ".md" else None

    for name, info in typ.model.model_fields.items():
        assert (f"\n{name}: ‹" in f"\n{said['value']}") is info.is_required()
    assert found is None or found.data is not None
    assert not KENNUNG.fullmatch(said["filename"].removesuffix(typ.endung))
