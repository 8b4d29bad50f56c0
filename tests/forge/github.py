"""GitHub, as far as we use it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from hashlib import sha1
from itertools import count
from typing import Any

from .server import Call, Data, Hub, RefuseError, route

REPO = "musterstadt/wirkspur"
WORKFLOW = "schluessel-des-ablaufs-4711"
"""A workflow's own key: it writes as the bot and may not ask who it is."""


@dataclass
class GitHub(Hub):
    HEADER = "Authorization"
    SCHEME = "Bearer "
    pulls: list[Data] = field(default_factory=list)
    entries: list[Data] = field(default_factory=list)
    comments: list[Data] = field(default_factory=list)
    ids: Any = field(default_factory=lambda: count(1000))
    objects: dict[str, Data] = field(default_factory=dict)
    """Git's own: trees and commits by their digest."""
    branches: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        rights = {"pull-requests", "issues", "contents"}
        self.keys[WORKFLOW] = {"login": "github-actions[bot]", "rights": rights, "app": True}

    # what happens at a forge while nobody of us is looking

    def pull(self, number: int, sha: str, owner: str = "erika-beispiel", **more: object) -> Data:
        """Somebody opens a pull request from their copy."""
        repo = {
            "id": 7000 + sum(map(ord, owner)),
            "full_name": f"{owner}/wirkspur",
            "owner": {"login": owner},
            "html_url": f"https://github.example/{owner}/wirkspur",
        }
        new: Data = {
            "number": number,
            "state": "open",
            "head": {"sha": sha, "ref": "patch-1", "repo": repo},
            "base": {"ref": "main"},
            "user": {"login": owner, "type": "User"},
            "author_association": "CONTRIBUTOR",
            "merged_at": None,
            **more,
        }
        self.pulls.append(new)
        return new

    def event(self, pull: Data, **run: object) -> Data:
        """What GitHub tells a workflow when the check of a pull request has ended."""
        return {
            "action": "completed",
            "repository": {"full_name": REPO, "default_branch": "main"},
            "workflow_run": {
                "id": 99,
                "event": "pull_request",
                "conclusion": "success",
                "head_sha": pull["head"]["sha"],
                "head_branch": pull["head"]["ref"],
                "head_repository": pull["head"]["repo"],
                "pull_requests": [],
                **run,
            },
        }

    def released(self, issue: Data, label: str = "freigegeben") -> Data:
        """What GitHub tells a workflow when somebody has put a label on an issue."""
        issue["labels"].append({"name": label})
        return {
            "action": "labeled",
            "label": {"name": label},
            "issue": dict(issue),
            "repository": {"full_name": REPO, "default_branch": "main"},
        }

    def knows(self, sha: str) -> str:
        """A commit that is there already, such as the newest one of main."""
        self.objects[sha] = {"tree": {"sha": f"baum-{sha}"}, "message": "Anfang", "parents": []}
        self.objects[f"baum-{sha}"] = {}
        return sha

    def commit(self, branch: str, message: str) -> None:
        """Somebody writes on a branch."""
        last = self.branches[branch]
        self.branches[branch] = self._keep({**self.objects[last], "message": message})

    def files(self, branch: str) -> dict[str, str]:
        """What a branch changes."""
        tree = self.objects[self.branches[branch]]["tree"]["sha"]
        return dict(self.objects[tree])

    def _keep(self, data: Data) -> str:
        sha = sha1(json.dumps(data, sort_keys=True).encode()).hexdigest()
        self.objects[sha] = data
        return sha

    def comment(self, number: int, login: str, body: str) -> Data:
        new = {"id": next(self.ids), "issue": number, "user": {"login": login}, "body": body}
        self.comments.append(new)
        return new

    def texts(self, number: int) -> list[str]:
        return [c["body"] for c in self.comments if c["issue"] == number]

    # the interface

    @route("GET", "/user")
    def user(self, call: Call) -> Data:
        who = self.keys[call.key]
        if who.get("app"):
            raise RefuseError(403, "Resource not accessible by integration")
        return {"login": who["login"]}

    @route("GET", f"/repos/{REPO}/pulls")
    def list_pulls(self, call: Call) -> list[Data]:
        owner, _, branch = call.query.get("head", ":").partition(":")
        state = call.query.get("state", "open")
        return call.page(
            [
                pull
                for pull in self.pulls
                if state in (pull["state"], "all")
                and pull["head"]["ref"] == branch
                and (pull["head"]["repo"] or {"owner": {}})["owner"].get("login") == owner
            ]
        )

    @route("GET", rf"/repos/{REPO}/issues/(\d+)/comments")
    def list_comments(self, call: Call, number: str) -> list[Data]:
        return call.page([c for c in self.comments if c["issue"] == int(number)])

    @route("POST", rf"/repos/{REPO}/issues/(\d+)/comments")
    def add_comment(self, call: Call, number: str) -> Data:
        self._may(call, "pull-requests", "issues")
        if not any(one["number"] == int(number) for one in (*self.pulls, *self.entries)):
            raise RefuseError(404, "Not Found")
        return self.comment(int(number), self.keys[call.key]["login"], _body(call))

    @route("PATCH", rf"/repos/{REPO}/issues/comments/(\d+)")
    def edit_comment(self, call: Call, number: str) -> Data:
        self._may(call, "pull-requests", "issues")
        note = _one(self.comments, "id", number)
        note["body"] = _body(call)
        return note

    @route("GET", f"/repos/{REPO}/issues")
    def list_issues(self, call: Call) -> list[Data]:
        state, label = call.query.get("state", "open"), call.query.get("labels")
        return call.page(
            [
                issue
                for issue in self.entries
                if state in (issue["state"], "all")
                and (not label or label in [one["name"] for one in issue["labels"]])
            ]
        )

    @route("POST", f"/repos/{REPO}/issues")
    def add_issue(self, call: Call) -> Data:
        self._may(call, "issues")
        return self.issue(self.keys[call.key]["login"], call.data["title"], _body(call), call)

    def issue(self, login: str, title: str, body: str, call: Call | None = None) -> Data:
        labels = call.data.get("labels", []) if call else ["wirkspur"]
        if len(body) > 65_536:
            raise RefuseError(422, "Validation Failed")
        new: Data = {
            "number": next(self.ids),
            "title": title,
            "body": body,
            "state": "open",
            "created_at": "2026-11-20T23:30:00Z",
            "user": {"login": login},
            "labels": [{"name": name} for name in labels],
        }
        self.entries.append(new)
        return new

    @route("PATCH", rf"/repos/{REPO}/issues/(\d+)")
    def edit_issue(self, call: Call, number: str) -> Data:
        self._may(call, "issues")
        issue = _one(self.entries, "number", number)
        if call.data.get("state", "open") not in ("open", "closed"):
            raise RefuseError(422, "Validation Failed")
        issue.update(call.data)
        return issue

    @route("DELETE", rf"/repos/{REPO}/issues/(\d+)/labels/([^/]+)")
    def remove_label(self, call: Call, number: str, name: str) -> list[Data]:
        self._may(call, "issues")
        issue = _one(self.entries, "number", number)
        left = [label for label in issue["labels"] if label["name"] != name]
        if left == issue["labels"]:
            raise RefuseError(404, "Label does not exist")
        issue["labels"] = left
        return left

    @route("POST", f"/repos/{REPO}/pulls")
    def add_pull(self, call: Call) -> Data:
        self._may(call, "pull-requests")
        branch = call.data["head"]
        if branch not in self.branches or any(
            pull["head"]["ref"] == branch and pull["state"] == "open" for pull in self.pulls
        ):
            raise RefuseError(422, "Validation Failed")
        owner = REPO.partition("/")[0]
        pull = self.pull(next(self.ids), self.branches[branch], owner)
        pull["head"]["ref"] = branch
        pull.update(title=call.data["title"], body=call.data["body"])
        return pull

    @route("PATCH", rf"/repos/{REPO}/pulls/(\d+)")
    def edit_pull(self, call: Call, number: str) -> Data:
        self._may(call, "pull-requests")
        pull = _one(self.pulls, "number", number)
        pull.update(call.data)
        return pull

    @route("GET", rf"/repos/{REPO}/git/ref/heads/(.+)")
    def get_branch(self, call: Call, branch: str) -> Data:
        if branch not in self.branches:
            raise RefuseError(404, "Not Found")
        return {"object": {"sha": self.branches[branch]}}

    @route("GET", rf"/repos/{REPO}/git/commits/(\S+)")
    def get_commit(self, call: Call, sha: str) -> Data:
        if sha not in self.objects:
            raise RefuseError(404, "Not Found")
        return {"sha": sha, **self.objects[sha]}

    @route("POST", f"/repos/{REPO}/git/trees")
    def add_tree(self, call: Call) -> Data:
        self._may(call, "contents")
        files = dict(self.objects[call.data["base_tree"]])
        for entry in call.data["tree"]:
            if (entry["mode"], entry["type"]) != ("100644", "blob"):
                raise RefuseError(422, "Validation Failed")
            files[entry["path"]] = entry["content"]
        return {"sha": self._keep(files)}

    @route("POST", f"/repos/{REPO}/git/commits")
    def add_commit(self, call: Call) -> Data:
        self._may(call, "contents")
        tree, parents = call.data["tree"], call.data["parents"]
        if any(sha not in self.objects for sha in (tree, *parents)):
            raise RefuseError(422, "Validation Failed")
        made = {"tree": {"sha": tree}, "message": call.data["message"], "parents": parents}
        return {"sha": self._keep(made)}

    @route("POST", f"/repos/{REPO}/git/refs")
    def add_branch(self, call: Call) -> Data:
        self._may(call, "contents")
        branch = call.data["ref"].removeprefix("refs/heads/")
        if branch in self.branches:
            raise RefuseError(422, "Reference already exists")
        self.branches[branch] = call.data["sha"]
        return {}

    @route("PATCH", rf"/repos/{REPO}/git/refs/heads/(.+)")
    def move_branch(self, call: Call, branch: str) -> Data:
        self._may(call, "contents")
        if branch not in self.branches or call.data.get("force") is not True:
            raise RefuseError(422, "Update is not a fast forward")
        self.branches[branch] = call.data["sha"]
        return {}

    def _may(self, call: Call, *rights: str) -> None:
        if not self.keys[call.key]["rights"] & set(rights):
            raise RefuseError(403, "Resource not accessible by integration")


def _one(entries: list[Data], name: str, value: str) -> Data:
    for entry in entries:
        if entry[name] == int(value):
            return entry
    raise RefuseError(404, "Not Found")


def _body(call: Call) -> str:
    body = call.data.get("body")
    if not body or not isinstance(body, str) or len(body) > 65_536:
        raise RefuseError(422, "Validation Failed: body is too long (maximum is 65536 characters)")
    return body.replace("\n", "\r\n")  # as GitHub keeps what came through a browser
