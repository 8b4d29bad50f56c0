"""What a file is, by the ending of its name and by its first bytes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..findings import Finding, Location, Rule

ART = Rule(
    "datei-art",
    "Diese Art von Datei gehört nicht hierher",
    "In den Ordnern der Einträge liegen nur Texte. Bilder, Dokumente und Programme können "
    "persönliche Angaben oder Schadprogramme enthalten, die in einem Text jeder sehen würde.",
    tun="Löschen Sie die Datei. Kopieren Sie den Text, auf den es ankommt, in eine Textdatei, oder "
    "verlinken Sie das Dokument dort, wo es im Internet steht.",
    falsch="issues/2026-10-licht-im-park.docx",
    richtig="issues/2026-10-licht-im-park.md",
)


class Kind(NamedTuple):
    """A kind of file that is never published, and what to do instead."""

    name: str
    endings: frozenset[str]
    signs: tuple[bytes, ...]
    instead: str


def _endings(words: str) -> frozenset[str]:
    return frozenset(words.split())


_TEXT = "Bitte den Text kopieren und als Textdatei ablegen"
_LINK = "Bitte löschen. Steht das Dokument im Internet, kann es unter „quellen“ verlinkt werden."
_AWAY = "Bitte löschen."

_KINDS = (
    Kind("ein Bild", _endings("jpg jpeg png gif webp svg heic avif bmp tif tiff ico"),
         (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"II*\0", b"MM\0*", b"<svg"),
         "Bitte löschen; Bilder zeigt die Seite nicht. Was zu sehen ist, bitte in Worten sagen."),
    Kind("ein PDF-Dokument", _endings("pdf"), (b"%PDF",), _LINK),
    Kind("ein Word-Dokument", _endings("doc docx docm odt rtf pages"), (b"{\\rtf",), _TEXT),
    Kind("eine Tabelle oder Präsentation",
         _endings("xls xlsx xlsm ods csv tsv ppt pptx odp numbers key"), (), _LINK),
    Kind("ein Office-Dokument", frozenset(), (b"\xd0\xcf\x11\xe0", b"PK\x03\x04"), _TEXT),
    Kind("eine gespeicherte Internet-Seite", _endings("html htm xhtml mhtml webloc url"),
         (b"<!doctype", b"<html", b"<?xml", b"<!DOCTYPE", b"<HTML"), _TEXT),
    Kind("ein Programm",
         _endings("js mjs ts css php py sh bat cmd com ps1 vbs exe msi dll so dmg apk jar wasm "
                   "scr lnk swf"),
         (b"MZ\x90", b"\x7fELF", b"#!/", b"\0asm"), _AWAY),
    Kind("ein gepacktes Archiv", _endings("zip rar 7z tar gz tgz bz2 xz iso"),
         (b"Rar!\x1a", b"7z\xbc\xaf", b"\x1f\x8b"), "Bitte löschen und die Texte einzeln ablegen."),
    Kind("eine Ton- oder Videodatei", _endings("mp3 m4a wav ogg mp4 mov avi webm mkv"),
         (b"OggS",), _AWAY),
)  # fmt: skip
_BY_ENDING = {ending: kind for kind in _KINDS for ending in kind.endings}
_BY_SIGN = {sign: kind for kind in _KINDS for sign in kind.signs}
_FIRST = frozenset(sign[:1] for sign in _BY_SIGN)


def of(path: str, raw: bytes) -> Kind | None:
    """The kind of a file that is no text; None where its name and first bytes look like one."""
    return _BY_ENDING.get(_ending(path)) or _disguised(raw)


def finding(path: str, kind: Kind, home: str) -> Finding:
    """What to say about such a file. `home` is where its text could be kept as a record, if any."""
    said = f"Die Datei „{path.rpartition('/')[2]}“ ist {kind.name}"
    said += "." if _ending(path) in kind.endings else ", auch wenn sie anders heißt."
    instead = kind.instead
    if instead is _TEXT:
        instead += f": {home}" if home else "."
    return ART.at(Location(path), said, instead)


PICTURE_AT_MOST = 1_000_000
_PICTURES = {
    "jpg": b"\xff\xd8\xff", "jpeg": b"\xff\xd8\xff", "png": b"\x89PNG", "gif": b"GIF8",
    "webp": b"RIFF",
}  # fmt: skip


def is_picture(path: str) -> bool:
    """Whether a file calls itself a picture made of dots, which cannot act."""
    return _ending(path) in _PICTURES


def bad_picture(path: str, raw: bytes) -> Iterator[Finding]:
    """What is wrong with a picture that may lie here."""
    name = path.rpartition("/")[2]
    if not raw.startswith(_PICTURES[_ending(path)]):
        yield ART.at(
            Location(path), f"Die Datei „{name}“ heißt wie ein Bild, ist aber keines dieser Art.",
            "Bitte löschen oder das Bild neu speichern.",
        )  # fmt: skip
    elif len(raw) > PICTURE_AT_MOST:
        yield ART.at(
            Location(path), f"Das Bild „{name}“ ist größer als 1 MB.",
            "Bitte kleiner speichern oder löschen.",
        )  # fmt: skip


def webp_size(raw: bytes) -> tuple[int, int] | None:
    """Width and height of a WebP picture; None where the file does not say."""
    if raw[:4] != b"RIFF" or raw[8:12] != b"WEBP" or len(raw) < 30:
        return None
    number = int.from_bytes
    if raw[12:16] == b"VP8 ":
        return number(raw[26:28], "little") & 0x3FFF, number(raw[28:30], "little") & 0x3FFF
    if raw[12:16] == b"VP8L":
        bits = number(raw[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if raw[12:16] == b"VP8X":
        return number(raw[24:27], "little") + 1, number(raw[27:30], "little") + 1
    return None


def _ending(path: str) -> str:
    return path[path.rfind(".") + 1 :].lower()


def _disguised(raw: bytes) -> Kind | None:
    if raw[:1] not in _FIRST:
        return None
    return next((kind for sign, kind in _BY_SIGN.items() if raw.startswith(sign)), None)
