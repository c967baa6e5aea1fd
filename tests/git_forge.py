"""A forge of the tests' own: as much of GitHub as the forms ask of it, over a real Git repository."""

import json
import re
import subprocess
from base64 import b64decode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from ssl import PROTOCOL_TLS_SERVER, SSLContext
from threading import Thread

from serving import LOOPBACK, PATIENCE, Certificate

TOKEN = "made-up-token"
BRANCH = "main"
REPOSITORY = "vale-library/desk"
_PERSON = {"id": 1, "login": "ep-example", "name": "Elin Pryce", "email": "elin.pryce@example.org"}
_OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Headers": "authorization, content-type, accept",
    "Access-Control-Allow-Methods": "GET, POST",
}


@dataclass(frozen=True, slots=True)
class Repository:
    """A bare repository, and what is done in it with Git itself."""

    path: Path
    first: str
    messages: list[str] = field(default_factory=list)

    def git(self, *arguments: str, given: bytes = b"") -> str:
        command = ["git", "-C", str(self.path), "-c", "user.name=forge", "-c", "user.email=f@example.org"]
        done = subprocess.run(
            [*command, *arguments], input=given, capture_output=True, timeout=PATIENCE, check=True
        )
        return done.stdout.decode()

    def begin_again(self) -> None:
        """As at first: nobody has written anything here."""
        self.git("update-ref", f"refs/heads/{BRANCH}", self.first)
        self.messages.clear()

    @property
    def head(self) -> str:
        return self.git("rev-parse", BRANCH).strip()

    def tree(self) -> list[Mapping[str, object]]:
        lines = [line.split("\t") for line in self.git("ls-tree", "-r", "-l", BRANCH).splitlines()]
        return [_listed(told.split(), path) for told, path in lines]

    def commit(self, additions: list[Mapping[str, str]], expected: str, message: str) -> str:
        """One commit, on top of what was expected there: else Git refuses it."""
        index = {"GIT_INDEX_FILE": str(self.path / "forge-index")}
        self._indexed(index, "read-tree", expected)
        for each in additions:
            blob = self.git("hash-object", "-w", "--stdin", given=b64decode(each["contents"])).strip()
            self._indexed(index, "update-index", "--add", "--cacheinfo", f"100644,{blob},{each['path']}")
        tree = self._indexed(index, "write-tree").strip()
        made = self.git("commit-tree", tree, "-p", expected, "-m", message).strip()
        self.git("update-ref", f"refs/heads/{BRANCH}", made, expected)
        self.messages.append(message)
        return made

    def _indexed(self, index: Mapping[str, str], *arguments: str) -> str:
        command = ["git", "-C", str(self.path), *arguments]
        return subprocess.run(command, env=index, capture_output=True, text=True, check=True).stdout


def _listed(told: list[str], path: str) -> Mapping[str, object]:
    """A file as GitHub lists it."""
    mode, kind, sha, size = told
    return {"mode": mode, "type": kind, "sha": sha, "size": int(size), "path": path}


@dataclass(frozen=True, slots=True)
class GitForge:
    """The forge as it runs: where it is, and the repository behind it."""

    url: str
    repository: Repository


def graph(repository: Repository, query: str, variables: Mapping[str, object]) -> Mapping[str, object]:
    """The answer to the few questions that are put in GraphQL."""
    if "createCommitOnBranch" in query:
        return _committed(repository, variables["input"])
    blobs = dict(re.findall(r'(content_\d+):\s*object\(oid: "([0-9a-f]+)"\)', query))
    if blobs:
        texts = {name: repository.git("cat-file", "blob", sha) for name, sha in blobs.items()}
        return {"repository": {name: {"text": text, "isTruncated": False} for name, text in texts.items()}}
    told = re.findall(r"(commit_\d+):\s*ref", query)
    if told:
        node = {"author": {**_PERSON, "user": None}, "committedDate": "2026-11-24T09:00:00Z"}
        answer = {"target": {"history": {"nodes": [node]}}}
        return {"repository": dict.fromkeys(told, answer)}
    if "defaultBranchRef" in query:
        return {"repository": {"defaultBranchRef": {"name": BRANCH}}}
    last = {"oid": repository.head, "message": "Notes"}
    return {"repository": {"ref": {"target": {"history": {"nodes": [last]}}}}}


def _committed(repository: Repository, given: object) -> Mapping[str, object]:
    assert isinstance(given, dict)
    changes = given["fileChanges"]
    assert changes["deletions"] == []
    message = given["message"]["headline"]
    made = repository.commit(changes["additions"], given["expectedHeadOid"], message)
    files = {f"file_{at}": {"oid": "0" * 40} for at, _ in enumerate(changes["additions"])}
    date = "2026-11-24T10:00:00Z"
    return {"createCommitOnBranch": {"commit": {"oid": made, "committedDate": date, **files}}}


class _Handler(BaseHTTPRequestHandler):
    repository: Repository

    def do_OPTIONS(self) -> None:
        self._answer(204)

    def do_GET(self) -> None:
        path = self.path.removeprefix("/api/v3").split("?")[0]
        if self.headers["Authorization"] != f"token {TOKEN}":
            self._answer(401, {})
        elif path == "/user":
            self._answer(200, _PERSON)
        elif path.startswith(f"/repos/{REPOSITORY}/collaborators/"):
            self._answer(204)
        elif path.startswith(f"/repos/{REPOSITORY}/git/trees/"):
            self._answer(200, {"tree": self.repository.tree()})
        else:
            self._answer(404, {})

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        known = self.path == "/api/graphql" and self.headers["Authorization"] == f"token {TOKEN}"
        told = {"data": graph(self.repository, asked["query"], asked["variables"])} if known else {}
        self._answer(200 if known else 404, told)

    def _answer(self, status: int, told: object = None) -> None:
        body = b"" if told is None else json.dumps(told).encode()
        self.send_response(status)
        headers = {"Content-Type": "application/json", "Content-Length": str(len(body)), **_OPEN}
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing of who asked for what."""


@contextmanager
def git_forge(desk: Path, folder: Path, certificate: Certificate, port: int) -> Iterator[GitForge]:
    """A forge that keeps a desk's notes, which are a repository already."""
    bare = folder / "desk.git"
    subprocess.run(["git", "clone", "-q", "--bare", str(desk), str(bare)], check=True, timeout=PATIENCE)
    first = subprocess.run(
        ["git", "-C", str(bare), "rev-parse", BRANCH], check=True, capture_output=True, text=True
    )
    repository = Repository(bare, first.stdout.strip())
    handler = type("Handler", (_Handler,), {"repository": repository})
    with ThreadingHTTPServer((LOOPBACK, port), handler) as server:
        context = SSLContext(PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate.file, certificate.key)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        Thread(target=server.serve_forever, daemon=True).start()
        yield GitForge(f"https://{LOOPBACK}:{port}", repository)
        server.shutdown()
