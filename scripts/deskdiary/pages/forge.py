"""Where a note's lines are on the forge that keeps it: to look at, and to edit."""

from dataclasses import dataclass
from urllib.parse import quote, urlsplit

_LOOK = {"_edit/": "src/branch/", "edit/": "blob/"}


@dataclass(frozen=True, slots=True)
class Forge:
    """The beginnings of the addresses at which files are looked at and edited; both end with `/`."""

    look: str
    edit: str

    def lines(self, path: str) -> str:
        """The address of any line of a note, but for the number it ends with."""
        return f"{self.look}{quote(path)}#L"

    def editor(self, path: str) -> str:
        """The address at which a note can be edited."""
        return f"{self.edit}{quote(path)}"


def forge_of(repo_url: str, edit_uri: str) -> Forge | None:
    """The forge that `repo_url` and `edit_uri` in mkdocs.yml name; None unless it is asked over HTTPS.

    MkDocs counts `edit_uri` from docs/; the notes are beside it.
    """
    if urlsplit(repo_url).scheme != "https" or not edit_uri:
        return None
    edit = f"{repo_url.rstrip('/')}/{edit_uri.strip('/').removesuffix('docs').rstrip('/')}/"
    for editing, looking in _LOOK.items():
        if f"/{editing}" in edit:
            return Forge(edit.replace(f"/{editing}", f"/{looking}", 1), edit)
    return None
