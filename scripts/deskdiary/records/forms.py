"""The forms in the browser, as `library.yml` turns them on: which forge keeps the notes, and where it is."""

from collections.abc import Mapping
from dataclasses import dataclass

from deskdiary.records.place import Said

GITHUB, GITLAB, GITEA, NONE = "github", "gitlab", "gitea", "none"
FORGES = (GITHUB, GITLAB, GITEA, NONE)
_USUAL: Mapping[str, str] = {GITHUB: "https://github.com", GITLAB: "https://gitlab.com"}
_API: Mapping[str, str] = {GITHUB: "/api/v3", GITLAB: "/api/v4", GITEA: "/api/v1"}


@dataclass(frozen=True, slots=True)
class Forms:
    """Where a form takes a note from and writes it to. With no forge it is a folder on one's own machine."""

    forge: Said[str]
    repository: Said[str] | None = None
    branch: Said[str] | None = None
    host: Said[str] | None = None

    @property
    def server(self) -> str | None:
        """The forge's own address; none where there is no forge, or nobody can tell which."""
        return self.host.value if self.host else _USUAL.get(self.forge.value)

    @property
    def api(self) -> str | None:
        """Where the forge is asked: the one other address that the page of forms may know."""
        if self.forge.value == GITHUB and self.server == _USUAL[GITHUB]:
            return "https://api.github.com"
        return self.server + _API[self.forge.value] if self.server else None

    @property
    def missing(self) -> str | None:
        """What has to be said besides, before a form can work."""
        if self.forge.value == NONE:
            return None
        if self.repository is None:
            return "repository"
        return None if self.server else "host"
