"""GitLab, as far as we use it. It obeys quick actions in comments, as the real one does."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from .server import Call, Data, Hub, RefuseError, route

PROJECT = "42"
PROTECTED = "projekt-schluessel-0815"
BOT = 5


@dataclass
class GitLab(Hub):
    HEADER = "PRIVATE-TOKEN"
    PREFIX = "/api/v4"
    merges: list[Data] = field(default_factory=list)
    projects: dict[str, Data] = field(default_factory=dict)
    jobs: dict[int, list[Data]] = field(default_factory=dict)
    files: dict[tuple[int, str], bytes] = field(default_factory=dict)
    notes: list[Data] = field(default_factory=list)
    entries: list[Data] = field(default_factory=list)
    obeyed: list[str] = field(default_factory=list)
    """Quick actions that were carried out."""
    locked: set[int] = field(default_factory=set)
    """Merge requests whose discussion is closed."""
    ids: Any = field(default_factory=lambda: count(1000))

    def __post_init__(self) -> None:
        self.keys[PROTECTED] = {"id": BOT, "username": "project_42_bot"}
        self.projects[PROJECT] = {"web_url": "https://gitlab.example/musterstadt/wirkspur"}

    # what happens at a forge while nobody of us is looking

    def merge(
        self,
        iid: int,
        data: bytes | None,
        project: int = 42,
        status: str = "success",
        **more: object,
    ) -> Data:
        """Somebody opens a merge request, and its pipeline has come to `status`."""
        pipeline, job = next(self.ids), next(self.ids)
        url = f"https://gitlab.example/p{project}"
        self.projects.setdefault(str(project), {"web_url": url})
        new: Data = {
            "iid": iid,
            "state": "opened",
            "sha": f"{iid:040x}",
            "source_branch": "patch-1",
            "source_project_id": project,
            "first_contribution": False,
            "head_pipeline": {"id": pipeline, "project_id": project, "status": status},
            **more,
        }
        self.merges.append(new)
        self.jobs[pipeline] = [{"id": job - 5, "name": "anders"}, {"id": job, "name": "prüfen"}]
        if data is not None:
            self.files[job, "build/findings.json"] = data
        return new

    def note(self, iid: int, author: int, body: str) -> Data:
        new = {"id": next(self.ids), "iid": iid, "author": {"id": author}, "body": body}
        self.notes.append(new)
        return new

    def texts(self, iid: int) -> list[str]:
        return [note["body"] for note in self.notes if note["iid"] == iid]

    # the interface

    @route("GET", "/user")
    def user(self, call: Call) -> Data:
        return self.keys[call.key]

    @route("GET", r"/projects/(\d+)")
    def project(self, _: Call, project: str) -> Data:
        if project not in self.projects:
            raise RefuseError(404, "404 Project Not Found")
        return self.projects[project]

    @route("GET", f"/projects/{PROJECT}/merge_requests")
    def list_merges(self, call: Call) -> list[Data]:
        """The list lacks what only the whole has."""
        parts = ("iid", "state", "sha", "source_project_id", "source_branch")
        return call.page(
            [
                {name: merge[name] for name in parts}
                for merge in self.merges
                if merge["state"] == call.query["state"]
            ]
        )

    @route("GET", rf"/projects/{PROJECT}/merge_requests/(\d+)")
    def one_merge(self, _: Call, iid: str) -> Data:
        return _one(self.merges, "iid", iid)

    @route("GET", r"/projects/(\d+)/pipelines/(\d+)/jobs")
    def list_jobs(self, call: Call, project: str, pipeline: str) -> list[Data]:
        if project not in self.projects:
            raise RefuseError(404, "404 Project Not Found")
        return call.page(self.jobs[int(pipeline)])

    @route("GET", r"/projects/\d+/jobs/(\d+)/artifacts/(.+)")
    def artifact(self, _: Call, job: str, path: str) -> bytes:
        if (int(job), path) not in self.files:
            raise RefuseError(404, "404 Not Found")
        return self.files[int(job), path]

    @route("GET", rf"/projects/{PROJECT}/merge_requests/(\d+)/notes")
    def list_notes(self, call: Call, iid: str) -> list[Data]:
        return call.page([note for note in self.notes if note["iid"] == int(iid)])

    @route("POST", rf"/projects/{PROJECT}/merge_requests/(\d+)/notes")
    def add_note(self, call: Call, iid: str) -> Data:
        if int(iid) in self.locked:
            raise RefuseError(403, "403 Forbidden")
        return self.note(int(iid), self.keys[call.key]["id"], self._text(call, "body"))

    @route("PUT", rf"/projects/{PROJECT}/merge_requests/\d+/notes/(\d+)")
    def edit_note(self, call: Call, number: str) -> Data:
        note = _one(self.notes, "id", number)
        note["body"] = self._text(call, "body")
        return note

    @route("GET", f"/projects/{PROJECT}/issues")
    def list_issues(self, call: Call) -> list[Data]:
        label = call.query.get("labels")
        return call.page([i for i in self.entries if not label or label in i["labels"]])

    @route("POST", f"/projects/{PROJECT}/issues")
    def add_issue(self, call: Call) -> Data:
        text = self._text(call, "description")
        new: Data = {
            "iid": next(self.ids),
            "title": call.data["title"],
            "description": text,
            "state": "opened",
            "author": {"id": self.keys[call.key]["id"]},
            "labels": call.data.get("labels", "").split(","),
        }
        self.entries.append(new)
        return new

    @route("PUT", rf"/projects/{PROJECT}/issues/(\d+)")
    def edit_issue(self, call: Call, number: str) -> Data:
        issue = _one(self.entries, "iid", number)
        if "description" in call.data:
            issue["description"] = self._text(call, "description")
        if event := call.data.get("state_event"):
            new = {"close": "closed", "reopen": "opened"}[event]
            if issue["state"] == new:
                raise RefuseError(400, "already so")
            issue["state"] = new
        return issue

    def _text(self, call: Call, name: str) -> str:
        text = call.data.get(name)
        if not text or not isinstance(text, str):
            raise RefuseError(400, f"{name} is missing")
        self.obeyed += re.findall(r"(?m)^\s*(/\w+)", text)
        return text


def _one(entries: list[Data], name: str, value: str) -> Data:
    for entry in entries:
        if entry[name] == int(value):
            return entry
    raise RefuseError(404, "404 Not Found")
