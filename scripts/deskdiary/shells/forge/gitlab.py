"""GitLab, as `issues.forge.Forge`: a few addresses of its API, on gitlab.com or on a server of one's own."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import quote

from deskdiary.issues.issue import Closing, Comment, How, Issue, Label, Written
from deskdiary.issues.marks import Stage, is_marked, marked
from deskdiary.publishing import answer as publishing
from deskdiary.publishing import on_gitlab
from deskdiary.publishing.verdict import Proven, Verdict, refused
from deskdiary.shells.forge.asking import Line, sensibly

COLOUR = "#5b7083"
NOT_NEEDED = Label("not needed", "Desk Diary: closed with this label, it was not needed")
"""GitLab asks nobody why they close an issue: this label, put on before, says what "not planned" does."""
FOUND_ALREADY, GONE = 409, frozenset({404, 410})
# A Developer may push; a Planner or Reporter may not, and can still edit every issue and tick its boxes.
MAY_WRITE, MAY_EDIT = 30, 15
TICKED = re.compile(r"^([ \t]*[-*+] )\[[xX]\]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Known:
    """What is asked once a run: who the members are, and what the project says of itself."""

    members: dict[str, tuple[int, int]] = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)
    labels: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class GitLab:
    """A project on a GitLab."""

    line: Line
    project: str
    _known: _Known = field(default_factory=_Known, repr=False)

    def verdict(self) -> Verdict:
        """As `publishing.on_gitlab` has it; and nobody may edit issues who may not write to the notes."""
        answer = self.line.get(self._path())
        said = answer.says if isinstance(answer.says, dict) else {}
        self._known.facts.update({name: str(said.get(name) or "") for name in ("web_url", "default_branch")})
        media = answer.headers.get("content-type", "")
        verdict = on_gitlab.project(self.project, publishing.Answer(answer.status, media, answer.sent))
        if isinstance(verdict, Proven) and any(
            MAY_EDIT <= level < MAY_WRITE for _, level in self._members().values()
        ):
            return refused(on_gitlab.EDITORS)
        return verdict

    def address_of(self, path: str) -> str:
        """On the branch that is shown first."""
        facts = self._known.facts
        return f"{facts.get('web_url', '')}/-/blob/{quote(facts.get('default_branch', ''))}/{quote(path)}"

    @sensibly
    def labels(self) -> tuple[Label, ...]:
        """Every label there is, those of the groups above too: they can be used here."""
        found = tuple(
            Label(str(each["name"]), str(each.get("description") or ""))
            for each in self.line.pages(self._path("/labels"))
        )
        self._known.labels.update(label.name for label in found)
        return found

    def make_label(self, label: Label) -> None:
        """A second one of the same name is refused by GitLab itself, so it may be sent again."""
        content = {"name": label.name, "description": label.description, "color": COLOUR}
        answer = self.line.put_again("POST", self._path("/labels"), content)
        if not answer.good and answer.status != FOUND_ALREADY:
            raise self.line.refusal(answer)
        self._known.labels.add(label.name)

    @sensibly
    def marked(self) -> tuple[Issue, ...]:
        """The oldest first, so that one that comes in meanwhile moves none to a page that was read."""
        return tuple(self._issues(self.line.pages(self._path("/issues"), **_ALL, sort="asc")))

    @sensibly
    def newest(self) -> tuple[Issue, ...]:
        """The last hundred, without what was said on them."""
        answer = self.line.get(self._path("/issues"), **_ALL, sort="desc", per_page=100)
        if not answer.good or not isinstance(answer.says, list):
            raise self.line.refusal(answer)
        return tuple(self._issues(answer.says, brief=True))

    @sensibly
    def issue(self, number: int) -> Issue | None:
        """As it stands now. One that was moved leaves an empty shell behind, which is no issue."""
        answer = self.line.get(self._path(f"/issues/{number}"))
        if answer.status in GONE:
            return None
        if not answer.good or not isinstance(answer.says, dict):
            raise self.line.refusal(answer)
        return None if answer.says.get("moved_to_id") else self._issue(answer.says)

    def open(self, written: Written) -> int | None:
        """Sent once. The label that says "not needed" is there by then, for whoever closes it."""
        if NOT_NEEDED.name not in self._known.labels:
            self.make_label(NOT_NEEDED)
        # Guests see the issues of a private project, though not its notes; confidential ones they do not.
        content = {**_content(written), "confidential": True}
        return self.line.open_once(self._path("/issues"), content, "iid")

    def write(self, number: int, written: Written) -> bool:
        """All of it at once; closing what is closed already changes nothing."""
        content = {**_content(written), "state_event": "close" if written.closed else "reopen"}
        answer = self.line.put_again("PUT", self._path(f"/issues/{number}"), content)
        if not answer.good and answer.status not in GONE:
            raise self.line.refusal(answer)
        return answer.good

    def say(self, number: int, text: str) -> None:
        """Sent once: where nobody can tell whether it came through, it is left at that."""
        self.line.say_once(self._path(f"/issues/{number}/notes"), text)

    def may_write(self, login: str) -> bool:
        """A member, by way of a group or not, who is at least Developer."""
        _, level = self._members().get(login.casefold(), (0, 0))
        return level >= MAY_WRITE

    def assign(self, number: int, login: str) -> bool:
        """By the member's id; False where the name is nobody's here, or GitLab did not take them."""
        identity, _ = self._members().get(login.casefold(), (0, 0))
        if not identity:
            return False
        answer = self.line.put_again("PUT", self._path(f"/issues/{number}"), {"assignee_ids": [identity]})
        said = answer.says if answer.good and isinstance(answer.says, dict) else {}
        return login.casefold() in {each.casefold() for each in _names(said.get("assignees"))}

    def _path(self, rest: str = "") -> str:
        return f"/projects/{quote(self.project, safe='')}{rest}"

    def _members(self) -> Mapping[str, tuple[int, int]]:
        """Each active member's id and level, asked once; where GitLab does not tell, the run ends."""
        if not self._known.members:
            for said in self.line.pages(self._path("/members/all")):
                identity, level = said.get("id"), said.get("access_level")
                if said.get("state") == "active" and isinstance(identity, int) and isinstance(level, int):
                    self._known.members[_name(said).casefold()] = (identity, level)
        return self._known.members

    def _issues(self, found: Iterable[Any], *, brief: bool = False) -> Iterator[Issue]:
        for said in found:
            if is_marked(said.get("description") or "") and not said.get("moved_to_id"):
                yield self._issue(said, brief=brief)

    def _issue(self, said: Mapping[str, Any], *, brief: bool = False) -> Issue:
        body, people = str(said.get("description") or ""), _names(said.get("assignees"))
        if not all(self.may_write(each) for each in people):
            # Whoever has an issue may edit it, a guest too: a tick could be theirs.
            body = TICKED.sub(r"\1[ ]", body)
        marks, closed = marked(body), said["state"] != "opened"
        over = brief or (closed and marks is not None and marks.stage is not Stage.OPEN)
        return Issue(
            number=int(said["iid"]),
            title=str(said["title"]),
            body=body,
            labels=frozenset(str(each) for each in said["labels"]),
            assignees=people,
            closing=self._closing(said) if closed else None,
            comments=() if over or not said.get("user_notes_count") else tuple(self._comments(said["iid"])),
            trusted=self.may_write(_name(said.get("author"))),
            by=_name(said.get("author")),
        )

    def _closing(self, said: Mapping[str, Any]) -> Closing:
        by = _name(said.get("closed_by"))
        how = How.NOT_PLANNED if NOT_NEEDED.name in said["labels"] else How.COMPLETED
        if isinstance(links := said.get("_links"), dict) and links.get("closed_as_duplicate_of"):
            how = How.OTHER
        at = datetime.fromisoformat(said.get("closed_at") or said["updated_at"])
        return Closing(how, by, self.may_write(by), at)

    def _comments(self, number: int) -> Iterator[Comment]:
        """What people said: GitLab's own remarks ("changed the description") are notes of the same kind."""
        notes = self.line.pages(self._path(f"/issues/{number}/notes"), order_by="created_at", sort="asc")
        for said in notes:
            if said.get("system") is False:
                login = _name(said.get("author"))
                yield Comment(int(said["id"]), login, self.may_write(login), said.get("body") or "")


_ALL = {"state": "all", "scope": "all", "order_by": "created_at"}


def _content(written: Written) -> dict[str, object]:
    """GitLab takes labels as one text, and lets none have a comma in its name."""
    labels = ",".join(sorted(written.labels))
    return {"title": written.title, "description": written.body, "labels": labels}


def _name(user: object) -> str:
    return str(user.get("username") or "") if isinstance(user, dict) else ""


def _names(users: object) -> tuple[str, ...]:
    return tuple(_name(each) for each in users) if isinstance(users, list) else ()
