"""The gate: every finding about a repository, at once, in the order people read.

Stages keep one mistake from being reported twice: what cannot be read is not checked for shape,
what has no shape is not checked for meaning, and references to it still hold.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from . import checks, register, schema_text, source
from .discover import discover
from .facts import Facts
from .files import Tree
from .findings import Finding, Location, Rule, masked
from .privat.clear import clear
from .register import load
from .source import Document

PROGRAMM = Rule(
    "pruefprogramm",
    "Das Prüfprogramm hat einen Fehler",
    "Ein Fehler im Programm darf nie wie ein Fehler im Eintrag aussehen.",
    tun="An Ihrem Eintrag müssen Sie deswegen nichts ändern. Bitte schicken Sie die Meldung "
    "an die Menschen, die das Programm pflegen.",
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
    return facts, _discreet(facts, sorted(set(findings)))


def _discreet(facts: Facts, findings: list[Finding]) -> list[Finding]:
    """The findings, none of which repeats what another one calls private."""
    private = [f for f in findings if f.hidden]
    if not private:
        return findings
    texts = {w.path: w.text.split("\n") for w in facts.written}
    secrets: dict[str, set[str]] = {}
    for f in private:
        line = texts[f.path][f.line - 1]
        secrets.setdefault(f.path, set()).add(line[f.column - 1 : f.column - 1 + f.hidden])
    # What hides something says nothing of it; its own words must not be taken for the secret.
    return [f if f.hidden else _without(f, secrets.get(f.path, set())) for f in findings]


def _without(finding: Finding, secrets: set[str]) -> Finding:
    message, hint = finding.message, finding.hint
    for secret in sorted(secrets | {clear(s).text for s in secrets}, key=len, reverse=True):
        if len(secret) > 2:  # shorter ones are parts of other words
            message, hint = _masked_in(message, secret), _masked_in(hint, secret)
    return replace(finding, message=message, hint=hint)


def _masked_in(text: str, secret: str) -> str:
    """The text without a secret, whole or cut short where a long value was."""
    text = text.replace(secret, masked(secret))
    if "…" in text:
        for length in range(len(secret) - 1, 2, -1):
            text = text.replace(f"{secret[:length]}…", masked(secret))
    return text


def _our_fault(slug: str, error: Exception) -> Finding:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return PROGRAMM.at(
        Location(""),
        f"Das Prüfprogramm hat einen Fehler, nicht Ihr Eintrag (Regel {slug}).",
        f"Bitte melden: {type(error).__name__} in {frame.name}, Zeile {frame.lineno}.",
    )
