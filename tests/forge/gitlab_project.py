"""A project on a GitLab of the tests' own: its issues, and what people do there, as GitLab documents it."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, TypeAlias

from forge.emulated_github import ELIN, OWNER, ROBOT, STRANGER, TOMOS

Json: TypeAlias = dict[str, Any]
GROUP_PROJECT = "bryn-college/library/desk"
GUEST, PLANNER, REPORTER, DEVELOPER, MAINTAINER, OWNING = 10, 15, 20, 30, 40, 50
_LEVELS = {"pull": GUEST, "triage": REPORTER, "push": DEVELOPER, "maintain": MAINTAINER, "admin": OWNING}
_AT_FIRST = {OWNER: OWNING, ROBOT: DEVELOPER, ELIN: DEVELOPER, TOMOS: MAINTAINER, STRANGER: GUEST}


class NotDone(Exception):  # noqa: N818 - it is an answer
    """A refusal: its status, and what GitLab says with it."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


@dataclass(slots=True)
class Project:
    """One private project, and what people do there."""

    url: str = ""
    visibility: str = "private"
    archived: bool = False
    path: str = GROUP_PROJECT
    members: dict[str, int] = field(default_factory=dict)
    labels_there: dict[str, str] = field(default_factory=dict)
    there: list[Json] = field(default_factory=list)
    notes: dict[int, list[Json]] = field(default_factory=dict)
    _ids: Iterator[int] = field(default_factory=lambda: itertools.count(101), repr=False)

    def begin_again(self) -> None:
        """As at first: no issues, one label of the group's, everybody with the rights they had."""
        self.visibility, self.archived, self.path = "private", False, GROUP_PROJECT
        self.members = dict(_AT_FIRST)
        self.labels_there = {"the group's own": ""}
        self.there.clear()
        self.notes.clear()

    def give(self, login: str, role: str) -> None:
        """The owner gives somebody a role, by the names that GitHub has for them."""
        self.members[login] = _LEVELS[role]

    def be(self, visibility: str) -> None:
        """The owner makes the project private, internal or public."""
        self.visibility = visibility

    def labels(self) -> dict[str, str]:
        """The name of each label, and its description."""
        return dict(self.labels_there)

    def open(self, login: str, title: str, body: str, *labels: str) -> int:
        """Somebody opens an issue by hand; a guest without labels."""
        content = {"title": title, "description": body, "labels": ",".join(labels)}
        number: int = self.create(login, content)["iid"]
        return number

    def comment(self, login: str, number: int, text: str) -> None:
        """Somebody says something on an issue."""
        self._note(login, number, text)

    def edit(self, login: str, number: int, **content: object) -> None:
        """Somebody edits an issue: `description="…"`, `state_event="close"`."""
        self.change(login, number, content)

    def close(self, login: str, number: int, reason: str = "completed") -> None:
        """Somebody closes an issue; where it was not needed, with the label that says so."""
        if reason == "not_planned":
            self.change(login, number, {"add_labels": "not needed"})
        self.change(login, number, {"state_event": "close"})

    def tick(self, login: str, number: int) -> None:
        """Somebody ticks every box of an issue."""
        self.edit(login, number, description=self.find(number)["description"].replace("- [ ]", "- [x]"))

    def move(self, number: int) -> None:
        """The owner moves an issue to another project: what is left is closed, and says where it went."""
        self.change(OWNER, number, {"state_event": "close"})
        self.find(number)["moved_to_id"] = next(self._ids)

    def find(self, number: int) -> Json:
        """An issue, or the 404 that GitLab has for one that is not there."""
        found = next((each for each in self.there if each["iid"] == number), None)
        if found is None:
            raise NotDone(404, "404 Not found")
        return found

    def level(self, login: str) -> int:
        """What somebody may do; who is no member is not told that there is a project."""
        if login not in self.members:
            raise NotDone(404, "404 Project Not Found")
        return self.members[login]

    def create(self, login: str, said: Json) -> Json:
        """Labels are for those from Planner on; who may do less has them left out in silence."""
        if not str(said.get("title") or "").strip():
            raise NotDone(400, "title is missing")
        now = self._now()
        issue: Json = {
            "id": next(self._ids),
            "iid": len(self.there) + 1,
            "title": said["title"],
            "description": said.get("description"),
            "author": self.person(login),
            "created_at": now,
            "updated_at": now,
            "state": "opened",
            "confidential": said.get("confidential") is True,
            "assignees": [],
            "labels": [],
            "user_notes_count": 0,
            "_links": {"closed_as_duplicate_of": None},
            **dict.fromkeys(("moved_to_id", "closed_by", "closed_at")),
        }
        self.there.append(issue)
        if self.level(login) >= PLANNER:
            self._label(issue, str(said.get("labels") or ""))
        return issue

    def change(self, login: str, number: int, said: Json) -> Json:
        """Whoever wrote an issue, has it, or is at least Planner may change it. Changes leave a remark."""
        issue = self.find(number)
        own = login in {issue["author"]["username"], *(each["username"] for each in issue["assignees"])}
        if self.level(login) < PLANNER and not own:
            raise NotDone(403, "403 Forbidden")
        if not said:
            raise NotDone(400, "at least one parameter must be provided")
        for name in said.keys() & {"title", "description"}:
            issue[name] = said[name]
            self._note(login, number, f"changed the {name}", system=True)
        if "labels" in said:
            issue["labels"] = []
        self._label(issue, str(said.get("labels") or said.get("add_labels") or ""))
        if "assignee_ids" in said:
            everybody = (self.person(each) for each in self.members)
            issue["assignees"] = [each for each in everybody if each["id"] in said["assignee_ids"][:1]]
        self._turn(issue, login, str(said.get("state_event") or ""))
        issue["updated_at"] = self._now()
        return issue

    def person(self, login: str) -> Json:
        """A user, as GitLab shows one."""
        return {"id": 1 + sorted(_AT_FIRST).index(login), "username": login, "name": login, "state": "active"}

    def project(self) -> Json:
        """What the project says of itself."""
        return {
            "id": 7,
            "path_with_namespace": self.path,
            "visibility": self.visibility,
            "archived": self.archived,
            "default_branch": "main",
            "web_url": f"https://gitlab.example.org/{self.path}",
        }

    def _turn(self, issue: Json, login: str, event: str) -> None:
        if event == "close" and issue["state"] == "opened":
            issue.update(state="closed", closed_by=self.person(login), closed_at=self._now())
            self._note(login, issue["iid"], "closed", system=True)
        elif event == "reopen" and issue["state"] == "closed":
            issue.update(state="opened", closed_by=None, closed_at=None)
            self._note(login, issue["iid"], "reopened", system=True)

    def _label(self, issue: Json, names: str) -> None:
        """Labels that are not there yet are made."""
        wanted = [name.strip() for name in names.split(",") if name.strip()]
        issue["labels"] = sorted({*issue["labels"], *wanted})
        for name in wanted:
            self.labels_there.setdefault(name, "")

    def _note(self, login: str, number: int, text: str, *, system: bool = False) -> None:
        self.level(login)
        note = {"id": next(self._ids), "body": text, "author": self.person(login), "system": system}
        self.notes.setdefault(number, []).append({**note, "created_at": self._now()})
        self.find(number)["user_notes_count"] += not system

    def _now(self) -> str:
        moment = datetime(2026, 11, 24, 9, tzinfo=UTC) + timedelta(seconds=next(self._ids))
        return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
