"""Atom feeds: following without an account, for everything, a place, a theme, a contribution."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time
from functools import cache, partial
from hashlib import blake2b
from html import escape
from typing import Any

from feedgenerator import Atom1Feed  # type: ignore[import-untyped]

from ..meldungen import ALLE, Kanal, Meldung, kanaele, neueste, zu_beitrag, zum_beschluss
from ..site import Site
from . import Export

HOECHSTENS = 50
"""Messages in a feed: readers keep what they have seen."""

_KEIN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def files(site: Site, adressen: Sequence[str]) -> Iterator[Export]:
    """One feed per contribution, and one for everything, each place, each theme."""
    newest: dict[str, date] = {}
    for kennung in site.courses:
        zeile, meldungen = site.zeilen[kennung], zu_beitrag(site, kennung)
        newest[kennung] = meldungen[0].tag if meldungen else date.min
        kanal = Kanal(f"{zeile.adresse}spur.xml", zeile.titel, zeile.adresse, (kennung,))
        # Thousands of messages are not kept only to be asked whether they are still the same.
        key = blake2b(repr((kanal, meldungen)).encode(), digest_size=16).hexdigest()
        yield Export(kanal.path, key, partial(_of_contribution, site, kanal))
    alle, orte, themen = kanaele(site)
    recent = cache(partial(zu_beitrag, site))
    for kanal in (alle, *orte, *themen):
        # The newest messages belong to those contributions that have moved last.
        moved = sorted(kanal.beitraege, key=newest.__getitem__, reverse=True)[:HOECHSTENS]
        found = {m.id: m for kennung in moved for m in recent(kennung)}
        if kanal is alle:
            decisions = site.register.entries.get("beschluss", {})
            found.update((m.id, m) for m in (zum_beschluss(site, k) for k in decisions))
        own = neueste(found.values())[:HOECHSTENS]
        yield Export(kanal.path, (kanal.titel, own), partial(atom, site.stadt, kanal, own))


def _of_contribution(site: Site, kanal: Kanal) -> bytes:
    return atom(site.stadt, kanal, zu_beitrag(site, *kanal.beitraege)[:HOECHSTENS])


class _Feed(Atom1Feed):  # type: ignore[misc]
    """An empty feed has been so since before anything happened; the library would say: now."""

    def latest_post_date(self) -> datetime:
        return max((item["updateddate"] for item in self.items), default=_stempel(date(2000, 1, 1)))


def atom(stadt: Any, kanal: Kanal, meldungen: Sequence[Meldung]) -> bytes:
    """The feed as a file; the same messages give the same bytes."""
    base = stadt.adresse.rstrip("/") + "/"
    titel = stadt.seitenname if kanal.path == ALLE else f"{kanal.titel} – {stadt.seitenname}"
    feed = _Feed(
        _xml(titel),
        base + kanal.adresse,
        "Was eingebracht wurde, was die Stadt dazu sagt und was sich dadurch ändert.",
        language="de",
        author_name=stadt.seitenname,
        feed_url=base + kanal.path,
        feed_guid=base + kanal.path,
        feed_copyright="CC BY 4.0",
    )
    for m in meldungen:
        feed.add_item(
            _xml(m.titel),
            base + m.adresse,
            _xml("".join(f"<p>{escape(absatz, quote=False)}</p>" for absatz in m.absaetze)),
            unique_id=base + m.id,
            updateddate=_stempel(m.tag),
        )
    text: str = feed.writeString("utf-8")
    return text.encode()


def _stempel(tag: date) -> datetime:
    """The day as Atom wants it. Midnight of Greenwich is the same day in all of Europe."""
    return datetime.combine(tag, time(), UTC)


def _xml(text: str) -> str:
    return _KEIN_XML.sub("", text)
