"""How names look, and how they are told from other words that begin with a capital letter."""

from __future__ import annotations

import re

from . import woerter as w
from .lazy import Lazy, Match
from .nachnamen import AUCH_WORT as NACHNAME_AUCH_WORT
from .nachnamen import NACHNAMEN
from .view import View
from .vornamen import NIE_ALLEIN, VORNAMEN

GROSS = "".join(c for c in map(chr, (*range(0x41, 0x250), *range(0x370, 0x530))) if c.isupper())
"""Capital letters of Latin, Greek and Cyrillic script."""
_KLEINE = r"(?:[^\W\d_]|['’](?=[^\W\d_]))"
WORT = rf"[{GROSS}]{_KLEINE}+(?:-[{GROSS}\w]{_KLEINE}*)*"
_VON = (
    r"(?:(?:von|van|de|del|della|di|da|dos|bin|ibn|abu|ter|ten|al|el)"
    r"(?:[ ](?:der|den|dem|la|las))?[ -])?"
)
NAME = rf"{_VON}(?:{WORT}|[\u0600-\u06ff]{{2,}})"
_NACH_TITEL = r"(?:[ ](?:med|phil|rer|nat|jur|h|c|pol|Ing)\.){0,4}"
TITEL = rf"(?:(?:Dr|Prof|Dipl|Mag|Ing)\b\.?(?:-\w+\.)?{_NACH_TITEL}\s{{1,6}}){{0,4}}"
LUECKE = r"[^\S\n]*\n?[^\S\n]*"
"""Blanks, and the end of a line where the text was folded."""

NUR_NACHNAME = NACHNAMEN - NACHNAME_AUCH_WORT
NUR_VORNAME = VORNAMEN - NIE_ALLEIN

ONE_NAME = Lazy(NAME)
FOLLOWING = Lazy(rf"[^\S\n]{{1,3}}(?:\n[^\S\n]*)?(?P<n>{NAME}|[{GROSS}]\.(?=\s{WORT}))")
_NOUN = Lazy(
    r"\w{3,}(?:ung|ungen|heit|keit|schaft|tion|tionen|tät|innen|ismus|ment|nis|tum|chen|ling)"
)
_ADEL = Lazy(r"(?:von|van|[aA]l|[eE]l|bin|ibn|[aA]bu)[ -]|(?:Mc|Mac|O['’])[A-Z]")


def is_known(word: str) -> bool:
    """Whether a word, or a part of it, is a name that many bear."""
    parts = (word, *word.split("-"), word.rpartition(" ")[2])
    return any(p in NACHNAMEN or p in VORNAMEN for p in parts) or bool(_ADEL.match(word))


def is_noun(word: str) -> bool:
    """Whether a word is surely no name."""
    return word in w.KEIN_NAME or bool(_NOUN.fullmatch(word))


def is_institution(text: str, start: int, end: int) -> bool:
    """Whether a name is that of a street or an institution: „Anne-Frank-Schule“."""
    return bool(w.BENANNT.match(text, end) or w.BENANNT.search(text[start:end]))


def end_of_name(text: str, first: Match) -> int:
    """Where a name ends that begins with `first`: behind the surname, or a second one."""
    end, head = first.end(), first[0]
    for _ in range(3):
        following = FOLLOWING.match(text, end)
        if following is None or following["n"] in w.KEIN_NAME:
            break
        word = following["n"]
        if head in NACHNAMEN and head not in VORNAMEN and not is_known(word):
            break
        sure = is_known(word) or head in VORNAMEN
        if not sure and (is_noun(word) or w.EINRICHTUNG.search(word)):
            break
        end, head = following.end(), word
    return end


def is_cited(view: View, position: int) -> bool:
    """Whether a place names a published work, or who answers for the site: there names belong."""
    way = view.way(position)
    if {"quellen", "quelle", "url"}.intersection(way):
        return True
    typ = view.file.typ
    if typ and typ.art == "stadt" and way[:1] == ("impressum",):
        return True
    return view.file.path.endswith("/impressum.md")


def behind(text: str, start: int, pattern: str, width: int = 30) -> bool:
    """Whether what stands just before `start` ends as `pattern` says."""
    return bool(re.search(f"(?:{pattern})$", text[max(0, start - width) : start]))
