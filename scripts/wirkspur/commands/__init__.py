"""One module per command; a file here is a command.

Each has `HILFE` (its line in the list of commands), `LANG` (what it does), `arguments(parser)` and
`run(options, here)`. The command line adds PROJEKT (`options.root`) unless `PROJEKT = False`, and
`--today` (`options.today`) where `HEUTE = True`. What is costly to import, `run` imports.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


class Answer(NamedTuple):
    """What a command has to say: exit code (house.md), standard output, standard error."""

    code: int
    out: str = ""
    err: str = ""


@dataclass(frozen=True, slots=True)
class Here:
    """The world around a command: the clock, the environment, and two ways to speak at once."""

    today: Callable[[], date]
    env: Mapping[str, str]
    say: Callable[[str], None]
    """One line that says what is going on; the next one takes its place."""
    print: Callable[[str], None]
    """A line that stays."""
