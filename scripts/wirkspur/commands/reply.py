"""`wirkspur reply`: say under a contribution what the check found.

Runs with main's own code and a key that may comment. What the check wrote is data from a stranger:
read here without following links and only so far, believed nowhere (commands/comment.py), and never
asked *whom* to answer – that the forge tells.
"""

from __future__ import annotations

import os
import stat
from argparse import ArgumentParser, Namespace
from pathlib import Path

from ..forge import ForgeError, Proposal
from . import Answer, Here

HILFE = "einen Beitrag bei GitHub oder GitLab beantworten"
LANG = """\
Schreibt unter einen Beitrag, was die Prüfung gefunden hat, oder erneuert die Antwort dort.
Läuft in einem Ablauf bei GitHub (mit DATEI) oder GitLab (ohne: dann alle offenen Beiträge)."""

NICHT_ZU_ENDE = """\
## Die Prüfung ist nicht zu Ende gekommen

Das liegt wahrscheinlich nicht an Ihrem Eintrag, und Sie müssen nichts tun. Nichts geht verloren. \
Wer die Seite betreut, sieht nach. Sobald Sie etwas ändern, prüfen wir von selbst noch einmal.
"""


def arguments(parser: ArgumentParser) -> None:
    """Take the data of the check."""
    parser.add_argument(
        "file",
        type=Path,
        metavar="DATEI",
        nargs="?",
        help="das Ergebnis von „wirkspur review“ (GitLab: wird dort geholt)",
    )


def run(options: Namespace, here: Here) -> Answer:
    """Answer; 2 if the forge does not let us."""
    from ..files import read
    from ..forge.choose import forge_of
    from ..forge.keeping import keep_note
    from .check import help_of

    more = help_of(read(options.root))
    refused = []
    answered = False
    try:
        forge = forge_of(here.env)
        for proposal in forge.proposals(options.file and _data(options.file)):
            answered = True
            try:
                here.print(keep_note(forge, proposal.number, words(proposal, more)))
            except ForgeError as error:  # one that is locked must not silence the others
                refused.append(f"Vorschlag {proposal.number}: {error}\n")
    except ForgeError as error:
        refused.append(f"{error}\n")
    if refused:
        return Answer(2, err="".join(refused))
    nothing = "Es gibt nichts zu beantworten: Kein offener Beitrag hat noch diesen Stand.\n"
    return Answer(0, "" if answered else nothing)


def words(proposal: Proposal, more: str) -> str:
    """What to say: the answer made from the data, or that there is none."""
    from ..findings import Severity
    from ..review import Review
    from .check import INTERNAL
    from .comment import WILLKOMMEN, text

    data = proposal.data or b""
    try:
        said = text(data, greet=proposal.first, edit=proposal.edit, more=more)
        funde = Review.model_validate_json(data).funde
    except ValueError:
        funde = []
        said = ""
    # A check that failed without a mistake to name has stumbled itself: no praise, and no blame.
    blamed = any(fund.severity is Severity.FEHLER and fund.code != INTERNAL for fund in funde)
    if said and (proposal.passed or blamed):
        return said
    return f"{WILLKOMMEN}\n\n{NICHT_ZU_ENDE}" if proposal.first else NICHT_ZU_ENDE


def _data(path: Path) -> bytes | None:
    """The file's bytes, if it is a plain file and not larger than any answer needs."""
    from .comment import GROESSE

    try:
        # An archive may hold a link to any file of this machine, or a pipe that never ends.
        file = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return None
    with os.fdopen(file, "rb") as opened:
        plain = stat.S_ISREG(os.fstat(file).st_mode)
        found = opened.read(GROESSE + 1) if plain else b""
    return found if 0 < len(found) <= GROESSE else None
