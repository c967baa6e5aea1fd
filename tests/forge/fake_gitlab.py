"""A GitLab of the tests' own, as far as its documentation says how issues, notes, labels and members behave.

No emulator of GitLab runs here. What this one does is written from GitLab's REST documentation: who may do
what, which status a refusal has, how lists are cut into pages, what it adds by itself.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from threading import Thread
from typing import Any, TypeAlias
from urllib.parse import parse_qs, quote, urlsplit

from forge.emulated_github import ROBOT
from forge.gitlab_project import Json, NotDone, Project
from serving import LOOPBACK, QuietServer

Answered: TypeAlias = tuple[int, Any]


def _members(project: Project, _number: int, _said: Json) -> Answered:
    return 200, [{**project.person(each), "access_level": level} for each, level in project.members.items()]


def _labels(project: Project, _number: int, _said: Json) -> Answered:
    return 200, [{"name": name, "description": text or None} for name, text in project.labels_there.items()]


def _make_label(project: Project, _number: int, said: Json) -> Answered:
    if said["name"] in project.labels_there:
        raise NotDone(409, "Label already exists")
    project.labels_there[said["name"]] = said.get("description", "")
    return 201, {"name": said["name"]}


def _issues(project: Project, _number: int, said: Json) -> Answered:
    return 200, sorted(project.there, key=lambda each: each["iid"], reverse=said.get("sort") != "asc")


def _notes(project: Project, number: int, _said: Json) -> Answered:
    project.find(number)
    return 200, project.notes.get(number, [])


def _make_note(project: Project, number: int, said: Json) -> Answered:
    project.comment(ROBOT, number, said["body"])
    return 201, project.notes[number][-1]


ADDRESSES: Mapping[str, Callable[[Project, int, Json], Answered]] = {
    r"GET ": lambda project, _number, _said: (200, project.project()),
    r"GET /members/all": _members,
    r"GET /labels": _labels,
    r"POST /labels": _make_label,
    r"GET /issues": _issues,
    r"POST /issues": lambda project, _number, said: (201, project.create(ROBOT, said)),
    r"GET /issues/(\d+)": lambda project, number, _said: (200, project.find(number)),
    r"PUT /issues/(\d+)": lambda project, number, said: (200, project.change(ROBOT, number, said)),
    r"GET /issues/(\d+)/notes": _notes,
    r"POST /issues/(\d+)/notes": _make_note,
}
"""The few addresses that there are."""


def _answer(project: Project, asked: str, said: Json) -> Answered:
    project.level(ROBOT)
    for address, answer in ADDRESSES.items():
        if found := re.fullmatch(address, asked):
            return answer(project, int(found[1]) if found.groups() else 0, said)
    raise NotDone(404, "404 Not Found")


class _Server(QuietServer):
    def __init__(self, project: Project) -> None:
        super().__init__((LOOPBACK, 0), _Handler)
        self.project = project


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def handle_one(self) -> None:
        project, address = self.server.project, urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        query = {name: values[-1] for name, values in parse_qs(address.query).items()}
        try:
            status, says = self._routed(project, address.path, {**query, **json.loads(body or b"{}")})
        except NotDone as refusal:
            status, says = refusal.status, {"message": str(refusal)}
        self._send(status, says, query)

    do_GET = do_POST = do_PUT = handle_one  # noqa: N815 - the server calls them so

    def _routed(self, project: Project, path: str, said: Json) -> Answered:
        if not (self.headers.get("Authorization") or "").startswith("Bearer made-up-token-"):
            raise NotDone(401, "401 Unauthorized")
        home = f"/api/v4/projects/{quote(project.path, safe='')}"
        if not path.startswith(home):
            raise NotDone(404, "404 Project Not Found")
        return _answer(project, f"{self.command} {path.removeprefix(home)}", said)

    def _send(self, status: int, says: Any, query: dict[str, str]) -> None:  # noqa: ANN401 - it is JSON
        page, size = int(query.get("page", 1)), min(int(query.get("per_page", 20)), 100)
        more = isinstance(says, list) and len(says) > page * size
        cut = says[(page - 1) * size : page * size] if isinstance(says, list) else says
        content = json.dumps(cut).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        if more:
            self.send_header("X-Next-Page", str(page + 1))
            self.send_header(
                "Link", f'<http://{self.headers["Host"]}{self.path}&page={page + 1}>; rel="next"'
            )
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing of who asked for what."""


@contextmanager
def fake_gitlab() -> Iterator[Project]:
    """One that runs until it is no longer needed."""
    project = Project()
    with _Server(project) as server:
        project.url = f"http://{LOOPBACK}:{server.server_address[1]}"
        Thread(target=server.serve_forever, daemon=True, kwargs={"poll_interval": 0.05}).start()
        yield project
        server.shutdown()
