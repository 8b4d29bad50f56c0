"""The ways to a forge: what Wirkspur says on pull requests and in its one standing issue.

A forge is a module with a class that does what `Forge` names; nothing else of Wirkspur knows which
forge it talks to. Everything a forge tells us about a contribution is data from strangers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, Protocol


class ForgeError(Exception):
    """The forge refused or was not to be reached; the message is for people."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A pull or merge request whose check has ended and that waits for an answer."""

    number: int
    first: bool
    """Whether its author contributes for the first time."""
    passed: bool
    """Whether the forge calls the check passed; the data may claim anything."""
    edit: str
    """The address below which its files are edited; empty where we do not know."""
    data: bytes | None
    """What the check wrote, unread: written by code of the request, so by anybody."""


@dataclass(frozen=True, slots=True)
class Note:
    """A comment that we have written."""

    id: int
    text: str


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue that we have written."""

    number: int
    text: str
    open: bool


@dataclass(frozen=True, slots=True)
class Report:
    """An issue that somebody of ours has released; its title and text are a stranger's."""

    number: int
    title: str
    text: str
    day: str
    """When it was written, as `2026-11-22`."""


@dataclass(frozen=True, slots=True)
class Change:
    """One file to propose, on a branch of its own."""

    branch: str
    path: str
    content: str
    title: str
    text: str


class Proposed(NamedTuple):
    """The request that now stands there."""

    number: int
    renewed: bool


class Forge(Protocol):
    """What we ask of a forge."""

    def proposals(self, data: bytes | None) -> Iterator[Proposal]:
        """Give the requests to answer; `data` is what the check of this one request wrote."""

    def fitting(self, text: str) -> str:
        """A text as it may be written there."""

    def notes(self, number: int) -> Iterator[Note]:
        """Our own comments on a request, the oldest first."""

    def write_note(self, number: int, note: Note | None, text: str) -> None:
        """Change our comment, or write a new one."""

    def issues(self, label: str) -> Iterator[Issue]:
        """Our own issues with a label, open and closed."""

    def write_issue(self, issue: Issue | None, label: str, title: str, text: str, to: bool) -> None:
        """Change our issue, or open a new one; `to` says whether it is to be open."""
