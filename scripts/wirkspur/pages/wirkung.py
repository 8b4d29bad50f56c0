"""Wirkung: numbers about effects, never one that ranks or sums everything up."""

from collections.abc import Iterator

from ..site import Site
from ..zahlen import HOECHSTENS, MINDESTENS, URTEILE, Zahlen
from . import Page

RAHMEN = ("wirkung/",)

LISTEN = ("beurteilte", "noch_nicht", "antworten", "rueckmeldungen", "zusagen_verstrichen")
"""Numbers that name contributions: of a long list the page shows the beginning."""
WERTE = (
    "stimmen", "beurteilte_beitraege", "antwortzeit", "rueckmeldezeit", "anfragen_in_arbeit",
    "phasen", "gefragt", "bitten", "leitern",
)  # fmt: skip


def pages(site: Site) -> Iterator[Page]:
    """The one page."""
    zahlen = Zahlen(site)
    regelwerk = site.register.verzeichnis("regelwerk")
    shown = {
        "listen": {name: (len(r := getattr(zahlen, name)), r[:HOECHSTENS]) for name in LISTEN},
        **{name: getattr(zahlen, name) for name in WERTE},
        "uhr": regelwerk.uhren.antwort if regelwerk else None,
    }
    yield Page(
        "wirkung/",
        "Wirkung",
        "Was sich durch die Beiträge geändert hat, wer das sagt und was noch offen ist.",
        "wirkung.html",
        shown,
        lambda: {
            "mindestens": MINDESTENS, "hoechstens": HOECHSTENS, "urteile": URTEILE, **shown,
        },
    )  # fmt: skip
