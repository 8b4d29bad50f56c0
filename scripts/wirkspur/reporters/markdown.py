"""For a job summary or a comment."""

from __future__ import annotations

import re
from itertools import groupby

from ..findings import Severity
from . import Report, printable, summary

ICONS = {Severity.FEHLER: "❌", Severity.WARNUNG: "⚠️", Severity.HINWEIS: "💡"}


def report(report: Report) -> str:
    """Render all findings as Markdown; contributed text cannot become markup."""
    lines = [f"**{summary(report)}**", ""]
    for path, findings in groupby(report.findings, key=lambda finding: finding.path):
        lines += [f"### {escape(path) or 'Programm'}", ""]
        for finding in findings:
            icon = f"{ICONS[finding.severity]} {finding.severity.capitalize()}"
            more = f" [Mehr dazu]({report.more(finding)})" if report.help else ""
            lines.append(f"- **Zeile {finding.line}** · {icon}: {escape(finding.message)}{more}")
            if source := report.line(finding.path, finding.line).strip():
                lines.append(f"  {code(source)}  ")
            if finding.hint:
                lines.append(f"  → {escape(finding.hint)}")
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def code(text: str) -> str:
    """A line of a file, shown as it is; at most 200 characters."""
    fence = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    return f"{fence} {printable(text)[:200]} {fence}"


def escape(text: str) -> str:
    """Escape what Markdown or HTML would read as markup, and anything that would ping people."""
    escaped = re.sub(r"([\\`*_\[\]<>|#~!])", r"\\\1", printable(text.replace("\n", " ")))
    return escaped.replace("@", "@\u200b")
