"""Not as many people in a function as the group agreed (facts.md R05)."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from ..facts import Facts
from ..findings import Finding, Rule, Severity
from ..reading.events import Loc

RULE = Rule(
    "funktionen-anzahl",
    "Eine Funktion ist anders besetzt als vereinbart",
    "Zwei Sprecher:innen können sich vertreten, drei Moderator:innen teilen sich die Treffen. "
    "Weicht die Zahl ab, ist jemand ausgeschieden oder der Beschluss ist noch nicht eingetragen.",
    Severity.WARNUNG,
    tun="Prüfen Sie die Zahl. Hat die Gruppe neu entschieden, ändern Sie die Grenze im Regelwerk "
    "und nennen Sie dort den Beschluss.",
    falsch="- id: sprecher\n  titel: Sprecher:innen\n  anzahl: 1",
    richtig="- id: sprecher\n  titel: Sprecher:innen\n  anzahl: 2",
)
_ENDUNG = re.compile(r"-?(?:innen|in)?(?:-[0-9]+)*$")
"""What may follow the name of a function: `sprecherinnen`, `sprecher-2026`."""


def check(facts: Facts) -> Iterator[Finding]:
    """A limit named like a function holds for all its entries of one cohort together."""
    regelwerk = facts.register.verzeichnis("regelwerk")
    limits = {_stem(g.id): g for g in regelwerk.grenzen} if regelwerk else {}
    for record in facts.register.of("gruppe"):
        held: dict[tuple[str, str], list[tuple[Loc, Any]]] = defaultdict(list)
        for index, funktion in enumerate(record.data.funktionen):
            entry = (("funktionen", index), funktion)
            held[_stem(funktion.id), funktion.kohorte].append(entry)
        for (name, _), entries in held.items():
            limit = limits.get(name)
            count = sum(funktion.anzahl for _, funktion in entries)
            if limit is None or count == limit.wert:
                continue
            (loc, funktion), *others = entries
            yield RULE.at(
                record.at((*loc, "anzahl")),
                f"„{funktion.titel}“: {'zusammen ' if others else ''}{count} eingetragen, "
                f"{limit.wert} vereinbart.",
                "Bitte die Zahl prüfen. Hat die Gruppe neu entschieden, bitte auch "
                f"„{limit.id}“ in content/register/regelwerk.yml ändern.",
                field="anzahl",
                related=tuple(record.at((*where, "anzahl")) for where, _ in others),
            )


def _stem(kennung: str) -> str:
    return _ENDUNG.sub("", kennung)
