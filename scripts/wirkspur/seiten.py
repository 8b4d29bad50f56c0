"""Pages written by hand: which files are some, where they appear, what is wrong with them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

from pydantic import ValidationError

from . import schema_text
from .files import PICTURES
from .findings import Finding, Location, Rule
from .reading.head import KOPF
from .records.common import KENNUNG
from .records.seite import Seite as Fields
from .source import Document
from .wording.words import suggest_id

PROSA = "content/seiten"
"""Where the pages lie; their folders are those of the site."""

DATEINAME = Rule(
    "dateiname",
    "Der Dateiname ist keine gültige Kennung",
    "Der Dateiname ist die Kennung des Eintrags und wird zu seiner Internet-Adresse.",
    tun="Benennen Sie die Datei um. Erlaubt sind kleine Buchstaben von a bis z, Ziffern und "
    "Bindestriche; statt ä schreiben Sie ae, statt ß schreiben Sie ss.",
    falsch="issues/2026-10 Licht für den Park.md",
    richtig="issues/2026-10-licht-fuer-den-park.md",
)

_VERGEBEN = re.compile(
    r"|404/|ueber-uns/(gruppe|regeln|leitern|tandems)/.*"
    r"|mitmachen/(anliegen|aktivitaet|((anfrage|aktivitaet)-)?schritt|wirkung)/.*"
    r"|(anliegen|anfragen|aktivitaeten|treffen|orte|welcome-points|ressourcen|hilfe|assets|wirkung|suche|folgen|feeds|kalender|pagefind)/.*"
)
"""Addresses of pages that the program makes itself."""


@dataclass(frozen=True, slots=True)
class Seite:
    """A page that can be shown. `text` is Markdown."""

    path: str
    adresse: str
    titel: str
    kurz: str
    text: str


def address_of(path: str) -> str | None:
    """Where the page of a file appears; None where the file is no page or its name will not do."""
    if not path.startswith(PROSA + "/") or not path.endswith(".md"):
        return None
    parts = path[len(PROSA) + 1 : -len(".md")].split("/")
    if not all(map(KENNUNG.fullmatch, parts)):
        return None
    if parts[-1] == "index":
        parts.pop()
    return "".join(f"{part}/" for part in parts)


def target_of(seite: Seite, href: str) -> str:
    """The address that a link on a page leads to.

    Links are written from file to file, as the forge shows them, or to a folder of the site:
    `mitmachen/index.md#wege`, `../anliegen/`. All others stay as they are.
    """
    target, mark, anchor = href.partition("#")
    if not re.fullmatch(r"(?!/)[\w./-]+", target):
        return href
    path = posixpath.normpath(f"{posixpath.dirname(seite.path)}/{target}")
    adresse = address_of(path)
    if adresse is None and target.endswith("/") and f"{path}/".startswith(f"{PROSA}/"):
        adresse = f"{path[len(PROSA) + 1 :]}/".lstrip("/")
    if adresse is None:
        return href
    return ("../" * seite.adresse.count("/") or "./") + adresse + mark + anchor


def picture_of(path: str, target: str) -> str:
    """The file of a picture that the page at `path` may show; empty for all others.

    As the forge shows them too: `../../../overrides/assets/bilder/tabelle.webp`.
    """
    file = posixpath.normpath(f"{posixpath.dirname(path)}/{target}")
    return file if re.fullmatch(rf"{PICTURES}/[a-z0-9-]+\.webp", file) else ""


def read_page(
    path: str, raw: bytes, read: Callable[[str, bytes], Document]
) -> tuple[Seite | None, list[Finding]]:
    """Read one page; None where it is too broken to be shown."""
    adresse = address_of(path)
    if adresse is None:
        return None, [bad_name(path)]
    if _VERGEBEN.fullmatch(adresse):
        return None, [DATEINAME.at(
            Location(path), f"Die Adresse „/{adresse}“ gehört schon zu einer anderen Seite.",
            "Bitte die Datei umbenennen oder löschen.",
        )]  # fmt: skip
    document = read(path, raw)
    findings = list(document.findings)
    text, data = document.body, document.data
    if not document.text.startswith("---"):  # a page may do without fields
        findings = [f for f in findings if f.code != KOPF.slug]
        text, data = document.text, {}
    if data is None or not document.raw:
        return None, findings
    try:
        fields = Fields.model_validate(data)
    except ValidationError as error:
        return None, findings + schema_text.explain(document, Fields, error)
    heading = re.search(r"^#+ +(.+?)[ #\r]*$", text, re.MULTILINE)
    titel = fields.title or (heading[1] if heading else PurePosixPath(path).stem)
    return Seite(path, adresse, titel, fields.description or titel, text), findings


def bad_name(path: str) -> Finding:
    """A name that cannot become part of an address, and the one that was probably meant."""
    name = PurePosixPath(path)
    what, wrong, ending = "Dateiname", name.stem, name.suffix
    if KENNUNG.fullmatch(wrong):
        below = name.relative_to(PROSA).parts[:-1] if path.startswith(PROSA + "/") else ()
        folder = next((part for part in below if not KENNUNG.fullmatch(part)), "")
        what, wrong, ending = ("Ordnername", folder, "") if folder else (what, wrong, ending)
    return DATEINAME.at(
        Location(path),
        f"Der {what} „{wrong}{ending}“ geht nicht.",
        "Erlaubt sind kleine Buchstaben a–z, Ziffern und Bindestriche. "
        f"Vorschlag: {suggest_id(wrong)}{ending}",
    )
