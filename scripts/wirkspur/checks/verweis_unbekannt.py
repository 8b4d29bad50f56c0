"""A reference to something that does not exist."""

from collections.abc import Iterator

from ..facts import Facts
from ..findings import Finding, Rule
from ..records.common import Verweis, ist_adresse
from ..register import RECORD_KINDS, TYPES, Register
from ..schema_text import PLATZHALTER, did_you_mean

RULE = Rule(
    "verweis-unbekannt",
    "Ein Verweis zeigt ins Leere",
    "Nur wenn jeder Verweis stimmt, lässt sich zeigen, was aus einem Beitrag geworden ist.",
)


def check(facts: Facts) -> Iterator[Finding]:
    """Every reference must point to a record or register entry of the right kind."""
    register = facts.register
    for record, loc, wert, verweis in register.references:
        if register.exists(verweis, wert) or ist_adresse(wert) or PLATZHALTER.search(wert):
            continue
        name = str(next(part for part in reversed(loc) if isinstance(part, str)))
        yield RULE.at(
            record.at(loc),
            f"„{wert}“ ist bei „{name}“ nicht bekannt.",
            _hint(register, verweis, wert),
            field=name,
        )


def _hint(register: Register, verweis: Verweis, wert: str) -> str:
    arten = verweis.arten or RECORD_KINDS
    words = [*verweis.auch, *(w for art in arten for w in sorted(register.known.get(art, ())))]
    if not verweis.arten:
        other = (
            "Erlaubt ist eine Adresse mit https:// oder die Kennung (der Dateiname) eines Eintrags."
        )
        return did_you_mean(wert, words, other)
    return did_you_mean(wert, words, _where(verweis, words))


def _where(verweis: Verweis, words: list[str]) -> str:
    homes = [
        f"{t.ordner}/{t.datei}" if t.datei else f"im Ordner {t.ordner}"
        for t in TYPES
        if t.art in verweis.arten or any(art in verweis.arten for _, art in t.eintraege)
    ]
    where = f"Die erlaubten Kennungen stehen {' und '.join(dict.fromkeys(homes))}."
    return where.replace("stehen content", "stehen in content") + (
        f" Es gibt: {', '.join(words)}." if 0 < len(words) <= 12 else ""
    )
