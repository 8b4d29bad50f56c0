"""Names in lists: behind „Anwesend:“, below a table's head „Wer“, behind „gez.“, in „(…)“."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from . import woerter as w
from .lazy import Lazy, Match
from .lists import tokens, words
from .nachnamen import NACHNAMEN
from .name_forms import (
    GROSS,
    LUECKE,
    NAME,
    NUR_NACHNAME,
    NUR_VORNAME,
    TITEL,
    WORT,
    is_known,
    is_noun,
)
from .spots import Spot
from .titled_names import ANREDEN
from .view import NAMEN, View
from .vornamen import VORNAMEN

_LABEL = Lazy(
    r"(?:^|(?<=[|>•·–;(])|(?<=- )|(?<=, )|(?<=\. )|(?<=\t))[ \t>#]{0,12}(?:\d{1,2}[.)] ?)?"
    rf"(?:(?P<viele>{w.VIELE.pattern})|(?P<eine>{w.EINE.pattern}))\b"
    r"(?:[ \t]{0,4}\([^()\n]{0,40}\))?(?:[ ][\w.-]+){0,5}"
    r"(?:[ \t]{0,4}[:=][ \t]*|[ \t]{1,4}[–-][ \t]+|\t|(?<=waren)[ ]|(?<=haben)[ ]|(?<=sind)[ ])"
    r"(?P<wert>[^\n]*)",
    re.IGNORECASE | re.MULTILINE,
)
_ZEICHEN = Lazy(
    r"(?:(?P<gez>\b[Gg]ez\.|\bgezeichnet\b|\bi\. ?[AV]\.)"
    r"|\b(?:[Gg]eführt|[Ee]rstellt|[Vv]erfasst|[Ee]ingereicht|[Gg]emeldet|[Mm]oderiert"
    r"|[Ee]ingebracht|[Uu]nterschrieben|[Gg]eschrieben) (?:von|durch)"
    r"|\b(?:Rückruf|Anmeldung(?:en)?|Rückfragen|Fragen|Infos?|Kontakt|Meldung(?:en)?|melden)"
    rf"(?: bitte)? (?:bei|an|über|durch)){LUECKE}:?[ ]?(?:i\. ?[AV]\.[ ]?)?"
    rf"(?P<titel>(?:(?:Herrn?|Frau|Hr\.|Fr\.)\s)?{TITEL})"
    rf"(?P<n>(?:[{GROSS}]\.[ ]?)*{NAME}(?:,?[ ]{WORT}){{0,2}})"
)
_ZEICHENWORTE = tokens("gez Gez gezeichnet Gezeichnet A")
_LABELWORTE = frozenset(f"{word}:".encode() for word in w.LABELWORTE)
_PUNKT = Lazy(r"[ \t]*(?:[-*•·–]|\d{1,2}[.)])[ \t]+\S|[ \t]{2,}\S")
_TRENNER = Lazy(r"[,;|&•·\n\t/]|\s(?:und|u\.|sowie|\+|–|->|→)\s")
_EINTRAG = Lazy(
    r"[\s\"'„“*_>\[(-]*(?:\d{1,2}[.)]\s)?"
    rf"(?P<titel>(?:(?:Herrn?|Frau|Hr\.|Fr\.|Fam\.|Familie)\s+)?{TITEL}"
    r"(?:(?:Pastor(?:in)?|Pfarrer(?:in)?|Ratsherr|Ratsfrau|Schwester|Imam)\s)?)"
    rf"(?P<name>(?:(?:[{GROSS}]\.[ -]?)+)?{NAME}(?:[ ]{{1,3}}(?:[{GROSS}]\.|{NAME})){{0,3}})"
)
_NUMMER = Lazy(r"[ ]\d{1,3}[a-z]?\b(?![ ]?[\d/–-])")
"""Behind a word that is no name then: „Zimmer 12“, „Amt 50“."""
_KOPF = Lazy(
    rf"(?:{w.VIELE.pattern}|{w.EINE.pattern}|name, vorname|nachname, vorname|person)",
    re.IGNORECASE,
)
_KLAMMER = Lazy(
    r"\((?P<drin>[^()\n]{2,40})\)|(?:→|->|=>)[ ]?(?P<pfeil>[^\n()|]{2,40}?)[ ]*(?:$|\|)",
    re.MULTILINE,
)
_SCHWACH = words(
    "Jung Stein Park Will Stark Mann Reich Klein Groß Lang Kurz Schüler Sommer Winter Stock Urban"
)
"""Surnames that are words even in a list („Gäste: Jung und Alt“)."""


def listed(view: View) -> list[Spot]:
    """Names behind labels and below heads of tables; those nobody can be sure of have an `art`."""
    return view.once("listed names", lambda: [*_labelled(view), *_in_tables(view)])


def _labelled(view: View) -> Iterator[Spot]:
    if not (view.has(_LABELWORTE) or view.has(ANREDEN) or view.has(NAMEN)):
        return
    for match in _LABEL.finditer(view.text):
        start, end = match.span("wert")
        if match["eine"] == "name" and start < view.body:
            continue  # a field of places
        if not match["wert"].strip(" *_|"):
            end = _end_of_list(view.text, end)
        elif match["viele"] and match["wert"].rstrip().endswith((",", ";")):
            end = _end_of_list(view.text, end, open_=True)
        firm = bool(w.FAST_IMMER.match(match["viele"] or match["eine"]))
        yield from _names(view.text, start, end, many=bool(match["viele"]), firm=firm)


def _end_of_list(text: str, position: int, *, open_: bool = False) -> int:
    """Where the list below a label ends; `open_` where the line above ends with a comma."""
    end = position
    for _ in range(60):
        newline = text.find("\n", end)
        if newline < 0:
            return len(text) if end == position else end
        stop = text.find("\n", newline + 1)
        stop = len(text) if stop < 0 else stop
        line = text[newline + 1 : stop]
        if not line.strip() and end == position:
            end = stop
            continue
        short = open_ or (len(line) < 60 and not re.search(r"[.:!?]\s*$|:\s", line))
        if not line.strip() or not (_PUNKT.match(line) or short):
            return end
        end = stop
    return end


def _names(text: str, start: int, end: int, *, many: bool, firm: bool) -> Iterator[Spot]:
    """The names in a list. One that surely is a name makes its neighbours names, too."""
    parts = [p for p in _entries(text, start, end) if _may_be_name(text[p.start : p.end])]
    if not many and len(parts) == 2 and _turned(text, *parts):
        parts = [Spot(parts[0].start, parts[1].end, "Nachname, Vorname")]
    strong = [p for p in parts if p.art or _tells(text[p.start : p.end])]
    for part in parts:
        row = text[part.start : part.end].split()
        if part in strong or (many and strong and not is_noun(row[-1])):
            yield Spot(part.start, part.end)
        elif firm and not strong and len(row) == 2 and not any(map(is_noun, row)):
            yield Spot(part.start, part.end, "vielleicht")


def _entries(text: str, start: int, end: int) -> Iterator[Spot]:
    """The entries of a list, each reduced to what may be its name; `art` tells of a title."""
    begin = 0
    flat = re.sub(r"\([^()]*\)?", lambda m: " " * len(m[0]), text[start:end])
    for stop in (*(m.span() for m in _TRENNER.finditer(flat)), (len(flat),) * 2):
        found = _EINTRAG.match(flat[begin : stop[0]])
        if found and not _NUMMER.match(flat, begin + found.end()):
            here = start + begin + found.start("name")
            yield Spot(here, here + _reach(found["name"]), found["titel"].strip())
        begin = stop[1]


def _reach(name: str) -> int:
    """How far a row of capital words may be a name: „Ayla Erfunden Tel“ ends before the „Tel“."""
    for word in re.finditer(r"\w[\w.'’-]*", name):
        if word.start() and word[0] in w.KEIN_NAME:
            return len(name[: word.start()].rstrip(" ,"))
    return len(name)


def _turned(text: str, first: Spot, second: Spot) -> bool:
    """Whether this is „Nachname, Vorname“."""
    return (
        text[second.start : second.end] in VORNAMEN
        and text[first.start : first.end] not in VORNAMEN
        and text[first.end : second.start] == ", "
    )


def _may_be_name(entry: str) -> bool:
    if w.VIELE.fullmatch(entry) or w.EINE.fullmatch(entry):
        return False
    row = entry.split()
    if w.BENANNT.search(entry):
        return False
    if row[0] in VORNAMEN and len(row) == 2:
        return row[1] not in w.KEIN_NAME
    if w.EINRICHTUNG.search(entry) and not all(map(is_known, row)):
        return False
    others = (word for word in row if word not in NACHNAMEN)
    return not any(word in w.KEIN_NAME or w.AMT.fullmatch(word) for word in others)


def _tells(entry: str) -> bool:
    """Whether an entry holds a word that only people are called."""
    row = entry.split()
    if len(row) > 1 and re.match(rf"[{GROSS}]\.", entry):
        return True  # „K. Muster“
    known = [word for word in row if is_known(word)]
    return bool(known) and (len(row) > 1 or known[0] not in _SCHWACH)


def _in_tables(view: View) -> Iterator[Spot]:
    """Cells below a head that announces people; `|`, `;` and tabs part cells."""
    lines = view.text.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    number = 0
    while number < len(lines):
        sign = next((s for s in "|\t;" if lines[number].count(s) > (s != "\t")), "")
        heads = [cell.strip(" *_") for cell in lines[number].split(sign)] if sign else []
        columns = {i: head for i, head in enumerate(heads) if _KOPF.fullmatch(head)}
        number += 1
        while columns and number < len(lines) and lines[number].count(sign) >= len(heads) - 2 > 0:
            start = starts[number]
            for index, cell in enumerate(lines[number].split(sign)):
                if index in columns:
                    firm = bool(w.FAST_IMMER.match(columns[index]))
                    end = start + len(cell)
                    yield from _names(view.text, start, end, many=False, firm=firm)
                start += len(cell) + 1
            number += 1


def signed(view: View) -> Iterator[Spot]:
    """„gez. …“, „erstellt von …“, „Anmeldung bei …“."""
    if not (view.has(_ZEICHENWORTE) or view.has(NAMEN)):
        return
    for match in _ZEICHEN.finditer(view.text):
        name = match["n"][: _reach(match["n"])]
        if _may_be_name(name) and (_tells(name) or match["gez"] or match["titel"]):
            yield Spot(match.start("n"), match.start("n") + len(name))


def behind_tasks(view: View) -> Iterator[Spot]:
    """„Flyer drucken (…)“, „→ …“: sure for a surname that is no other word, else with an `art`."""
    if view.has(NAMEN):
        for match in _KLAMMER.finditer(view.text):
            yield from _in_brackets(view.text, match)


def _in_brackets(text: str, match: Match) -> Iterator[Spot]:
    group = "drin" if match["drin"] else "pfeil"
    if re.search(r"\b(?:19|20)\d\d\b", match[group]):  # „(Muster 2024)“ is a source
        return
    row = re.sub(r"\b(?:und|u\.|bis|mit|\d\S*)\b|[,/+&.:]", " ", match[group]).split()
    if row and all(word in NUR_NACHNAME or word in NUR_VORNAME for word in row):
        surname = any(word in NUR_NACHNAME and word not in VORNAMEN for word in row)
        art = "" if surname else "vielleicht"
        yield from (Spot(e.start, e.end, art) for e in _entries(text, *match.span(group)))
