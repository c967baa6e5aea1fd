"""What makes all that is kept worthless: another program or a package it works with, and nothing else."""

import sys
import tomllib
from pathlib import Path

import pytest

from deskdiary.shells.cache import program as made_of
from deskdiary.shells.cache.program import needed
from processes import TOP


def package(folder: Path, name: str, *asks_for: str) -> None:
    told = folder / f"{name}.dist-info"
    told.mkdir(exist_ok=True)
    asked = "".join(f"Requires-Dist: {each}\n" for each in asks_for)
    (told / "METADATA").write_text(f"Name: {name}\n{asked}\nRequires-Dist: only-words\n", encoding="utf-8")


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    package(tmp_path, "deskdiary-0.1.0", "MkDocs<2,>=1.6", "PyYAML>=6", 'keyring>=25; extra == "keyring"')
    package(tmp_path, "mkdocs-1.6.1", "jinja2>=2.11.1", 'babel>=2.9; extra == "i18n"', "deskdiary")
    package(tmp_path, "Jinja2-3.1.6")
    package(tmp_path, "pyyaml-6.0.3")
    package(tmp_path, "only_words-1.0")
    package(tmp_path, "keyring-25.0")
    package(tmp_path, "pytest-8.3")
    return tmp_path


def counted(folder: Path) -> frozenset[str]:
    return needed(made_of._installed([str(folder)]))


def test_what_it_asks_for_counts_and_what_that_asks_for(installed: Path) -> None:
    assert counted(installed) == {
        "deskdiary-0.1.0.dist-info",
        "mkdocs-1.6.1.dist-info",
        "Jinja2-3.1.6.dist-info",
        "pyyaml-6.0.3.dist-info",
    }


def test_something_installed_for_another_purpose_makes_nothing_stale(installed: Path) -> None:
    before = counted(installed)
    package(installed, "numpy-2.1", "pyyaml")
    assert counted(installed) == before


def test_another_version_of_what_it_works_with_does(installed: Path) -> None:
    before = counted(installed)
    (installed / "Jinja2-3.1.6.dist-info").rename(installed / "jinja2-3.2.0.dist-info")
    assert counted(installed) != before


def test_where_it_is_not_installed_every_package_counts(installed: Path) -> None:
    for file in (installed / "deskdiary-0.1.0.dist-info").iterdir():
        file.unlink()
    (installed / "deskdiary-0.1.0.dist-info").rmdir()
    assert "pytest-8.3.dist-info" in counted(installed)


def test_the_package_that_python_finds_first_is_the_one(installed: Path, tmp_path: Path) -> None:
    later = tmp_path / "later"
    later.mkdir()
    package(later, "jinja2-2.0")
    found = made_of._installed([str(installed), str(later)])
    assert found["jinja2"].endswith("Jinja2-3.1.6.dist-info")


def test_here_everything_counts_that_pyproject_names() -> None:
    """And so what these need: PyYAML, Markdown, phonenumbers and all others that what is kept rests on."""
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = {
        made_of._plain(made_of._NAMED.findall(f'"{each}')[0])
        for each in project["dependencies"]
        if "win32" not in each or sys.platform == "win32"
    }
    assert set(made_of._of_the_checkout(TOP / "pyproject.toml")) >= named
    installed = made_of._installed(sys.path)
    found = needed(installed, made_of._of_the_checkout(TOP / "pyproject.toml"))
    assert {Path(installed[name]).name for name in named} <= found
    assert not any(each.startswith(("pytest-", "mypy-", "ruff-")) for each in found)
