"""The MkDocs plugin: it lets the pages be staged, then points MkDocs at them. It decides nothing."""

from html import unescape
from importlib.resources import files as resources
from pathlib import Path

from jinja2 import Environment
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from deskdiary.shells.site.policy import with_policy
from deskdiary.shells.site.shell_maker import ShellMaker, without_marks
from deskdiary.shells.site.staged import Repository, Stage

# Material's own search, which ours takes the place of, and a list of all pages for search engines.
_SITEMAP = "sitemap.xml"
_OF_NO_USE = ("assets/javascripts/workers/", "assets/javascripts/lunr/", _SITEMAP)
NOTES = ("library.yml", "patrons", "resources", "wording", "docs")


class StagedPages(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Puts staged pages in the place of `docs/`. Whoever binds it says how they are staged."""

    stage: Stage
    previewing: bool = False
    maker: ShellMaker | None = None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Stage the pages anew for every build."""
        repository = Repository(config.repo_url or "", config.edit_uri or "")
        # With these Material would ask the forge for its stars: our pages have links of their own.
        config.repo_url = config.edit_uri = None
        _silence(config.plugins.get("material/search"))
        staged = self.stage(root_of(config), repository)
        config.docs_dir = str(staged.folder)
        config.site_name = escape(staged.title)
        config.extra["deskdiary"] = {"fixed_day": staged.fixed_day, "unread": staged.unread}
        config.theme.dirs.insert(0, str(resources("deskdiary").joinpath("site/theme")))
        config.theme.static_templates.discard(_SITEMAP)
        return config

    def on_files(self, files: Files, /, **_: object) -> Files:
        """Leave out what a private site has no use for: nothing of it is ever run or asked for."""
        for file in tuple(files):
            if file.src_uri.startswith(_OF_NO_USE):
                files.remove(file)
        return files

    def on_env(self, env: Environment, /, *, files: Files, **_: object) -> Environment:
        """Escape the titles of pages before any is rendered: Material puts them in as they are."""
        for file in files.documentation_pages():
            if file.page is not None:
                file.page.title = escape(unescape(file.page.title))
        if self.maker:
            self.maker.begin(env)
        return env

    def on_startup(self, *, command: str, **_: object) -> None:
        """Remember whether MkDocs serves: its own script, which shows changes, then has to run."""
        self.previewing = command == "serve"

    def on_page_context(self, context: TemplateContext, /, **_: object) -> TemplateContext:
        """Remember what a page is rendered with, should its shell be wanted."""
        if self.maker:
            self.maker.remember(context)
        return context

    def on_post_page(self, output: str, /, *, page: Page, **_: object) -> str:
        """Let a page run its own scripts and no other."""
        if self.maker is None:
            return with_policy(output, previewing=self.previewing)
        whole = with_policy(without_marks(output), previewing=self.previewing)
        self.maker.take(page, whole, lambda made: with_policy(made, previewing=self.previewing))
        return whole

    def on_post_template(self, output_content: str, /, *, template_name: str, **_: object) -> str:
        """The same for pages that are no notes: the one for what is not found."""
        return (
            with_policy(output_content, previewing=self.previewing)
            if ".html" in template_name
            else output_content
        )

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, **_: object) -> LiveReloadServer:
        """Watch what people write instead of what is made of it."""
        server.unwatch(config.docs_dir)
        for name in NOTES:
            if (root_of(config) / name).exists():
                server.watch(str(root_of(config) / name))
        return server


def _silence(search: BasePlugin | None) -> None:  # type: ignore[type-arg]
    """Keep Material's search from gathering all that the notes say in one file, whoever turned it on."""
    if search is not None:
        search.config["enabled"] = False


def root_of(config: MkDocsConfig) -> Path:
    """The desk's folder: where the project's `mkdocs.yml` is, unless a desk without one is built."""
    return Path(str(config.extra.get("deskdiary_root") or Path(config.config_file_path).parent))
