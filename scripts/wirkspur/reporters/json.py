"""For other programs. The shape is a promise: version 1 only ever gains fields."""

from __future__ import annotations

import json
from typing import Any

from ..findings import Finding, Location, Severity
from . import Report


def report(report: Report) -> str:
    """Render as `{"version": 1, "findings": […], "files": n, "help": "https://…"}`."""
    data = {**as_data(report.findings, report.files), "help": report.help}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def as_data(findings: list[Finding], files: int) -> dict[str, Any]:
    """The data of version 1."""
    return {"version": 1, "findings": [_finding(f) for f in findings], "files": files}


def from_data(data: dict[str, Any]) -> tuple[list[Finding], int]:
    """Findings and number of files from data of version 1."""
    return [
        Finding(**{
            **item,
            "severity": Severity(item["severity"]),
            "related": tuple(Location(**place) for place in item["related"]),
        })
        for item in data["findings"]
    ], data["files"]  # fmt: skip


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
        "code": finding.code,
        "severity": str(finding.severity),
        "message": finding.message,
        "hint": finding.hint,
        "field": finding.field,
        "related": [
            {"path": place.path, "line": place.line, "column": place.column}
            for place in finding.related
        ],
        "hidden": finding.hidden,
    }
