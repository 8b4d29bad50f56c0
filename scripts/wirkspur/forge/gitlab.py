"""GitLab: merge requests are answered by a scheduled job of the main branch.

Only there may a key that writes comments be had: a job of a merge request runs what the merge
request says. https://docs.gitlab.com/api/merge_requests, …/notes, …/issues, …/job_artifacts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any
from urllib.parse import quote

from . import Issue, Note, Proposal
from .api import Api, RefusedError

JOB = "prüfen"
FILE = "build/findings.json"
"""The job in .gitlab-ci.yml that checks a merge request, and the file it leaves."""
MOST = 4_000_000
ENDED = {"success": True, "failed": False}


class GitLab:
    """The project that this job runs in."""

    NAME = "GitLab"
    NEEDS = ("CI_API_V4_URL", "CI_PROJECT_ID", "WIRKSPUR_TOKEN")
    HELP = (
        "Unter Settings → CI/CD → Variables gehört ein Projekt-Schlüssel mit dem Recht „api“ in "
        "WIRKSPUR_TOKEN, geschützt (protected) und verborgen (masked)."
    )

    def __init__(self, env: Mapping[str, str]) -> None:
        base, project, token = (env[name] for name in self.NEEDS)
        self.api = Api(self.NAME, base, "PRIVATE-TOKEN", token, token)
        self.project = f"/projects/{quote(project, safe='')}"

    def proposals(self, data: bytes | None) -> Iterator[Proposal]:
        """Every open merge request whose newest pipeline has ended; its file is fetched."""
        for merge in self.api.pages(f"{self.project}/merge_requests", state="opened"):
            whole = self.api.get(f"{self.project}/merge_requests/{merge['iid']}")
            pipeline = whole.get("head_pipeline")
            if not pipeline or pipeline["status"] not in ENDED:
                continue
            try:
                source = self.api.get(f"/projects/{int(whole['source_project_id'])}")
                job = self._job(pipeline)
            except (RefusedError, TypeError):  # a private copy of the project, or one that is gone
                continue
            if job:
                passed = ENDED[pipeline["status"]]
                first = bool(whole.get("first_contribution"))
                edit = f"{source['web_url']}/-/edit/{quote(whole['source_branch'])}/"
                yield Proposal(merge["iid"], first, passed, edit, self._file(job))

    def fitting(self, text: str) -> str:
        """Without quick actions: a line `/merge` in our comment would be obeyed as our order."""
        return re.sub(r"(?m)^(\s*)/", "\\1\u200b/", text)

    def notes(self, number: int) -> Iterator[Note]:
        """Our own comments on a merge request, the oldest first."""
        path = f"{self._merge(number)}/notes"
        for note in self.api.pages(path, sort="asc", order_by="created_at"):
            if self._ours(note):
                yield Note(note["id"], note["body"])

    def write_note(self, number: int, note: Note | None, text: str) -> None:
        """Change our comment, or write a new one."""
        path = f"{self._merge(number)}/notes"
        if note:
            self.api.send("PUT", f"{path}/{note.id}", {"body": text})
        else:
            self.api.send("POST", path, {"body": text})

    def issues(self, label: str) -> Iterator[Issue]:
        """Our own issues with a label, open and closed."""
        for issue in self.api.pages(f"{self.project}/issues", labels=label, scope="all"):
            if self._ours(issue):
                state = issue["state"] == "opened"
                yield Issue(issue["iid"], issue["description"] or "", state)

    def write_issue(self, issue: Issue | None, label: str, title: str, text: str, to: bool) -> None:
        """Change our issue, or open a new one."""
        if issue:
            changed: dict[str, object] = {"description": text}
            if to != issue.open:
                changed["state_event"] = "reopen" if to else "close"
            self.api.send("PUT", f"{self.project}/issues/{issue.number}", changed)
        else:
            new: dict[str, object] = {
                "title": title,
                "description": text,
                "labels": label,
            }
            self.api.send("POST", f"{self.project}/issues", new)

    def _merge(self, number: int) -> str:
        return f"{self.project}/merge_requests/{int(number)}"

    def _job(self, pipeline: dict[str, Any]) -> str:
        """The check of this pipeline; a fork's pipeline runs in the fork."""
        project = f"/projects/{int(pipeline['project_id'])}"
        jobs = self.api.pages(f"{project}/pipelines/{int(pipeline['id'])}/jobs")
        return next((f"{project}/jobs/{int(job['id'])}" for job in jobs if job["name"] == JOB), "")

    def _file(self, job: str) -> bytes | None:
        try:
            return self.api.raw(f"{job}/artifacts/{FILE}", MOST)
        except RefusedError:  # the check stumbled, or the file has expired
            return None

    def _ours(self, entry: dict[str, Any]) -> bool:
        return bool((entry.get("author") or {}).get("id") == self._me)

    @cached_property
    def _me(self) -> int:
        return int(self.api.get("/user")["id"])
