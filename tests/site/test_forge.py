"""Where the forge shows and edits a note, by what mkdocs.yml says of it."""

import pytest

from deskdiary.pages.forge import forge_of

NOTE = "patrons/p-a#1.md"


@pytest.mark.parametrize(
    ("repo_url", "edit_uri", "line", "editor"),
    [
        pytest.param(
            "https://github.com/vale/diary",
            "edit/main/docs/",
            "https://github.com/vale/diary/blob/main/patrons/p-a%231.md#L7",
            "https://github.com/vale/diary/edit/main/patrons/p-a%231.md",
            id="GitHub, as MkDocs has it",
        ),
        pytest.param(
            "https://gitlab.example.ac.uk/library/diary/",
            "-/edit/main/",
            "https://gitlab.example.ac.uk/library/diary/-/blob/main/patrons/p-a%231.md#L7",
            "https://gitlab.example.ac.uk/library/diary/-/edit/main/patrons/p-a%231.md",
            id="a GitLab of one's own",
        ),
        pytest.param(
            "https://codeberg.org/vale/diary",
            "_edit/main/",
            "https://codeberg.org/vale/diary/src/branch/main/patrons/p-a%231.md#L7",
            "https://codeberg.org/vale/diary/_edit/main/patrons/p-a%231.md",
            id="Forgejo",
        ),
    ],
)
def test_a_line_and_its_editor(repo_url: str, edit_uri: str, line: str, editor: str) -> None:
    forge = forge_of(repo_url, edit_uri)
    assert forge is not None
    assert (f"{forge.lines(NOTE)}7", forge.editor(NOTE)) == (line, editor)


@pytest.mark.parametrize(
    ("repo_url", "edit_uri"),
    [
        pytest.param("", "", id="no forge is named"),
        pytest.param("http://forge.example.org/x", "edit/main/", id="not over HTTPS"),
        pytest.param("javascript:alert(1)//", "edit/main/", id="no address at all"),
        pytest.param("https://forge.example.org/x", "", id="no way to edit"),
        pytest.param("https://forge.example.org/x", "wiki/", id="a way that is none"),
    ],
)
def test_without_a_forge_reasons_stay_within_the_site(repo_url: str, edit_uri: str) -> None:
    assert forge_of(repo_url, edit_uri) is None
