"""GitHub, as `issues.forge.Forge`: a few addresses of its API, on github.com or an Enterprise server."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import quote

from deskdiary.issues.issue import Closing, Comment, How, Issue, Label, Written
from deskdiary.issues.marks import Stage, is_marked, marked
from deskdiary.publishing import answer as publishing
from deskdiary.publishing import on_the_forge
from deskdiary.publishing.verdict import Proven, Verdict, refused
from deskdiary.shells.forge.asking import Line, sensibly

API = {"Accept": "application/vnd.github+json", "X-GitHub-Api-Version": "2022-11-28"}
COLOUR = "5b7083"
ARCHIVED = "The repository is archived: nothing can be written there."
UNKNOWN, THERE_ALREADY = 404, 422
GONE = frozenset({301, 404, 410})
_WRITERS = frozenset({"admin", "maintain", "write"})
_HOW = {"completed": How.COMPLETED, "not_planned": How.NOT_PLANNED, None: How.COMPLETED}
_REASONS = {How.COMPLETED: "completed", How.NOT_PLANNED: "not_planned", How.OTHER: "not_planned"}


@dataclass(frozen=True, slots=True)
class GitHub:
    """A repository on GitHub. Who may write is asked once a run of each person."""

    line: Line
    repository: str
    _writers: dict[str, bool] = field(default_factory=dict)
    _web: dict[str, str] = field(default_factory=dict)

    def verdict(self) -> Verdict:
        """Exactly true, exactly "private", exactly this one: as for the site."""
        answer = self.line.get(self._path())
        facts = answer.says if isinstance(answer.says, dict) else {}
        self._web.update({name: str(facts.get(name, "")) for name in ("html_url", "default_branch")})
        media = answer.headers.get("content-type", "")
        verdict = on_the_forge.artifact(self.repository, publishing.Answer(answer.status, media, answer.sent))
        return refused(ARCHIVED) if isinstance(verdict, Proven) and facts.get("archived") is True else verdict

    def address_of(self, path: str) -> str:
        """On the branch that is shown first."""
        return (
            f"{self._web.get('html_url', '')}/blob/{quote(self._web.get('default_branch', ''))}/{quote(path)}"
        )

    @sensibly
    def labels(self) -> tuple[Label, ...]:
        """Every label there is."""
        return tuple(
            Label(str(each["name"]), str(each.get("description") or ""))
            for each in self.line.pages(self._path("/labels"))
        )

    def make_label(self, label: Label) -> None:
        """A second one of the same name is refused by GitHub itself, so it may be sent again."""
        content = {"name": label.name, "description": label.description, "color": COLOUR}
        answer = self.line.put_again("POST", self._path("/labels"), content)
        if not answer.good and answer.status != THERE_ALREADY:
            raise self.line.refusal(answer)

    @sensibly
    def marked(self) -> tuple[Issue, ...]:
        """The oldest first, so that one that comes in meanwhile moves none to a page that was read."""
        found = self.line.pages(self._path("/issues"), state="all", sort="created", direction="asc")
        return tuple(self._issues(found))

    @sensibly
    def newest(self) -> tuple[Issue, ...]:
        """The last hundred, without what was said on them: that is asked once a run, not at every opening."""
        answer = self.line.get(
            self._path("/issues"), state="all", sort="created", direction="desc", per_page=100
        )
        if not answer.good or not isinstance(answer.says, list):
            raise self.line.refusal(answer)
        return tuple(self._issues(answer.says, brief=True))

    @sensibly
    def issue(self, number: int) -> Issue | None:
        """As it stands now, with who closed it."""
        answer = self.line.get(self._path(f"/issues/{number}"))
        if answer.status in GONE:
            return None
        if not answer.good or not isinstance(answer.says, dict):
            raise self.line.refusal(answer)
        return self._issue(answer.says)

    def open(self, written: Written) -> int | None:
        """Sent once, and given to nobody: GitHub refuses the whole issue for one assignee it won't have."""
        content = {"title": written.title, "body": written.body, "labels": sorted(written.labels)}
        return self.line.open_once(self._path("/issues"), content, "number")

    def write(self, number: int, written: Written) -> bool:
        """All of it at once: there is no moment at which it says one thing and is closed for another."""
        closed = written.closed
        content = {
            "title": written.title,
            "body": written.body,
            "labels": sorted(written.labels),
            **({"state": "closed", "state_reason": _REASONS[closed]} if closed else {"state": "open"}),
        }
        answer = self.line.put_again("PATCH", self._path(f"/issues/{number}"), content)
        if not answer.good and answer.status not in GONE:
            raise self.line.refusal(answer)
        return answer.good

    def say(self, number: int, text: str) -> None:
        """Sent once: where nobody can tell whether it came through, it is left at that."""
        self.line.say_once(self._path(f"/issues/{number}/comments"), text)

    def may_write(self, login: str) -> bool:
        """By the role that GitHub names; whoever is no collaborator may not."""
        if login and login not in self._writers:
            answer = self.line.get(self._path(f"/collaborators/{quote(login, safe='')}/permission"))
            if not answer.good and answer.status != UNKNOWN:
                raise self.line.refusal(answer)
            said = answer.says if answer.good and isinstance(answer.says, dict) else {}
            self._writers[login] = bool({said.get("permission"), said.get("role_name")} & _WRITERS)
        return self._writers.get(login, False)

    def assign(self, number: int, login: str) -> bool:
        """GitHub answers with whom it took, and leaves out in silence whom it did not."""
        path = self._path(f"/issues/{number}/assignees")
        answer = self.line.put_again("POST", path, {"assignees": [login]})
        said = answer.says if answer.good and isinstance(answer.says, dict) else {}
        return login.casefold() in {each.casefold() for each in _logins(said.get("assignees"))}

    def _path(self, rest: str = "") -> str:
        return f"/repos/{self.repository}{rest}"

    def _issues(self, found: Iterable[Any], *, brief: bool = False) -> Iterator[Issue]:
        for said in found:
            if "pull_request" not in said and is_marked(said.get("body") or ""):
                yield self._issue(said, brief=brief)

    def _issue(self, said: Mapping[str, Any], *, brief: bool = False) -> Issue:
        body = said.get("body") or ""
        marks, closed = marked(body), said["state"] != "open"
        over = brief or (closed and marks is not None and marks.stage is not Stage.OPEN)
        return Issue(
            number=int(said["number"]),
            title=str(said["title"]),
            body=body,
            labels=frozenset(str(each["name"]) for each in said["labels"] if isinstance(each, dict)),
            assignees=_logins(said.get("assignees")),
            closing=self._closing(said, over=over) if closed else None,
            comments=() if over or not said.get("comments") else tuple(self._comments(said["number"])),
            trusted=self._trusted(said.get("user")),
            by=_login(said.get("user")),
        )

    def _closing(self, said: Mapping[str, Any], *, over: bool) -> Closing:
        """Who closed it is not always in a list, so it is asked of the issue itself, where it matters."""
        by = said.get("closed_by")
        if (
            by is None
            and not over
            and (answer := self.line.get(self._path(f"/issues/{said['number']}"))).good
        ):
            by = answer.says.get("closed_by")
        how = _HOW.get(said.get("state_reason"), How.OTHER)
        at = datetime.fromisoformat(said["closed_at"] or said["updated_at"])
        return Closing(how, _login(by), not over and self.may_write(_login(by)), at)

    def _comments(self, number: int) -> Iterator[Comment]:
        for said in self.line.pages(self._path(f"/issues/{number}/comments")):
            login = _login(said.get("user"))
            yield Comment(int(said["id"]), login, self.may_write(login), said.get("body") or "")

    def _trusted(self, user: object) -> bool:
        """An app can only have been let in by who may; a person is asked about."""
        app = isinstance(user, dict) and user.get("type") == "Bot"
        return app or self.may_write(_login(user))


def _login(user: object) -> str:
    return str(user.get("login") or "") if isinstance(user, dict) else ""


def _logins(users: object) -> tuple[str, ...]:
    return tuple(_login(each) for each in users) if isinstance(users, list) else ()
