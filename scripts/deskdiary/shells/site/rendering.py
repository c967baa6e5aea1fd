"""Building the site from staged pages, whole or not at all."""

import logging
import shutil
import tempfile
from importlib.resources import as_file, files
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from deskdiary.refusal import Refusal
from deskdiary.shells.site.plugin import Stage, StagedPages

OWN_CONFIG = "mkdocs.yml"
CACHE = Path(".cache", "deskdiary")
MARK = ".deskdiary"
# By this a site is known that `mkdocs build` made of our pages.
_OURS = b'<meta name="robots" content="noindex, nofollow, noarchive">'


def build_site(root: Path, stage: Stage) -> Path:
    """The site in `site/`. The one that was there stays until the new one is whole.

    It is made in the cache, which Git leaves alone, and only its owner may open it. Raises Refusal where
    something that we did not make would have to go.
    """
    site, cache = root / "site", root / CACHE
    _refuse_strangers(site)
    cache.mkdir(mode=0o700, parents=True, exist_ok=True)
    for left in cache.glob("site-*"):
        shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix="site-", dir=cache) as beside:
        made = Path(beside) / "new"
        render(root, stage, made)
        (made / MARK).write_text("Made by deskdiary build, which may replace it.\n", encoding="utf-8")
        made.chmod(0o700)
        if site.exists():
            site.replace(Path(beside) / "old")
        made.replace(site)
    return site


def _refuse_strangers(site: Path) -> None:
    if site.is_symlink():
        raise Refusal("site is a link; take it away first.")
    if not site.exists() or (site.is_dir() and not any(site.iterdir())):
        return
    page = site / "index.html"
    ours = (site / MARK).is_file() or (page.is_file() and _OURS in page.read_bytes())
    if not ours:
        raise Refusal("site is there already, and not made by us; move it away first.")


def render(root: Path, stage: Stage, into: Path, site_url: str | None = None) -> MkDocsConfig:
    """The pages as HTML in a folder. Raises Refusal where MkDocs cannot do what `mkdocs.yml` says."""
    config = configured(root, stage, into)
    if site_url is not None:
        config.site_url = site_url
    try:
        config.plugins.on_startup(command="build" if site_url is None else "serve", dirty=False)
        mkdocs_build(config)
    except MkDocsException as fault:
        raise Refusal(f"MkDocs cannot build the site ({type(fault).__name__}).") from fault
    return config


def configured(root: Path, stage: Stage, into: Path) -> MkDocsConfig:
    """The desk's own `mkdocs.yml`, else the one that comes with the program."""
    own = root / OWN_CONFIG
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    try:
        with as_file(files("deskdiary").joinpath("site", OWN_CONFIG)) as ours:
            config = load_config(config_file=str(own if own.is_file() else ours), site_dir=str(into))
    except MkDocsException as fault:
        raise Refusal(f"{OWN_CONFIG} cannot be used ({type(fault).__name__}): see `mkdocs build`.") from fault
    config.extra["deskdiary_root"] = str(root)
    plugin = config.plugins.get("deskdiary")
    if not isinstance(plugin, StagedPages):
        raise Refusal(f"{OWN_CONFIG} lacks the plugin: put deskdiary under plugins.")
    plugin.stage = stage
    return config
