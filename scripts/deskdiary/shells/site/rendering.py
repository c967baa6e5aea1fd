"""Building the site from staged pages, whole or not at all."""

import logging
import tempfile
from importlib.resources import as_file, files
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from deskdiary.refusal import Refusal
from deskdiary.shells.site.plugin import StagedPages
from deskdiary.shells.site.shell_maker import ShellMaker
from deskdiary.shells.site.shell_store import OWN_CONFIG
from deskdiary.shells.site.site_folder import mark, refuse_strangers
from deskdiary.shells.site.staged import Place, Repository, Stage


def build_by_mkdocs(place: Place, stage: Stage) -> None:
    """Have MkDocs make every page of the site. The one that was there stays until the new one is whole.

    It is made in the cache, which Git leaves alone, and only its owner may open it.
    """
    site = place.site
    refuse_strangers(site)
    with tempfile.TemporaryDirectory(prefix="site-", dir=place.cache) as beside:
        made = Path(beside) / "new"
        render(place.root, stage, made, place.site_url)
        mark(made)
        made.chmod(0o700)
        if site.exists():
            site.replace(Path(beside) / "old")
        made.replace(site)


def render(root: Path, stage: Stage, into: Path, site_url: str | None = None) -> MkDocsConfig:
    """The pages as HTML in a folder. Raises Refusal where MkDocs cannot do what `mkdocs.yml` says."""
    config = configured(root, stage, into)
    run_mkdocs(config, site_url)
    return config


def run_mkdocs(config: MkDocsConfig, site_url: str | None = None, maker: ShellMaker | None = None) -> None:
    """Render, and let a maker of shells look on."""
    plugin_of(config).maker = maker
    if site_url is not None:
        config.site_url = site_url
    try:
        config.plugins.on_startup(command="build" if site_url is None else "serve", dirty=False)
        mkdocs_build(config)
    except MkDocsException as fault:
        raise Refusal(f"MkDocs cannot build the site ({type(fault).__name__}).") from fault


def configured(root: Path, stage: Stage | None = None, into: Path | None = None) -> MkDocsConfig:
    """The desk's own `mkdocs.yml`, else the one that comes with the program."""
    own = root / OWN_CONFIG
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    try:
        with as_file(files("deskdiary").joinpath("site", OWN_CONFIG)) as ours:
            file = str(own if own.is_file() else ours)
            config = load_config(file) if into is None else load_config(file, site_dir=str(into))
    except MkDocsException as fault:
        raise Refusal(f"{OWN_CONFIG} cannot be used ({type(fault).__name__}): see `mkdocs build`.") from fault
    config.extra["deskdiary_root"] = str(root)
    plugin = plugin_of(config)
    plugin.stage = stage or plugin.stage
    return config


def plugin_of(config: MkDocsConfig) -> StagedPages:
    """Our plugin, without which MkDocs would render something else."""
    plugin = config.plugins.get("deskdiary")
    if not isinstance(plugin, StagedPages):
        raise Refusal(f"{OWN_CONFIG} lacks the plugin: put deskdiary under plugins.")
    return plugin


def repository_of(config: MkDocsConfig) -> Repository:
    """Where the notes are kept, as mkdocs.yml says."""
    return Repository(config.repo_url or "", config.edit_uri or "")
