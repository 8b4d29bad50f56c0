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
        lines += [f"### {_text(path) or 'Programm'}", ""]
        for finding in findings:
            icon = f"{ICONS[finding.severity]} {finding.severity.capitalize()}"
            lines.append(f"- **Zeile {finding.line}** · {icon}: {_text(finding.message)}")
            if source := report.line(finding.path, finding.line).strip():
                fence = "`" * (max((len(run) for run in re.findall("`+", source)), default=0) + 1)
                lines.append(f"  {fence} {printable(source)[:200]} {fence}  ")
            if finding.hint:
                lines.append(f"  → {_text(finding.hint)}")
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _text(text: str) -> str:
    """Escape what Markdown or HTML would read as markup, and anything that would ping people."""
    escaped = re.sub(r"([\\`*_\[\]<>|#~!])", r"\\\1", printable(text.replace("\n", " ")))
    return escaped.replace("@", "@\u200b")
