"""E-mail addresses, in every usual spelling: `max (at) muster (dot) de`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .lazy import Lazy
from .lists import any_of, tokens, words
from .spots import Spot
from .view import View
from .vornamen import VORNAMEN

_ENDE = any_of("""
    com|de|org|net|eu|at|ch|info|nrw|email|mail|me|io|biz|ruhr|koeln|cologne|berlin|bayern|hamburg
    uk|ua|tr|pl|it|fr|es|gr|ru|ir|nl|be|example|test|invalid|app|dev|online|site|tech|social
""")
_AT = (
    r"(?P<at>\s{0,6}@\s{0,6}|\s{0,3}[(\[{<]\s?(?:at|ät|a|@)\s?[)\]}>]\s{0,3}|_at_"
    r"|\s(?:at|ät)\s)"
)
_DOT = (
    r"(?:\.|\s?[(\[{<]\s?(?:dot|punkt|\.)\s?[)\]}>]\s?|\s(?:dot|punkt)\s"
    rf"|\s{{0,2}}\.\s{{0,2}}(?={_ENDE}(?![\w.-]*@)\b))"
)
_MAIL = Lazy(
    rf"(?<![\w@/])(?P<box>[^\W_](?:[\w.+-]{{0,62}}\w)?){_AT}"
    rf"(?P<domain>(?:[^\W_][\w-]{{0,62}}{_DOT}){{1,4}}(?P<ende>[^\W\d_]{{2,24}}))(?![\w@])",
    re.IGNORECASE,
)
_BEKANNTES_ENDE = Lazy(_ENDE, re.IGNORECASE)
_MUSTER = Lazy(
    r"(?:vorname|nachname|name|ihr\w*|deine?|x+|beispiel)?[._-]?(?:vorname|nachname|name|adresse|x+)"
    r"|git|noreply|no-reply",
    re.IGNORECASE,
)
"""Boxes that show how an address is made, or that no person reads."""
_FREI = words(
    """
gmail googlemail gmx web t-online hotmail outlook live yahoo freenet icloud me mac aol posteo
mailbox proton protonmail arcor unitybox ukr yandex tutanota
"""
)
"""Providers at which people have private addresses."""
_ROLLE = Lazy(
    any_of("""
    info|kontakt|welcome|point|stadt|amt|service|presse|team|buero|büro|post|mail|verein|beratung
    integration|migration|koordination|zentrum|verwaltung|haus|treff|office|hilfe|sprecher|anfrage
    connector|community|datenschutz|bezirk|nord|sued|ost|west|rathaus|sekretariat|jugend|kultur
    """)
)
_WORTE = tokens("at AT At")
_KLEIN = frozenset(
    spelt
    for name in map(str.lower, VORNAMEN)
    for spelt in (name, name.replace("ö", "oe").replace("ä", "ae").replace("ü", "ue"))
)


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail address, however it was spelt."""

    spot: Spot
    adresse: str

    @property
    def persoenlich(self) -> bool:
        """Whether it looks like one person's: `vorname.nachname@`, or with a free provider."""
        box, _, domain = self.adresse.partition("@")
        parts = [part for part in re.split(r"[._-]", box) if part]
        if domain.partition(".")[0] in _FREI or not _KLEIN.isdisjoint(parts):
            return True
        two = len(parts) == 2 and all(map(str.isalpha, parts)) and len(parts[1]) > 2
        return two and not _ROLLE.search(box)


def mails(view: View) -> list[Mail]:
    """Every mail address of a file."""
    return view.once("mails", lambda: _mails(view))


def _mails(view: View) -> Iterator[Mail]:
    if not view.at and not view.has(_WORTE):
        return
    for match in _MAIL.finditer(view.text):
        domain = re.sub(r"[(\[{<]|[)\]}>]", " ", match["domain"])
        domain = re.sub(r"\s*(?:\.|\b(?:dot|punkt)\b)\s*", ".", domain, flags=re.IGNORECASE)
        at = match["at"]
        # „mehr at stadt.de“ is English, „max at stadt dot de“ is an address in disguise.
        english = at.strip().lower() in {"at", "ät"} and domain == match["domain"]
        usual = at == "@" or _BEKANNTES_ENDE.fullmatch(match["ende"])
        if english or not usual or _MUSTER.fullmatch(match["box"]):
            continue
        if not domain.lower().endswith("noreply.github.com"):
            yield Mail(Spot(*match.span()), f"{match['box']}@{domain}".lower())
