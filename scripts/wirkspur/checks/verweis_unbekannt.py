"""A reference to something that does not exist."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..facts import Facts
from ..findings import Finding, Rule
from ..records.common import KENNUNG, Verweis, ist_adresse
from ..register import RECORD_KINDS, TYPES, Register
from ..wording.unfinished import telltale, unfinished
from ..wording.words import listing, plain, several, shown, similar

RULE = Rule(
    "verweis-unbekannt",
    "Ein Verweis zeigt ins Leere",
    "Nur wenn jeder Verweis stimmt, lässt sich zeigen, was aus einem Beitrag geworden ist.",
    tun="Schreiben Sie die Kennung genau so, wie die Datei heißt, aber ohne die Endung. Die "
    "Kennungen von Themen, Stellen und Tandems stehen in den Dateien unter "
    "content/register.",
    falsch="thema: verkher",
    richtig="thema: verkehr",
)
ANDERS = {"ganze_stadt": "stadtweit", "gesamte_stadt": "stadtweit", "ueberall": "stadtweit"}
"""What people write for one of the fixed words."""


def check(facts: Facts) -> Iterator[Finding]:
    """Every reference must point to a record or register entry of the right kind."""
    register = facts.register
    names: dict[Verweis, _Names] = {}
    for record, loc, wert, verweis in register.references:
        if register.exists(verweis, wert) or (verweis.adresse and ist_adresse(wert)):
            continue
        if unfinished(wert) and telltale(record.document.raw):
            continue
        name = str(next(part for part in reversed(loc) if isinstance(part, str)))
        if verweis not in names:
            names[verweis] = _Names.of(register, verweis)
        others = [kennung for kennung in names[verweis].ids if kennung != record.id]
        if ist_adresse(wert):
            hint = f"Eine Internet-Adresse geht hier nicht. {_where(verweis, others)}"
        else:
            listed = name if isinstance(loc[-1], int) else ""
            hint = _hint(names[verweis], wert, listed, record.id) or _where(verweis, others)
        message = f"{shown(wert)} ist bei „{name}“ nicht bekannt."
        yield RULE.at(record.at(loc), message, hint, field=name)


@dataclass(slots=True)
class _Names:
    """What one kind of reference may point to: ids, and what the things are called."""

    ids: list[str]
    called: dict[str, list[str]]
    """Folded title or id → ids."""
    near: dict[str, list[str]] = field(default_factory=dict)
    """Memory: finding the like of a word among thousands takes time."""

    @classmethod
    def of(cls, register: Register, verweis: Verweis) -> "_Names":
        arten = verweis.arten or RECORD_KINDS
        known = [w for art in arten for w in sorted(register.known.get(art, ()))]
        ids = [*verweis.auch, *(w for w in known if KENNUNG.fullmatch(w))]
        titles = [
            *((r.data.titel, r.id) for art in arten for r in register.of(art) if not r.type.datei),
            *(
                (getattr(entry, "titel", ""), kennung)
                for art in arten
                for kennung, (_, _, entry) in register.entries.get(art, {}).items()
            ),
            *((other, word) for other, word in ANDERS.items() if word in verweis.auch),
        ]
        called: dict[str, list[str]] = {}
        for title, kennung in (*((w, w) for w in ids), *titles):
            if title:
                called.setdefault(plain(title), []).append(kennung)
        return cls(ids, called)

    def like(self, wert: str) -> list[str]:
        """The ids that a word probably means: by name, by a part of a name, by likeness."""
        if wert not in self.near:
            word = plain(re.sub(r"^(?:.*/)?([^/]+?)(?:\.md|\.ya?ml)?$", r"\1", wert))
            part = [i for name, ids in self.called.items() if _within(word, name) for i in ids]
            found = self.called.get(word) or part or [
                i for name in similar(word, self.called, 3, 0.8) for i in self.called[name]
            ]  # fmt: skip
            self.near[wert] = list(dict.fromkeys(found))
        return self.near[wert]


def _within(word: str, name: str) -> bool:
    return len(word) > 3 and f"_{word}_" in f"_{name}_"


def _hint(names: _Names, wert: str, listed: str, own: str) -> str:
    if near := [kennung for kennung in names.like(wert) if kennung != own]:
        return f"Meinten Sie {listing(f'„{kennung}“' for kennung in near[:4])}?"
    parts = {part: names.like(part)[:1] for part in several(wert)}
    meant = list(dict.fromkeys(k for near in parts.values() for k in near if k != own))
    if not meant:
        return ""
    missing = [part for part, near in parts.items() if not near]
    rest = f"Nicht bekannt: {', '.join(missing)}. " if missing else ""
    if listed:
        return f"{rest}Bitte als Liste schreiben: {listed}: [{', '.join(meant)}]"
    return f"{rest}Hier ist nur ein Wert möglich: {listing(meant)}."


def _where(verweis: Verweis, words: list[str]) -> str:
    if verweis.adresse:
        return (
            "Erlaubt ist eine Adresse mit https:// oder die Kennung (der Dateiname) eines Eintrags."
        )
    if not verweis.arten:
        return "Erlaubt ist die Kennung (der Dateiname) eines Eintrags" + (
            f", oder: {listing(verweis.auch)}." if verweis.auch else "."
        )
    homes = [
        f"{t.ordner}/{t.datei}" if t.datei else f"im Ordner {t.ordner}"
        for t in TYPES
        if t.art in verweis.arten or any(art in verweis.arten for _, art in t.eintraege)
    ]
    where = f"Die erlaubten Kennungen stehen {' und '.join(dict.fromkeys(homes))}."
    return where.replace("stehen content", "stehen in content") + (
        f" Es gibt: {', '.join(words)}." if 0 < len(words) <= 12 else ""
    )
