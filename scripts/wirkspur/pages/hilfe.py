"""Help: a page for every rule of the check, made from the rule itself."""

from collections.abc import Iterator
from dataclasses import asdict

from .. import watch
from ..discover import discover
from ..findings import Rule, Severity
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
ZEIT = "Daran erinnert das Programm jeden Tag. Es hält keinen Eintrag auf."


def every_rule() -> dict[Rule, str]:
    """Every rule of the gate and of time, by title, with what it means to have broken it."""
    gate = {rule: FOLGE[rule.severity] for rule in rules()}
    time = {module.RULE: ZEIT for module in discover(watch)}
    return dict(sorted({**gate, **time}.items(), key=lambda item: item[0].titel.casefold()))


def pages(_site: Site) -> Iterator[Page]:
    """The list of all rules, and a page for each."""
    every = every_rule()
    titel, kurz = "Regeln der Prüfung", "Was geprüft wird, warum, und was bei einer Meldung hilft."
    names = {**dict(zip(FOLGE.values(), ("Fehler", "Warnungen", "Hinweise"), strict=True)),
             ZEIT: "Erinnerungen"}  # fmt: skip
    groups = [
        (name, folge, [r for r in every if every[r] == folge]) for folge, name in names.items()
    ]
    yield Page(
        LISTE, titel, kurz, "hilfe_regeln.html", [asdict(rule) for rule in every],
        lambda: {"titel": titel, "kurz": kurz, "gruppen": groups},
    )  # fmt: skip
    for rule, folge in every.items():
        yield Page(
            f"{LISTE}{rule.slug}/", rule.titel, rule.warum, "hilfe_regel.html",
            (asdict(rule), folge),
            lambda rule=rule, folge=folge: {  # type: ignore[misc]
                "regel": rule, "name": names[folge], "folge": folge,
            },
        )  # fmt: skip
