"""What a site's configuration is made of, where a desk has a hook of its own for MkDocs."""

from pathlib import Path

from desk_writing import write_desk
from deskdiary.shells.site.shell_store import config_files


def put(root: Path, *paths: str) -> None:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("", encoding="utf-8")


def test_a_hook_beside_the_notes_is_watched_with_what_it_can_load_and_without_the_notes(
    tmp_path: Path,
) -> None:
    root = write_desk(tmp_path, "name: Ida Quill").root
    put(
        root,
        "mkdocs.yml",
        "hook.py",
        "rota.csv",
        ".env",
        "words/__init__.py",
        "words/names.py",
        "site/index.html",
    )
    watched = {Path(each).name for each in config_files(root, [root])}
    assert watched == {"mkdocs.yml", "library.yml", "hook.py", "rota.csv", "__init__.py", "names.py"}


def test_in_a_folder_of_its_own_everything_is_watched(tmp_path: Path) -> None:
    put(tmp_path, "mkdocs.yml", "hooks/hook.py", "hooks/names.txt")
    watched = {Path(each).name for each in config_files(tmp_path, [tmp_path / "hooks"])}
    assert watched == {"mkdocs.yml", "hook.py", "names.txt"}
