"""One module per way to say findings: report(Report) gives the text to print."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..findings import Finding, Severity


@dataclass(frozen=True)
class Report:
    """What a reporter gets: sorted findings, the number of files read, and a way to see a line.

    `line` takes a path and a line number from 1 and gives its text, empty where there is none.
    """

    findings: list[Finding]
    files: int
    line: Callable[[str, int], str]
    help: str = ""
    """Where the rules are explained; a slug and a slash make it the page of a rule."""

    def more(self, finding: Finding) -> str:
        """The address of the page that explains the rule of a finding; empty where unknown."""
        return f"{self.help}{finding.code}/" if self.help else ""

    def count(self, severity: Severity) -> int:
        """How many findings of a severity."""
        return sum(finding.severity is severity for finding in self.findings)


def printable(text: str) -> str:
    """Contributed text without anything that could steer a terminal or hide."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)


def summary(report: Report) -> str:
    """The closing sentence."""
    if not report.findings:
        return f"Alles in Ordnung: {report.files} Dateien geprüft."
    errors, warnings = report.count(Severity.FEHLER), report.count(Severity.WARNUNG)
    hints = report.count(Severity.HINWEIS)
    parts = [f"{errors} Fehler", f"{warnings} Warnung{'' if warnings == 1 else 'en'}"]
    if hints:
        parts.append(f"{hints} Hinweis{'' if hints == 1 else 'e'}")
    touched = len({finding.path for finding in report.findings})
    of = max(report.files, touched)  # a file that is missing was not read, but is named
    return f"{', '.join(parts)} in {touched} von {of} Dateien."
