"""Which forge a run is on, by the environment its workflow gives it, and the token that opens it."""

import os
from urllib.parse import urlsplit

from deskdiary.issues.forge import Forge
from deskdiary.publishing.asked_for import Token, https_address, repository_named, token_of
from deskdiary.publishing.on_gitlab import project_named
from deskdiary.refusal import Refusal
from deskdiary.shells.forge.asking import Line
from deskdiary.shells.forge.github import API, GitHub

GITHUB = "https://api.github.com"
_HERE = frozenset({"127.0.0.1", "localhost", "::1"})


def forge_named(repository: str) -> Forge:
    """The repository on the forge, or a refusal that says what is missing."""
    on_gitlab = "CI_API_V4_URL" in os.environ and "GITHUB_REPOSITORY" not in os.environ
    return _on_gitlab(repository) if on_gitlab else _on_github(repository)


def _on_github(repository: str) -> Forge:
    named = repository_named(repository)
    if named is None:
        raise Refusal("no repository is named. Type --repository owner/name, or set GITHUB_REPOSITORY.")
    api = address(os.environ.get("GITHUB_API_URL") or GITHUB, "GITHUB_API_URL")
    return GitHub(Line("GitHub", api, token("GITHUB_TOKEN"), API), named)


def _on_gitlab(repository: str) -> Forge:
    named = project_named(repository)
    if named is None:
        raise Refusal("no project is named. Type --repository group/project, or set CI_PROJECT_PATH.")
    api = address(os.environ["CI_API_V4_URL"], "CI_API_V4_URL")
    if not api.endswith("/api/v4"):
        raise Refusal("CI_API_V4_URL has to end with /api/v4.")
    try:
        # An extra, which need not be installed, and takes its time.
        from deskdiary.shells.forge.gitlab import GitLab  # noqa: PLC0415 - see above
        from deskdiary.shells.forge.gitlab_line import line_to  # noqa: PLC0415 - see above
    except ModuleNotFoundError:
        raise Refusal("GitLab takes a package more: .venv/bin/pip install 'python-gitlab>=8'.") from None
    return GitLab(line_to(api, token("GITLAB_TOKEN")), named)


def token(variable: str) -> Token:
    """The token that a variable of the environment holds; it is never on the command line."""
    found = token_of(os.environ.get(variable, ""))
    if found is None:
        raise Refusal(f"{variable} holds no token, and only with one can issues be read and written.")
    return found


def address(text: str, said_where: str) -> str:
    """An https address; a plain one only where it does not leave this machine."""
    if https_address(text.replace("http://", "https://", 1)) and _stays_here(text):
        return text.rstrip("/")
    found = https_address(text)
    if found is None:
        raise Refusal(
            f"{said_where} has to be a plain https address, such as https://forge.example.org/api/v3."
        )
    return found


def _stays_here(text: str) -> bool:
    parts = urlsplit(text)
    return parts.scheme == "http" and parts.hostname in _HERE
