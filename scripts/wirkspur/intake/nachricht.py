"""The text of an entry that people send by mail or messenger: readable, and exact.

The form on the site writes it (assets/js/formular.js):

    == Wirkspur: Anliegen ==
    • Titel: Mehr Licht im Park
    • Lokalisierung des Problems: Nordviertel [stadtteil-012-nordviertel]
    • Problembeschreibung:
    ¦ Am Abend ist der Weg dunkel.
    ¦
    ¦ - Eine Lampe ist kaputt.
    == Ende: 1f3a9c07 ==

On its way a mail is quoted, wrapped, signed and turned into HTML, and marks are lost. A line
without a mark in front belongs to the one above, unless it begins with a label that the record has.
The eight signs at the end (CRC-32) tell which reading is the one that was sent. Behind them stand,
one letter each, the quotation marks of the text, which programs like to turn into others. A text
that was changed by hand is read, too, but said to be changed.
"""

from __future__ import annotations

import html
import re
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from itertools import zip_longest
from typing import Any, NamedTuple, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ..records.common import KENNUNG, RecordType
from ..register import TYPES
from ..wording.fields import choices, field_at, fields_at, refers
from ..wording.words import QUOTES, plain

HOECHSTENS = 2_000_000
"""So many bytes a mail with an entry never has; what is more is not read."""
ZU, SCHRITT, WIRKUNG = "Zu", "Schritt", "Wirkung"
TEILE = {SCHRITT: "verlauf", WIRKUNG: "wirkung"}
"""Texts that are one more part of an existing record: the word for them → the list they join."""


@dataclass(frozen=True, slots=True)
class Nachricht:
    """What was read. `was` is a kind of record, or one of TEILE."""

    was: str
    angaben: tuple[tuple[str, str], ...]
    """Label → what stands behind it, line by line."""
    heil: bool
    """Whether it is to the sign what was sent."""
    ende: bool = True
    """Whether the line of its end is there; without it, what follows in the mail may be in it."""

    def eins(self, label: str) -> str:
        """What stands behind a label; empty if nothing does."""
        return next((text for name, text in self.angaben if plain(name) == plain(label)), "")

    @property
    def zu(self) -> str:
        """The id of the record that a part is for."""
        return _in_brackets(self.eins(ZU))


class Gelesen(NamedTuple):
    """The fields of a record or part, and its text. `unklar` are labels that fit no field."""

    felder: dict[str, Any]
    koerper: str
    unklar: tuple[str, ...]


# --- from a mail to lines ------------------------------------------------------------------------


def lesen(raw: bytes) -> list[Nachricht]:
    """Every entry in a mail or file, in the reading that is to the sign what was sent."""
    first: list[Nachricht] = []
    for text in _readings(raw[:HOECHSTENS]):
        found = list(_entries(text))
        if found and all(nachricht.heil for nachricht in found):
            return found
        first = first or found
    return first


def _readings(raw: bytes) -> Iterator[str]:
    """The text as it may have been meant, the likeliest first."""
    for part in _parts(raw):
        for text in (part, *_misread(part)):
            # The form writes NFC; Apple takes accents off their letters.
            plain_text = unicodedata.normalize("NFC", re.sub(r"\r\n?", "\n", text))
            plain_text = plain_text.replace("\xa0", " ")
            yield plain_text
            if "&" in plain_text:
                yield html.unescape(plain_text).replace("\xa0", " ")
            if re.search(r"<(?:br|p|div|li|pre)\b", plain_text, re.IGNORECASE):
                yield _without_tags(plain_text)


def _misread(text: str) -> Iterator[str]:
    """What was UTF-8 before somebody took it for Windows-1252 or Latin-1."""
    for encoding in ("cp1252", "latin-1"):
        try:
            yield text.encode(encoding).decode()
        except UnicodeError:
            continue


def _parts(raw: bytes) -> Iterator[str]:
    """The texts of a saved mail, or the file itself."""
    mail = message_from_bytes(raw, policy=policy.default)
    if isinstance(mail, EmailMessage) and {"mime-version", "content-type", "from"} & {
        name.lower() for name in mail
    }:
        for kind in ("plain", "html"):
            if (part := mail.get_body((kind,))) is not None:
                try:
                    yield str(part.get_content())
                except (LookupError, UnicodeError):  # a charset nobody knows
                    continue
    if raw[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        yield raw.decode("utf-16", "replace")
    try:
        yield raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        yield raw.decode("cp1252", "replace")


def _without_tags(text: str) -> str:
    """What a mail in HTML shows."""
    bare = re.sub(r"(?is)<(style|script|head)\b.*?</\1>|<!--.*?-->", "", text)
    bare = re.sub(r"[ \t]*\n[ \t]*", " ", bare) if "<pre" not in bare.lower() else bare
    bare = re.sub(r"(?i)<br\b[^>]*>|</(?:p|div|li|tr|h[1-6]|blockquote)>", "\n", bare)
    return html.unescape(re.sub(r"<[^>]*>", "", bare)).replace("\xa0", " ")


_UNSICHTBAR = "\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufe0e\ufe0f\ufeff"
_CHAT = r"\[?\d[\d.,:/ \u202fAPMapm-]{7,24}\]?(?: -)? [^:\n]{1,60}: "
"""What a messenger puts before a message that is copied or exported: when, and who."""
_START = re.compile(
    rf"^(?P<davor>[ \t>|{_UNSICHTBAR}]*)(?:{_CHAT}[{_UNSICHTBAR}]*)?[*_]*== ?Wirkspur: "
    r"(?P<was>[^=\n]{3,40}?) ?==[*_]*[ \t]*$",
    re.MULTILINE,
)
_SCHLUSS = re.compile(rf"^(?:[ \t>|]*-- ?$|[{_UNSICHTBAR}]*{_CHAT})", re.MULTILINE)
"""Where a text ends at the latest: a mail's signature begins, or the next message of a chat."""
_ENDE = re.compile(
    r"^[ \t>|]*[*_]*== ?Ende: (?P<summe>[0-9a-f]{8})(?P<quotes>[a-z\s>|]*)==", re.MULTILINE
)
_ANGABE = re.compile(r"[•·●▪‣∙] ?(?P<label>[^:]{2,80}):(?P<text>.*)", re.DOTALL)
_VERLOREN = re.compile(
    r"(?P<davor>[ \t>|]{0,40})(?:[-*+?o–�][ \t]+)?(?P<label>[^:]{2,80}):(?P<text>.*)"
)
"""A line whose mark was lost on the way, or turned into another sign."""
_MARKE_WEG = re.compile(r"^(?:[|?�](?= |$))? ?")
_LAUFEND, _ANGABEN = "¦", "•·●▪‣∙"
_ZEILE = re.compile(rf"[{_UNSICHTBAR}]*(?P<marke>[{_ANGABEN}{_LAUFEND}])[{_UNSICHTBAR}]*")


def _entries(text: str) -> Iterator[Nachricht]:
    starts = list(_START.finditer(text))
    for start, following in zip_longest(starts, starts[1:]):
        rest = text[start.end() : following.start() if following else len(text)]
        end = _ENDE.search(rest)
        if end is None:  # a part was cut off
            inside = _SCHLUSS.split(rest)[0]
            lines = _lines(_marked(start["was"], inside, _depth(start)), 0, 0)
            yield _nachricht(start["was"], lines, heil=False, ende=False)
            continue
        inside = rest[: end.start()]
        marked = _marked(start["was"], inside, _depth(start))
        quotes = re.sub(r"[^a-z]", "", end["quotes"])
        readings = (
            _restored(_lines(text, depth, way), quotes)
            for text, depths in ((inside, {_depth(start), 0}), (marked, {0}))
            for way in range(3)
            for depth in depths
        )
        whole = next((r for r in readings if _summe(start["was"], r) == end["summe"]), None)
        lines = whole or _restored(_lines(marked, 0, 0), quotes)
        yield _nachricht(start["was"], lines, heil=whole is not None)


def _depth(start: re.Match[str]) -> int:
    """How often it was quoted."""
    return len(re.findall(r"[>|]", start["davor"]))


def _unquoted(line: str, depth: int) -> str:
    """A line without the marks of quoting."""
    return re.sub(rf"^[ \t]*(?:[>|][ \t]?){{0,{depth}}}" if depth else r"^[ \t]*", "", line)


def _marked(was: str, text: str, depth: int) -> str:
    """The text with a mark again before each line that begins with a label of its record.

    What follows a label with nothing behind it is running text. What stands before the first label
    becomes a line that nobody understands: nothing may be lost.
    """
    teil = next((field for name, field in TEILE.items() if plain(name) == plain(was)), "")
    kinds = [typ for typ in TYPES if typ.status]
    typ = next((t for t in kinds if plain(t.titel) == plain(was)), kinds[0])
    aside, way = (ZU, (teil, 0)) if teil else (typ.koerper, ())
    probe: dict[str, Any] = {}

    def known(label: str, text: str) -> bool:
        words = re.split(r" [–—-] ", label.strip())
        return plain(label) == plain(aside) or _put(probe, typ.model, way, words, text or "x")

    lines: list[str] = []
    running, empty = False, 0
    for raw in text.split("\n"):
        line = _unquoted(raw, depth)
        if mark := _ZEILE.match(line):
            line = mark["marke"] + line[mark.end() :]
        found = (_ANGABE if mark else _VERLOREN).fullmatch(line)
        if found and (known(found["label"], found["text"].strip()) or mark):
            running = not found["text"].strip()
            line = f"• {found['label'].strip()}:{found['text']}"
        elif mark:
            running = False
        elif running and line.strip():
            if lines[-1][0] == _LAUFEND:
                lines += [_LAUFEND] * empty
            line = f"{_LAUFEND} {_MARKE_WEG.sub('', line if depth else raw)}"
        elif line.strip() and not lines:
            line = f"• {line}"
        empty = 0 if line.strip() else empty + 1
        if line.strip():
            lines.append(line)
    return "\n".join(lines)


def _lines(text: str, depth: int, way: int) -> list[str]:
    """The lines as they were before they were quoted and wrapped."""
    lines: list[str] = []
    for raw in text.split("\n"):
        bare = _unquoted(raw, depth)
        if mark := _ZEILE.match(bare):
            lines.append(mark["marke"] + bare[mark.end() :])
        elif bare.strip() and lines:
            lines[-1] = _joined(lines[-1], bare, way)
    return [_tidy(line) for line in lines]


def _joined(line: str, more: str, way: int) -> str:
    """A line and what a mail program broke off from it: at a blank, at a hyphen, or anywhere."""
    if way == 2 or (way == 1 and re.search(r"\S[-/–]$", line)):
        return line + more
    return f"{line.rstrip()} {more.lstrip()}"


def _tidy(line: str) -> str:
    """One blank between words, none at the end; in running text those in front stay."""
    if line[0] == _LAUFEND:
        text = re.sub(r"(?<=\S) +", " ", line[1:].removeprefix(" ")).rstrip()
        return f"{_LAUFEND} {text}".rstrip()
    return " ".join(f"• {line[1:]}".split())


def _restored(lines: list[str], quotes: str) -> list[str]:
    """The lines with the quotation marks they were sent with."""
    text = "\n".join(lines)
    places = [i for i, sign in enumerate(text) if sign in QUOTES]
    if not lines or len(places) != len(quotes):
        return lines
    signs = list(text)
    for place, letter in zip(places, quotes, strict=True):
        index = ord(letter) - ord("a")
        signs[place] = QUOTES[index] if index < len(QUOTES) else signs[place]
    return "".join(signs).split("\n")


def _summe(was: str, lines: list[str]) -> str:
    return f"{zlib.crc32(chr(10).join([was, *lines]).encode()):08x}"


def _nachricht(was: str, lines: list[str], *, heil: bool, ende: bool = True) -> Nachricht:
    found: list[list[str]] = []
    for line in lines:
        if line[0] == _LAUFEND:
            if found:
                found[-1].append(line[2:])
        elif match := _ANGABE.fullmatch(line):
            found.append([match["label"].strip(), match["text"].strip()])
        else:
            found.append([line[1:].strip()] * 2)  # no label: nothing may be lost
    angaben = tuple((label, "\n".join(texts).strip()) for label, *texts in found)
    return Nachricht(was, angaben, heil, ende)


# --- from lines to fields ------------------------------------------------------------------------


def als_eintrag(nachricht: Nachricht, typ: RecordType) -> Gelesen:
    """The fields of a new record, as they stand in its file."""
    return _felder(nachricht, typ, (), typ.koerper)


def als_teil(nachricht: Nachricht, typ: RecordType) -> Gelesen:
    """The fields of a step or an effect of a record of this type."""
    return _felder(nachricht, typ, (TEILE[nachricht.was], 0), ZU)


_WEG = re.compile(r"(?P<name>.+?)(?: (?P<nummer>[1-9]\d?))?")


def _felder(
    nachricht: Nachricht, typ: RecordType, way: tuple[str | int, ...], aside: str
) -> Gelesen:
    felder: dict[str, Any] = {}
    koerper, unklar = "", []
    for label, text in nachricht.angaben:
        if aside and plain(label) == plain(aside):
            koerper = text
        elif text and not _put(felder, typ.model, way, re.split(r" [–—-] ", label), text):
            unklar.append(label)
    return Gelesen(felder, "" if aside == ZU else koerper, tuple(unklar))


def _put(
    felder: dict[str, Any],
    model: type[BaseModel],
    way: tuple[str | int, ...],
    words: list[str],
    text: str,
) -> bool:
    """Write a value where its label says; False where there is no such field."""
    match = _WEG.fullmatch(words[0])
    known = {plain(str(info.title)): name for name, info in fields_at(model, way).items()}
    name = known.get(plain(words[0])) or (match and known.get(plain(match["name"])))
    if not name:
        return False
    info = field_at(model, (*way, name))
    if words[1:]:
        number = int(match["nummer"] or 1) if match else 1
        parts = felder.setdefault(name, [])
        if not fields_at(model, (*way, name)) or number > len(parts) + 1:
            return False
        parts.extend([{}] * (number > len(parts)))
        return _put(parts[number - 1], model, (*way, name, 0), words[1:], text)
    value = _value(info, name, " ".join(text.split()))
    if info and _listed(info):
        felder.setdefault(name, []).append(value)
        return True
    return bool(felder.setdefault(name, value) == value)


def _value(info: FieldInfo | None, name: str, text: str) -> str:
    """The value as it stands in a file, from the words that people read."""
    if wahl := choices(info):
        named = {plain(word): w.value for w in wahl for word in (w.label, w.value)}
        return named.get(plain(text), text)
    return _in_brackets(text) if refers(info) or name == "sprachen" else text


def _in_brackets(text: str) -> str:
    """The id behind the words for it: `Nordviertel [stadtteil-012-nordviertel]`."""
    match = re.fullmatch(r".*\[ ?([^\[\]\s]+) ?\]", text, re.DOTALL)
    return match[1] if match and KENNUNG.fullmatch(match[1]) else text


def _listed(info: FieldInfo) -> bool:
    """Whether a field holds a list."""
    return any(get_origin(a) is tuple for a in (info.annotation, *get_args(info.annotation)))
