"""Our workflows run on this machine by `act`: a server with a desk, the emulated GitHub, no other network."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from desk_writing import write_desk
from forge.emulated_github import REPOSITORY, EmulatedGitHub, a_token
from forge.morning import git
from processes import TOP, Ran

# With the desk, what a workflow needs of this repository.
_NEEDED = (".github", ".gitignore", "Makefile", "pyproject.toml", "requirements/runtime.lock")
_ACTIONS = Path(__file__).parent / "actions"
ON = {"DESK_ISSUES": "on", "DESK_SITE": "artifact", "DESK_CAPTURE": "on"}


@dataclass(frozen=True, slots=True)
class Line:
    """The address of GitHub's API, and what vouches for it: the program takes no other."""

    url: str
    certificate: Path


@dataclass(frozen=True, slots=True)
class Desk:
    """A desk on a server, what its library switched on, and whatever its runs kept."""

    folder: Path
    github: EmulatedGitHub
    line: Line
    token: str = field(default_factory=a_token, repr=False)

    @property
    def server(self) -> Path:
        """The bare repository that everybody sends to."""
        return self.folder / "server.git"

    @property
    def kept(self) -> Path:
        """What was kept as an artefact."""
        return self.folder / "kept"

    @property
    def clone(self) -> Path:
        """A colleague's own."""
        return self.folder / "clone"

    def note(self, key: str) -> str:
        """A patron's note as the server has it."""
        return git(self.server, "show", f"main:patrons/{key}.md")

    def log(self) -> list[str]:
        """What the server's commits say, the newest first."""
        return git(self.server, "log", "--format=%s", "main").splitlines()

    def send(self, key: str, text: str, to: str = "main") -> None:
        """A colleague writes a note and sends it."""
        git(self.clone, "pull", "-q", "--ff-only", "origin", "main")
        (self.clone / "patrons" / f"{key}.md").write_text(text, encoding="utf-8")
        git(self.clone, "add", "patrons")
        git(self.clone, "commit", "-q", "-m", f"note: {key}")
        git(self.clone, "push", "-q", "origin", f"HEAD:{to}")

    def run(
        self,
        workflow: str,
        event: str,
        payload: Mapping[str, Any] | None = None,
        *,
        on: Mapping[str, str] = ON,
        job: str = "",
    ) -> Ran:
        """A workflow as the forge runs it when something happened, with these variables set."""
        said = self.folder / "event.json"
        said.write_text(json.dumps(payload or {}), encoding="utf-8")
        words = ["-W", f".github/workflows/{workflow}.yml", "-e", str(said), "-C", str(self.clone)]
        words += ["--env-file", "/dev/null", "-P", "ubuntu-24.04=-self-hosted", "--no-cache-server"]
        words += ["--no-skip-checkout", "--defaultbranch", "main"]
        # Without the stars that act puts in a token's place: a test is to see whether anything printed it.
        words += ["-s", f"GITHUB_TOKEN={self.token}", "--insecure-secrets", *(("-j", job) if job else ())]
        for name in sorted(_actions(workflow)):
            words += ["--local-repository", f"{name}={_ACTIONS / name.split('@')[0].split('/')[1]}"]
        for option, values in (("--env", self._environment()), ("--var", on)):
            for name, value in values.items():
                words += [option, f"{name}={value}"]
        return _act(event, words, self.folder)

    def _environment(self) -> dict[str, str]:
        return {
            "GITHUB_API_URL": self.line.url,
            "SSL_CERT_FILE": str(self.line.certificate),
            "GITHUB_REPOSITORY": REPOSITORY,
            "DESK_SERVER": self.server.as_uri(),
            "DESK_KEPT": str(self.kept),
            "DESK_PYTHON": sys.executable,
            "DESK_PROGRAM": str(TOP / "scripts"),
        }


def _actions(workflow: str) -> set[str]:
    """What others made and a workflow uses, each by its commit."""
    read = yaml.safe_load((TOP / f".github/workflows/{workflow}.yml").read_text(encoding="utf-8"))
    return {step["uses"] for job in read["jobs"].values() for step in job["steps"] if "uses" in step}


def _act(event: str, words: list[str], folder: Path) -> Ran:
    """`act`, in a home of its own and with nothing of what this process has in its environment."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder / "home"),
        "GIT_CONFIG_NOSYSTEM": "1",
        "NO_MKDOCS_2_WARNING": "1",
        "PIP_NO_INDEX": "1",
    }
    done = subprocess.run(
        [act(), event, *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def act() -> str:
    """Where `act` is: beside Python, where the package puts it."""
    found = shutil.which("act", path=str(Path(sys.executable).parent))
    if found is None:
        if os.environ.get("CI"):
            pytest.fail("there is no act here, and CI must have it")
        pytest.skip("needs act, which is made for Linux")
    return found


def desk_on_a_server(folder: Path, text: str, github: EmulatedGitHub, line: Line) -> Desk:
    """A desk with the workflows, on a server, and a colleague's clone of it."""
    desk = Desk(folder, github, line)
    seed = write_desk(folder / "seed", text).root
    for name in _NEEDED:
        (seed / name).parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (TOP / name).is_dir() else shutil.copy
        copy(TOP / name, seed / name)
    git(seed, "init", "-q", "-b", "main")
    git(seed, "add", "-A")
    git(seed, "commit", "-q", "-m", "The desk")
    git(folder, "clone", "-q", "--bare", str(seed), str(desk.server))
    git(folder, "clone", "-q", str(desk.server), str(desk.clone))
    for name in ("home", "kept"):
        (folder / name).mkdir()
    return desk
