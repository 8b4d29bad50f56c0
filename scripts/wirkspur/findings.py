"""What the program has to say about a file. Knows nothing else of Wirkspur."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """FEHLER blocks a pull request; WARNUNG and HINWEIS never do."""

    FEHLER = "FEHLER"
    WARNUNG = "WARNUNG"
    HINWEIS = "HINWEIS"


@dataclass(frozen=True, order=True, slots=True)
class Location:
    """A place in a file; line and column count from 1."""

    path: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, order=True, slots=True)
class Finding:
    """One message about one place. Sorts by file and line, as people read."""

    path: str
    line: int
    column: int
    code: str
    severity: Severity
    message: str
    hint: str = ""
    field: str = ""
    related: tuple[Location, ...] = ()
    hidden: int = 0
    """So many characters from `column` on are private: no report may repeat them."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What can be found, why anybody should care, and what to do.

    `slug` is at once the finding's code, the help page and the test folder. `tun` says in one to
    three sentences what to do; `falsch` and `richtig` are lines of a file before and after.
    """

    slug: str
    titel: str
    warum: str
    severity: Severity = Severity.FEHLER
    tun: str = ""
    falsch: str = ""
    richtig: str = ""

    def at(
        self,
        place: Location,
        message: str,
        hint: str = "",
        *,
        field: str = "",
        related: tuple[Location, ...] = (),
        hidden: int = 0,
    ) -> Finding:
        """Make the finding of this rule at `place`."""
        return Finding(
            place.path, place.line, place.column, self.slug, self.severity,
            message, hint, field, related, hidden,
        )  # fmt: skip


def masked(text: str) -> str:
    """Enough of something private to recognise it, not enough to use it: `ma•••`."""
    return f"{text[: min(2, len(text) // 3)]}•••"
