"""What GitHub's API says of a repository and of its Pages."""

from dataclasses import dataclass

from deskdiary.publishing.answer import Said
from deskdiary.publishing.asked_for import Token
from deskdiary.shells.visibility.asking import ask

API = {"Accept": "application/vnd.github+json", "X-GitHub-Api-Version": "2022-11-28"}


@dataclass(frozen=True, slots=True)
class Forge:
    """GitHub's API at an https address, and what opens it."""

    api: str
    token: Token

    def says_of_repository(self, repository: str) -> Said:
        """What the forge says of a repository."""
        return self._says(f"/repos/{repository}")

    def says_of_pages(self, repository: str) -> Said:
        """What the forge says of a repository's Pages."""
        return self._says(f"/repos/{repository}/pages")

    def _says(self, path: str) -> Said:
        return ask(f"{self.api}{path}", {**API, "Authorization": f"Bearer {self.token.secret}"})
