"""`wirkspur links`: which links to other sites lead nowhere."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from . import Answer, Here

HILFE = "Links zu anderen Seiten prüfen"
LANG = "Fragt bei jedem Link nach außen, ob es die Seite noch gibt. Braucht das Internet."


def arguments(_parser: ArgumentParser) -> None:
    """Take nothing."""


def run(options: Namespace, here: Here) -> Answer:
    """Ask for every link; 1 if any leads nowhere, 2 if the web is not there."""
    from .. import links
    from ..files import read

    here.say("Frage nach jedem Link …")
    try:
        found, total = links.dead(read(options.root).files)
    except links.OfflineError as error:
        return Answer(2, err=f"{error}\n")
    return Answer(int(bool(found)), links.as_text(found, total))
