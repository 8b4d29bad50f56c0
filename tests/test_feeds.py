"""Atom feeds, read back by a library that did not write them."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest
from support import TESTS
from test_exports import site_of

from wirkspur.exports import feeds
from wirkspur.meldungen import Kanal, Meldung
from wirkspur.site import Site

ATOM = "{http://www.w3.org/2005/Atom}"
BASE = "https://wirkspur.example.org/musterstadt/"
EXAMPLE = site_of(TESTS / "example")


def files_of(site: Site) -> dict[str, bytes]:
    return {export.path: export.content() for export in feeds.files(site, [])}


def read(raw: bytes) -> Any:
    feed = feedparser.parse(raw)
    assert not feed.bozo, feed.bozo_exception
    return feed


FILES = files_of(EXAMPLE)


def concern(root: Path, kennung: str, verlauf: str, **fields: str) -> str:
    """Write a concern with these steps; gives the address of its feed."""
    head = {"titel": "Mehr Licht", "kurz": "Der Weg ist dunkel.", **fields}
    lines = "\n".join(f"{name}: {value}" for name, value in head.items())
    (root / "issues" / f"{kennung}.md").write_text(
        f"---\n{lines}\nthema: verkehr\nart: anliegen\nform: vorschlag\nprioritaet: hoch\n"
        f"ort: sozialraum-2025-012003-am-kanal\neingebracht: 2024-08-27\n"
        f"naechster_blick: 2026-12-10\nverlauf:\n{verlauf}---\n\nAbends ist es dunkel.\n",
        encoding="utf-8",
    )
    return f"anliegen/{kennung}/spur.xml"


RAISED = "  - {datum: 2024-08-27, status: eingebracht, von: connectors}\n"
HANDED = "  - {datum: 2024-09, status: uebergeben, von: connectors, text: Im Herbst.}\n"


@pytest.mark.parametrize("path", FILES)
def test_feed_says_itself_where_it_lies_and_when_it_changed(path: str) -> None:
    ET.fromstring(FILES[path])
    feed = read(FILES[path]).feed

    assert {"rel": "self", "href": BASE + path} in [
        {"rel": link.rel, "href": link.href} for link in feed.links
    ]
    assert feed.id == BASE + path
    assert feed.updated.endswith("T00:00:00+00:00")
    assert feed.author
    assert feed.title


def test_there_is_one_for_everything_each_place_each_theme_and_each_contribution() -> None:
    register = EXAMPLE.register
    assert set(FILES) == {
        "feeds/alle.xml",
        *(f"feeds/ort/{record.id}.xml" for record in register.of("sozialraum")),
        *(f"feeds/thema/{kennung}.xml" for kennung in register.entries["thema"]),
        *(f"{EXAMPLE.zeilen[kennung].adresse}spur.xml" for kennung in EXAMPLE.courses),
    }


def test_steps_and_effects_are_told_in_plain_words_the_newest_first() -> None:
    entries = read(FILES["anliegen/2025-03-formulare-verstehen/spur.xml"]).entries

    name = "Formulare verstehen: „Antrag“ & „Bescheid“ < 2 Seiten"
    assert [e.title for e in entries] == [
        f"Was hat es bewirkt? Etwas Wirkung – {name}",
        f"Was hat es bewirkt? Deutliche Wirkung – {name}",
        f"Umgesetzt – {name}",
        f"Wird jetzt umgesetzt – {name} (Juni 2025)",
        f"Die Stadt hat geantwortet: angenommen – {name}",
        f"An die Stadt übergeben – {name}",
        f"Die Gruppe hat darüber beraten – {name}",
        f"Neues Anliegen – {name}",
    ]
    assert "Zugesagt bis: September 2025." in entries[4].summary
    assert "Das sagt: Stadtverwaltung." in entries[4].summary


def test_refusal_says_why(example: Path) -> None:
    path = concern(
        example, "2024-08-licht",
        RAISED + "  - {datum: 2024-10-02, status: abgelehnt, von: verwaltung, text: Zu teuer.}\n",
    )  # fmt: skip
    newest = read(files_of(site_of(example))[path]).entries[0]

    assert newest.title == "Die Stadt hat geantwortet: abgelehnt – Mehr Licht"
    assert "<p>Warum: Zu teuer.</p>" in newest.summary


def test_month_becomes_its_first_day_and_the_title_says_the_month(example: Path) -> None:
    path = concern(example, "2024-08-licht", RAISED + HANDED)
    newest = read(files_of(site_of(example))[path]).entries[0]

    assert newest.updated == "2024-09-01T00:00:00+00:00"
    assert newest.title == "An die Stadt übergeben – Mehr Licht (September 2024)"
    assert "Der Tag ist nicht bekannt. Aufgeschrieben ist: September 2024." in newest.summary


def test_a_year_is_never_before_the_step_it_follows(example: Path) -> None:
    handed = "  - {datum: 2024, status: uebergeben, von: connectors}\n"
    path = concern(example, "2024-08-licht", RAISED + handed)
    entries = read(files_of(site_of(example))[path]).entries

    assert [e.title.split(" – ")[0] for e in entries] == [
        "An die Stadt übergeben",
        "Neues Anliegen",
    ]
    assert [e.updated[:10] for e in entries] == ["2024-08-27", "2024-08-27"]


def test_entries_keep_their_names_when_an_earlier_step_is_added(example: Path) -> None:
    path = concern(example, "2024-08-licht", RAISED + HANDED)
    before = {e.id for e in read(files_of(site_of(example))[path]).entries}
    between = "  - {datum: 2024-08-30, status: beraten, von: connectors}\n"
    concern(example, "2024-08-licht", RAISED + between + HANDED)

    after = {e.id for e in read(files_of(site_of(example))[path]).entries}
    assert before < after


def test_every_entry_has_a_name_of_its_own(example: Path) -> None:
    twice = "  - {datum: 2024-09, status: in_pruefung, von: verwaltung}\n"
    path = concern(example, "2024-08-licht", RAISED + HANDED + twice + twice)
    ids = [e.id for e in read(files_of(site_of(example))[path]).entries]

    assert len(set(ids)) == len(ids) == 4


def test_decision_stands_once_in_everything_and_leads_to_how_it_was_taken() -> None:
    address = f"{BASE}treffen/2026-09-10-entscheidungsgremium/#2026-09-raum"
    every = [e for e in read(FILES["feeds/alle.xml"]).entries if e.link == address]
    own = [
        e for e in read(FILES["anliegen/2026-09-raum-fuer-treffen/spur.xml"]).entries
        if e.link == address
    ]  # fmt: skip

    assert len(every) == len(own) == 1
    assert own[0].title == "Beschluss: Bürgerhaus – Die Gruppe trifft sich künftig im Bürgerhaus"
    assert "Methode: Systemisches Konsensieren." in own[0].summary


def test_decision_about_nothing_in_particular_stands_in_everything() -> None:
    ids = {e.id for e in read(FILES["feeds/alle.xml"]).entries}

    assert f"{BASE}treffen/2026-09-10-entscheidungsgremium/#2026-09-uhren" in ids


def test_place_tells_of_the_places_within_it() -> None:
    links = {e.link for e in read(FILES["feeds/ort/stadtbezirk-1.xml"]).entries}

    assert f"{BASE}anliegen/2026-11-zaun-am-spielplatz/" in links
    assert f"{BASE}aktivitaeten/2026-06-rundgang-nordviertel/" in links
    assert f"{BASE}anliegen/2025-03-formulare-verstehen/" not in links  # the whole city's


def test_theme_tells_only_of_itself() -> None:
    links = {e.link for e in read(FILES["feeds/thema/verstaendliche-sprache.xml"]).entries}

    assert f"{BASE}anliegen/2025-03-formulare-verstehen/" in links
    assert f"{BASE}anliegen/2026-02-nachtbus/" not in links


def test_place_where_nothing_happened_can_be_followed_all_the_same(example: Path) -> None:
    one, two = (example / "sozialraeume" / f"stadtbezirk-{n}.yml" for n in (1, 2))
    text = one.read_text(encoding="utf-8").replace("Stadtbezirk 1", "Stadtbezirk 2")
    two.write_text(re.sub(r"(?m)^nummer:.*$", "nummer: '2'", text), encoding="utf-8")
    feed = read(files_of(site_of(example))["feeds/ort/stadtbezirk-2.xml"])

    assert feed.entries == []
    assert feed.feed.updated == "2000-01-01T00:00:00+00:00"


def test_no_more_than_fifty_the_newest(example: Path) -> None:
    for n in range(1, 31):
        concern(example, f"2026-10-licht-{n}", RAISED.replace("2024-08-27", f"2026-10-{n:02}"))
        concern(example, f"2026-09-licht-{n}", RAISED.replace("2024-08-27", f"2026-09-{n:02}"))
    days = [e.updated[:10] for e in read(files_of(site_of(example))["feeds/alle.xml"]).entries]

    assert len(days) == 50
    assert days == sorted(days, reverse=True)
    assert {f"2026-10-{n:02}" for n in range(1, 31)} <= set(days)


def test_same_records_give_the_same_bytes_on_another_day() -> None:
    assert files_of(site_of(TESTS / "example", "2026-12-24")) == FILES


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "]]> & &amp; <b",
        "a\x01b \uffff \ud800 c",  # nothing of this may stand in XML at all
        "\u061f \u200f\u0645\u0631\u062d\u0628\u0627 \U0001f600",
    ],
)
def test_hostile_text_stays_text(text: str) -> None:
    meldung = Meldung("x/#1", date(2026, 1, 2), text, (text, "zwei"), "x/")
    kanal = Kanal("feeds/ort/x.xml", text, "orte/x/", ())

    tree = ET.fromstring(feeds.atom(EXAMPLE.stadt, kanal, [meldung]))

    plain = re.sub("[\x01\uffff\ud800]", "", text)
    assert tree.findtext(f"{ATOM}title") == f"{plain} – Wirkspur Musterstadt"
    assert tree.findtext(f"{ATOM}entry/{ATOM}title") == plain
    summary = ET.fromstring(f"<div>{tree.findtext(f'{ATOM}entry/{ATOM}summary')}</div>")
    assert [p.text for p in summary] == [plain, "zwei"]
