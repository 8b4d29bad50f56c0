"""For the terminal: grouped by file, the person's own line, what to do."""

from __future__ import annotations

from itertools import groupby

from . import Report, printable, summary

INDENT = " " * 12


def report(report: Report) -> str:
    """Render all findings as text."""
    lines: list[str] = []
    for path, findings in groupby(report.findings, key=lambda finding: finding.path):
        lines.append(printable(path) or "Programm")
        for finding in findings:
            where = f"  Zeile {finding.line:<4}" if path else "  "
            lines.append(f"{where} {finding.severity:<8} {printable(finding.message)}")
            lines[-1] = f"{lines[-1]:<88} [{finding.code}]"
            if path and (source := report.line(finding.path, finding.line)).strip():
                lines.append(f"{INDENT}| {printable(source.rstrip())[:100]}")
            if finding.hint:
                lines.append(f"{INDENT}→ {printable(finding.hint)}")
            lines.extend(
                f"{INDENT}siehe auch {printable(place.path)}, Zeile {place.line}"
                for place in finding.related
            )
        lines.append("")
    lines.append(summary(report))
    if report.findings:
        lines.append("Mehr zu einer Regel in [Klammern]: wirkspur explain REGEL")
    return "\n".join(lines) + "\n"
