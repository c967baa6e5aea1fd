"""The MkDocs plugin: it lets the pages be staged, then points MkDocs at them. It decides nothing."""

from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.resources import files as resources
from pathlib import Path

from jinja2 import Environment
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files

NOTES = ("library.yml", "patrons", "resources", "wording", "docs")


@dataclass(frozen=True, slots=True)
class Staged:
    """Pages on disk, ready to be rendered: where, what to call the site, and what every page must say."""

    folder: Path
    title: str = field(repr=False)
    fixed_day: str = ""


Stage = Callable[[Path], Staged]


class StagedPages(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Puts staged pages in the place of `docs/`. Whoever binds it says how they are staged."""

    stage: Stage

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Stage the pages anew for every build."""
        staged = self.stage(root_of(config))
        config.docs_dir = str(staged.folder)
        config.site_name = escape(staged.title)
        config.extra["deskdiary"] = {"fixed_day": staged.fixed_day}
        config.theme.dirs.insert(0, str(resources("deskdiary").joinpath("site/theme")))
        return config

    def on_env(self, env: Environment, /, *, files: Files, **_: object) -> Environment:
        """Escape the titles of pages before any is rendered: Material puts them in as they are."""
        for file in files.documentation_pages():
            if file.page is not None:
                file.page.title = escape(file.page.title)
        return env

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, **_: object) -> LiveReloadServer:
        """Watch what people write instead of what is made of it."""
        server.unwatch(config.docs_dir)
        for name in NOTES:
            if (root_of(config) / name).exists():
                server.watch(str(root_of(config) / name))
        return server


def root_of(config: MkDocsConfig) -> Path:
    """The desk's folder: where the project's `mkdocs.yml` is, unless a desk without one is built."""
    return Path(str(config.extra.get("deskdiary_root") or Path(config.config_file_path).parent))
