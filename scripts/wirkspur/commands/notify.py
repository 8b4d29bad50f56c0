"""`wirkspur notify`: keep one issue that says what waits, and one that names dead links."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import NamedTuple

from . import Answer, Here

HILFE = "die Liste „Was ansteht“ bei GitHub oder GitLab erneuern"
LANG = """\
Hält bei GitHub oder GitLab einen Eintrag auf dem Stand von „wirkspur watch“: eröffnet ihn,
erneuert ihn, schließt ihn, wenn nichts ansteht, und öffnet ihn wieder. Läuft nur dort."""
HEUTE = True


class Stand(NamedTuple):
    """What an issue should say, and whether there is anything to do."""

    kind: str
    titel: str
    text: str
    offen: bool


def arguments(parser: ArgumentParser) -> None:
    """Take which of the two."""
    parser.add_argument(
        "--links",
        action="store_true",
        help="stattdessen: die Liste der Links, die ins Leere führen",
    )


def run(options: Namespace, here: Here) -> Answer:
    """Keep the issue; 2 if the forge does not let us."""
    from ..forge import ForgeError
    from ..forge.choose import forge_of
    from ..forge.keeping import keep_issue
    from ..links import OfflineError

    try:
        forge = forge_of(here.env)  # first, for asking everywhere takes minutes
        stand = _links(options) if options.links else _due(options, here)
        said = keep_issue(forge, *stand)
    except (ForgeError, OfflineError) as error:
        return Answer(2, err=f"{error}\n")
    return Answer(0, f"{said}\n")


def _due(options: Namespace, here: Here) -> Stand:
    from ..tagesbericht import as_markdown
    from .watch import report_of

    report = report_of(options.root, options.today or here.today())
    due = bool(report.entries or report.unread)
    return Stand("anstehend", "Was ansteht", as_markdown(report), due)


def _links(options: Namespace) -> Stand:
    from .. import links
    from ..files import read

    found, total = links.dead(read(options.root).files)
    text = links.as_markdown(found, total)
    return Stand("links", "Links, die ins Leere führen", text, bool(found))
