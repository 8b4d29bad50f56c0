"""What the form wrote comes back exactly, whatever mail programs did to it on the way."""

from __future__ import annotations

import html
import re
import textwrap
import unicodedata
import zlib
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest
from support import TODAY, copy_example, wirkspur

from wirkspur.intake.nachricht import Nachricht, als_eintrag, als_teil, lesen
from wirkspur.records.anliegen import TYPE as ANLIEGEN
from wirkspur.wording.words import QUOTES

LINES = """\
• Titel: „Mehr Licht“ im "Park"
• Kurz gesagt: Abends ist der Weg dunkel, deshalb gehen viele Menschen außen herum und brauchen länger.
• Thema: Wege & Verkehr [verkehr]
• Art: Bedürfnis
• Form: Vorschlag
• Priorität: hoch
• Lokalisierung des Problems: Nordviertel [stadtteil-012-nordviertel]
• Lokalisierung des Problems: ganze Stadt [stadtweit]
• Mögliche Lösungen: Lampen aufstellen, zum Beispiel an der Straßenbahn-Haltestelle und an der Brücke
• Zuständig: Stadt
• Eingebracht: 2026-11
• Nächster Blick: 2027-01-01
• Verlauf 1 – Datum: 2026-11
• Verlauf 1 – Status: eingebracht
• Verlauf 1 – Von: Community Connectors
• Problembeschreibung:
¦ Der Weg ist dunkel.
¦
¦ - Eine 'Lampe' ist kaputt.
¦   - Und noch eine."""  # noqa: E501


def packed(was: str, lines: str) -> str:
    """As the form writes it."""
    quotes = "".join(chr(97 + QUOTES.index(sign)) for sign in lines if sign in QUOTES)
    summe = zlib.crc32(f"{was}\n{lines}".encode())
    end = f"{summe:08x} {quotes}".strip()
    return f"== Wirkspur: {was} ==\n{lines}\n== Ende: {end} ==\n"


TEXT = packed("Anliegen", LINES)
FELDER = {
    "titel": '„Mehr Licht“ im "Park"',
    "kurz": "Abends ist der Weg dunkel, deshalb gehen viele Menschen außen herum und brauchen "
    "länger.",
    "thema": "verkehr",
    "art": "beduerfnis",
    "form": "vorschlag",
    "prioritaet": "hoch",
    "ort": ["stadtteil-012-nordviertel", "stadtweit"],
    "loesungen": [
        "Lampen aufstellen, zum Beispiel an der Straßenbahn-Haltestelle und an der Brücke"
    ],
    "zustaendig": "stadt",
    "eingebracht": "2026-11",
    "naechster_blick": "2027-01-01",
    "verlauf": [{"datum": "2026-11", "status": "eingebracht", "von": "connectors"}],
}
KOERPER = "Der Weg ist dunkel.\n\n- Eine 'Lampe' ist kaputt.\n  - Und noch eine."


def one(raw: bytes) -> Nachricht:
    (nachricht,) = lesen(raw)
    return nachricht


def quoted(text: str, mark: str = "> ") -> str:
    return "".join(f"{mark}{line}\n" for line in text.splitlines())


def wrapped(text: str, width: int = 76) -> str:
    lines = (textwrap.wrap(line, width) or [line] for line in text.splitlines())
    return "\n".join(part for parts in lines for part in parts)


def flowed(text: str) -> str:
    """RFC 3676: a blank at the end says that the line goes on."""
    lines = (textwrap.wrap(line, 70, break_on_hyphens=False) for line in text.splitlines())
    return "\n".join(" \n".join(parts) for parts in lines)


def as_html(text: str) -> str:
    lines = "<br>\n".join(html.escape(line) for line in text.splitlines())
    return f"<html><head><style>p {{}}</style></head><body><div>{lines}</div></body></html>"


def turned(text: str) -> str:
    """Every quotation mark turned into another one."""
    return re.sub(r"[\"„“]", "”", text).replace("'", "’")


def mail(text: str, subtype: str = "plain", **how: str) -> bytes:
    message = EmailMessage()
    message["From"] = "koordination@musterstadt.example"
    message["Subject"] = "Anliegen"
    message.set_content(text, subtype=subtype, **how)
    return message.as_bytes()


WAYS: dict[str, Callable[[str], bytes]] = {
    "as it was": lambda t: t.encode(),
    "greeting and signature": lambda t: f"Hallo,\n\n{t}\n-- \nViele Grüße\nJemand".encode(),
    "quoted": lambda t: quoted(t).encode(),
    "quoted twice": lambda t: quoted(quoted(t), ">").encode(),
    "wrapped": lambda t: wrapped(t).encode(),
    "wrapped, then quoted": lambda t: quoted(wrapped(t)).encode(),
    "quoted, then wrapped": lambda t: wrapped(quoted(t)).encode(),
    "wrapped at hyphens": lambda t: wrapped(t, 90).encode(),
    "flowed": lambda t: flowed(t).encode(),
    "blank lines between": lambda t: t.replace("\n", "\n\n").encode(),
    "Windows": lambda t: t.replace("\n", "\r\n").encode("cp1252"),
    "UTF-16": lambda t: t.encode("utf-16"),
    "BOM": lambda t: t.encode("utf-8-sig"),
    "read in the wrong encoding": lambda t: t.encode().decode("latin-1").encode(),
    "quotes turned": lambda t: turned(t).encode(),
    "quotes turned, wrapped, quoted": lambda t: quoted(wrapped(turned(t))).encode(),
    "hard blanks": lambda t: t.replace(" ", "\xa0").encode(),
    "entities": lambda t: html.escape(t).replace("ü", "&uuml;").encode(),
    "HTML": lambda t: as_html(t).encode(),
    "quoted with bars": lambda t: quoted(t, "| ").encode(),
    "exported from a phone": lambda t: f"\u200e[12.11.26, 18:03:22] Rana: \u200e{t}".encode(),
    "exported from another phone": lambda t: f"12.11.26, 18:03 - Rana: {t}".encode(),
    "copied from a messenger": lambda t: f"[6:03 PM, 12/11/2026] Rana A.: {t}".encode(),
    "accents taken off": lambda t: unicodedata.normalize("NFD", t).encode(),
    "bullets with an unseen sign": lambda t: t.replace("•", "•\u200b").encode(),
    "bullets as pictures": lambda t: t.replace("•", "▪️").encode(),
    "bullets as stars": lambda t: t.replace("•", "*").encode(),
    "bullets as hyphens, quoted": lambda t: quoted(t.replace("•", "-")).encode(),
    "bullets as question marks": lambda t: t.replace("•", "?").encode(),
    "no bullets, blank lines between": lambda t: t.replace("• ", "").replace("\n", "\n\n").encode(),
    "no marks": lambda t: t.replace("•", "").replace("¦", "").encode(),
    "all marks turned": lambda t: t.replace("•", "?").replace("¦", "|").encode(),
    "indented": lambda t: textwrap.indent(t, "    ").encode(),
    "saved mail": mail,
    "saved mail, quoted-printable": lambda t: mail(t, cte="quoted-printable"),
    "saved mail, base64, Windows": lambda t: mail(t, cte="base64", charset="cp1252"),
    "saved mail in HTML": lambda t: mail(as_html(t), "html"),
}


@pytest.mark.parametrize("way", WAYS)
def test_it_comes_back_exactly(way: str) -> None:
    nachricht = one(WAYS[way](TEXT))

    assert nachricht.heil
    assert als_eintrag(nachricht, ANLIEGEN) == (FELDER, KOERPER, ())


def test_a_text_changed_by_hand_is_read_and_said_to_be_changed() -> None:
    nachricht = one(TEXT.replace("Priorität: hoch", "Priorität: mittel").encode())

    assert not nachricht.heil
    assert als_eintrag(nachricht, ANLIEGEN).felder["prioritaet"] == "mittel"


def test_a_text_without_its_end_is_read_and_said_to_be_changed() -> None:
    nachricht = one(TEXT.partition("== Ende")[0].encode())

    assert not nachricht.heil
    assert als_eintrag(nachricht, ANLIEGEN).felder == FELDER


@pytest.mark.parametrize(
    "more", ["-- \nViele Grüße\nErika Muster\nWeg 1", "[12.11.26, 18:04:00] Erika Muster: Gern."]
)
def test_what_follows_is_no_part_of_an_entry_without_its_end(more: str) -> None:
    cut_off = f"{TEXT.partition('== Ende')[0]}\n{more}\n"

    assert als_eintrag(one(cut_off.encode()), ANLIEGEN).koerper == KOERPER


def test_a_line_before_the_first_one_that_is_understood_is_named() -> None:
    text = TEXT.replace("• Titel", "Bitte schnell\n• Titel").replace("hoch", "mittel")

    assert als_eintrag(one(text.encode()), ANLIEGEN).unklar == ("Bitte schnell",)


def test_what_fits_no_field_is_named() -> None:
    text = packed("Anliegen", f"{LINES}\n• Farbe: blau\n• ohne Doppelpunkt")

    assert als_eintrag(one(text.encode()), ANLIEGEN).unklar == ("Farbe", "ohne Doppelpunkt")


def test_labels_without_umlauts_are_understood() -> None:
    text = packed("Anliegen", "• Moegliche Loesungen: Licht\n• Prioritaet: hoch")

    assert als_eintrag(one(text.encode()), ANLIEGEN).felder == {
        "loesungen": ["Licht"], "prioritaet": "hoch",
    }  # fmt: skip


def test_several_entries_in_one_mail_are_all_read() -> None:
    step = packed("Schritt", "• Zu: Licht [2026-11-licht]\n• Datum: 2026-11-22")

    assert [n.was for n in lesen(f"{TEXT}\n{step}".encode())] == ["Anliegen", "Schritt"]


def test_a_step_names_its_concern_and_its_fields() -> None:
    lines = "• Zu: Licht [2026-11-licht]\n• Status: an die Stadt übergeben\n• Text: Am Schalter."
    nachricht = one(packed("Schritt", lines).encode())

    assert nachricht.zu == "2026-11-licht"
    assert als_teil(nachricht, ANLIEGEN).felder == {"status": "uebergeben", "text": "Am Schalter."}


@pytest.mark.parametrize(
    "raw", [b"", b"Hallo", b"\xff\xfe", b"\x00" * 99, b"== Wirkspur ==", b">" * 99]
)
def test_whatever_holds_no_entry_gives_none(raw: bytes) -> None:
    assert lesen(raw) == []


# --- the command ---------------------------------------------------------------------------------


@pytest.fixture
def stadt(tmp_path: Path) -> Path:
    return copy_example(tmp_path / "stadt")


def intake(stadt: Path, text: str, *options: str) -> tuple[int, str]:
    mail = stadt.parent / "mail.txt"
    mail.write_text(text, encoding="utf-8")
    done = wirkspur("intake", mail, stadt, "--today", TODAY, *options)
    return done.returncode, done.stdout + done.stderr


NEW = "issues/2026-11-mehr-licht-im-park.md"


def test_a_concern_becomes_a_file_that_the_gate_accepts(stadt: Path) -> None:
    code, said = intake(stadt, TEXT, "--yes")

    assert code == 0, said
    assert f"Eingetragen: {NEW}" in said
    assert wirkspur("check", stadt, "--today", TODAY).returncode == 0


def test_nothing_is_written_where_nobody_agrees(stadt: Path) -> None:
    code, said = intake(stadt, TEXT)

    assert code == 1
    assert "Eintragen in" in said
    assert not (stadt / NEW).exists()


def test_the_same_mail_twice_is_one_concern(stadt: Path) -> None:
    intake(stadt, TEXT, "--yes")
    before = sorted(stadt.rglob("issues/*"))
    code, said = intake(stadt, TEXT, "--yes")

    assert code == 0
    assert "Das steht schon da" in said
    assert sorted(stadt.rglob("issues/*")) == before


def test_private_things_are_refused(stadt: Path) -> None:
    code, said = intake(
        stadt, packed("Anliegen", f"{LINES}\n¦ Bitte anrufen: 0171 39200 12"), "--yes"
    )

    assert code == 1
    assert "[telefon]" in said
    assert not (stadt / NEW).exists()


def test_a_changed_text_is_said_to_be_changed(stadt: Path) -> None:
    _, said = intake(stadt, TEXT.replace("hoch", "niedrig"), "--yes")

    assert "nach dem Absenden verändert" in said


def test_an_entry_without_its_end_is_not_written_unseen(stadt: Path) -> None:
    code, said = intake(stadt, TEXT.partition("== Ende")[0], "--yes")

    assert code == 1
    assert "Die Zeile „== Ende: … ==“ fehlt." in said
    assert not (stadt / NEW).exists()


EFFECT = packed(
    "Wirkung",
    "• Zu: 2025-03-formulare-verstehen\n• Datum: 2026-11-20\n• Stimme: Community Connectors\n"
    "• Urteil: etwas Wirkung\n• Zurechnung: Zusammenhang unklar\n• Text: Es geht schneller.\n"
    "• Kein Beleg, weil: Das haben wir gesehen.",
)


def test_an_effect_joins_its_concern_and_the_rest_of_the_file_stays(stadt: Path) -> None:
    file = stadt / "issues/2025-03-formulare-verstehen.md"
    before = file.read_text(encoding="utf-8")
    code, said = intake(stadt, EFFECT, "--yes")
    after = file.read_text(encoding="utf-8")
    part = """\
  - datum: 2026-11-20
    stimme: connectors
    urteil: etwas
    zurechnung: unklar
    text: Es geht schneller.
    kein_beleg: Das haben wir gesehen.
"""

    assert code == 0, said
    assert after.replace(part, "") == before
    assert len(after) == len(before) + len(part)


def test_the_same_effect_twice_is_one(stadt: Path) -> None:
    intake(stadt, EFFECT, "--yes")
    code, said = intake(stadt, EFFECT, "--yes")

    assert code == 0
    assert "Das steht schon da" in said


def test_an_unknown_concern_is_named_with_the_one_that_was_meant(stadt: Path) -> None:
    code, said = intake(stadt, EFFECT.replace("verstehen", "verstehn"), "--yes")

    assert code == 1
    assert "Meinten Sie „2025-03-formulare-verstehen“?" in said


def test_a_mail_without_an_entry_is_said_to_hold_none(stadt: Path) -> None:
    code, said = intake(stadt, "Guten Tag, ich habe ein Anliegen.")

    assert code == 2
    assert "kein Eintrag aus dem Formular" in said
