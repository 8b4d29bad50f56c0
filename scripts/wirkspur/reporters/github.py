"""For GitHub Actions: annotations on the lines of a pull request, then the text for the log."""

from __future__ import annotations

from ..findings import Finding, Severity
from . import Report, printable
from .text import report as as_text

COMMANDS = {Severity.FEHLER: "error", Severity.WARNUNG: "warning", Severity.HINWEIS: "notice"}
LIMIT = 10
"""GitHub shows ten annotations of a kind per step and drops the rest without a word."""


def report(report: Report) -> str:
    """Render annotations, at most ten of a kind; the text below names all."""
    lines: list[str] = []
    for severity in Severity:
        of_kind = [finding for finding in report.findings if finding.severity is severity]
        lines.extend(_annotation(finding, report.more(finding)) for finding in of_kind[:LIMIT])
        if len(of_kind) > LIMIT:
            lines.append(
                f"::notice::{len(of_kind) - LIMIT} weitere ({severity}) stehen im Protokoll."
            )
    # The text is contributed in part: switch commands off while it is printed.
    guard = "wirkspur-text"
    text = as_text(report).replace("::", ":\u200b:")
    return "\n".join([*lines, f"::stop-commands::{guard}", text.rstrip(), f"::{guard}::"]) + "\n"


def _annotation(finding: Finding, more: str) -> str:
    place = f"file={_property(finding.path)},line={finding.line},col={finding.column}"
    title = _property(finding.code)
    lines = [finding.message]
    if finding.hint:
        lines.append(f"→ {finding.hint}")
    if more:
        lines.append(f"Mehr dazu: {more}")
    text = "\n".join(map(printable, lines))
    return f"::{COMMANDS[finding.severity]} {place},title={title}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
