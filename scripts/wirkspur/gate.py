"""The gate: every finding about a repository, at once, in the order people read.

Stages keep one mistake from being reported twice: what cannot be read is not checked for shape,
what has no shape is not checked for meaning, and references to it still hold.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable
from datetime import date

from . import checks, register, schema_text, source
from .discover import discover
from .facts import Facts
from .files import Tree
from .findings import Finding, Location, Rule
from .register import load
from .source import Document

PROGRAMM = Rule(
    "pruefprogramm",
    "Das Prüfprogramm hat einen Fehler",
    "Ein Fehler im Programm darf nie wie ein Fehler im Eintrag aussehen.",
)


def rules() -> tuple[Rule, ...]:
    """Every rule there is, by slug."""
    own = (module.RULE for module in discover(checks))
    every = (*source.RULES, *schema_text.RULES, *register.RULES, *own, PROGRAMM)
    return tuple(sorted(every, key=lambda rule: rule.slug))


def check(
    tree: Tree, today: date, read: Callable[[str, bytes], Document] = source.parse
) -> tuple[Facts, list[Finding]]:
    """Read and check everything; the facts hold what is valid."""
    reg, findings = load(tree, read)
    facts = Facts.of(reg, today)
    for module in discover(checks):
        try:
            findings.extend(module.check(facts))
        except Exception as error:  # one broken rule must not silence the others
            findings.append(_our_fault(module.RULE.slug, error))
    return facts, sorted(set(findings))


def _our_fault(slug: str, error: Exception) -> Finding:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return PROGRAMM.at(
        Location(""),
        f"Das Prüfprogramm hat einen Fehler, nicht Ihr Eintrag (Regel {slug}).",
        f"Bitte melden: {type(error).__name__} in {frame.name}, Zeile {frame.lineno}.",
    )
