"""Help: a page for every rule of the check, made from the rule itself."""

from collections.abc import Iterator
from dataclasses import asdict

from ..findings import Severity
from ..frame import frame_of
from ..gate import rules
from ..site import Site
from . import Page

LISTE = "hilfe/regeln/"
RAHMEN = (frame_of(LISTE), frame_of(f"{LISTE}x/"))
FOLGE = {
    Severity.FEHLER: "Das muss geändert werden, bevor der Eintrag auf der Seite erscheint.",
    Severity.WARNUNG: "Das sollte jemand ansehen. Der Eintrag erscheint trotzdem.",
    Severity.HINWEIS: "Das ist nur ein Vorschlag. Der Eintrag erscheint trotzdem.",
}
"""What a severity means for the person who wrote the entry."""


def pages(_site: Site) -> Iterator[Page]:
    """The list of all rules, and a page for each."""
    every = rules()
    titel, kurz = "Regeln der Prüfung", "Was geprüft wird, warum, und was bei einer Meldung hilft."
    groups = [(s, FOLGE[s], [r for r in every if r.severity is s]) for s in Severity]
    yield Page(
        LISTE, titel, kurz, "hilfe_regeln.html", [asdict(rule) for rule in every],
        lambda: {"titel": titel, "kurz": kurz, "gruppen": groups},
    )  # fmt: skip
    for rule in every:
        yield Page(
            f"{LISTE}{rule.slug}/", rule.titel, rule.warum, "hilfe_regel.html", asdict(rule),
            lambda rule=rule: {"regel": rule, "folge": FOLGE[rule.severity]},  # type: ignore[misc]
        )  # fmt: skip
