"""What cameras and programs write into pictures, unseen: place, time, device, names.

Read by hand, since only the marks between the parts of JPEG, PNG, WebP and GIF are needed. Other
pictures are refused anyway (rule datei-art).
"""

import re
from collections.abc import Iterator

from ..facts import Facts
from ..findings import Finding, Location, Rule
from ..privat.spots import SCHON_OEFFENTLICH

RULE = Rule(
    "bild-metadaten",
    "Ein Bild mit versteckten Angaben",
    "Handys schreiben in jedes Foto, wo und wann es gemacht wurde. Auf der Seite sieht man das "
    "nicht, in der Datei steht es für alle.",
    tun="Öffnen Sie das Bild und speichern Sie es ohne diese Angaben neu, zum Beispiel mit „Für "
    "Web exportieren“ oder als Bildschirmfoto.",
    falsch="content/seiten/bild.jpg (mit Aufnahmeort)",
    richtig="content/seiten/bild.jpg (neu gespeichert, ohne Angaben)",
)
_GPS = re.compile(rb"\x88\x25\x00\x04|\x25\x88\x04\x00|GPSL(?:at|ong)itude")
"""The pointer to the GPS part of Exif, in both orders of bytes; or its names in XMP."""
_XMP_JPEG, _XMP_PNG = b"http://ns.adobe.com/xap/", b"XML:com.adobe.xmp"
_EXIF, _XMP, _TEXT = (
    "Angaben der Kamera (Exif)",
    "Angaben eines Programms (XMP)",
    "Text oder Kommentar",
)
_HARMLOS = {b"Software", b"software"}

Parts = Iterator[tuple[str, bytes]]


def check(facts: Facts) -> Iterator[Finding]:
    """No picture keeps where, when or by whom it was taken (field-notes § 4)."""
    for path, raw in facts.register.prose.items():
        kinds = list(dict.fromkeys(_hidden(raw)))
        if kinds:
            name = path.rpartition("/")[2]
            yield RULE.at(
                Location(path),
                f"Im Bild „{name}“ stecken unsichtbare Angaben: {', '.join(kinds)}.",
                "Bitte das Bild ohne diese Angaben neu speichern, zum Beispiel als "
                f"Bildschirmfoto. {SCHON_OEFFENTLICH}",
            )


def _hidden(raw: bytes) -> Iterator[str]:
    """What a picture holds besides the picture, in German words."""
    for kind, data in _parts(raw):
        if _GPS.search(data):
            yield "Aufnahmeort (GPS)"
        yield kind


def _parts(raw: bytes) -> Parts:
    if raw.startswith(b"\xff\xd8"):
        yield from _jpeg(raw)
    elif raw.startswith(b"\x89PNG\r\n\x1a\n"):
        yield from _png(raw)
    elif raw[:4] == b"RIFF" and raw[8:12] == b"WEBP":
        yield from _webp(raw)
    elif raw.startswith((b"GIF87a", b"GIF89a")) and (b"XMP Data" in raw or b"\x21\xfe" in raw):
        yield _TEXT, raw


def _jpeg(raw: bytes) -> Parts:
    position = 2
    while position + 4 <= len(raw) and raw[position] == 0xFF:
        marker = raw[position + 1]
        if marker == 0xFF:  # fill bytes
            position += 1
            continue
        if marker in {0xDA, 0xD9}:
            return
        length = int.from_bytes(raw[position + 2 : position + 4], "big")
        data = raw[position + 4 : position + 2 + length]
        if marker == 0xE1:
            yield (_XMP if data.startswith(_XMP_JPEG) else _EXIF), data
        elif marker in {0xED, 0xFE}:
            yield _TEXT, data
        position += 2 + max(length, 2)


def _png(raw: bytes) -> Parts:
    position = 8
    while position + 8 <= len(raw):
        length = int.from_bytes(raw[position : position + 4], "big")
        kind = raw[position + 4 : position + 8]
        data = raw[position + 8 : position + 8 + length]
        if kind == b"eXIf":
            yield _EXIF, data
        elif kind in {b"tEXt", b"zTXt", b"iTXt"} and data.partition(b"\0")[0] not in _HARMLOS:
            yield (_XMP if data.startswith(_XMP_PNG) else _TEXT), data
        position += 12 + length


def _webp(raw: bytes) -> Parts:
    position = 12
    while position + 8 <= len(raw):
        kind = raw[position : position + 4]
        length = int.from_bytes(raw[position + 4 : position + 8], "little")
        if kind in {b"EXIF", b"XMP "}:
            data = raw[position + 8 : position + 8 + length]
            yield (_EXIF if kind == b"EXIF" else _XMP), data
        position += 8 + length + length % 2
