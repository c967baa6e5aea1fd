"""One run of MkDocs over a page of every sort: a shell for each, and the hand-written pages whole."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from deskdiary.shells.site.record import digest
from deskdiary.shells.site.rendering import configured, repository_of, run_mkdocs
from deskdiary.shells.site.shell_maker import ShellMaker, marked_path
from deskdiary.shells.site.shell_store import Store, config_files, watched
from deskdiary.shells.site.staged import Handed, Staged
from deskdiary.whole_pages.shell import is_note, shared_by

_ENOUGH = 20_000
_EXTENSIONS = frozenset(
    {"toc", "tables", "fenced_code", "attr_list", "admonition", "sane_lists", "pymdownx.tasklist"}
)
_PER_PAGE = (
    *("files", "nav", "pre_page", "page_read_source", "page_markdown", "page_content", "page_context"),
    *("post_page", "template_context"),
)
_KNOWN = ("deskdiary.", "material.plugins.search.")
_ALL_PAGES = re.compile(r"\bpages\b")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be rendered: our pages by a sample of each sort, and those that only MkDocs can convert.

    `named` are pages that hand-written ones lead to: MkDocs has to know that they are there.
    """

    samples: Mapping[str, str] = field(repr=False)
    whole: Mapping[str, str] = field(repr=False)
    named: tuple[str, ...] = ()


def run(root: Path, handed: Handed, asked: Asked, beside: Path, site_url: str | None) -> tuple[Store, Path]:
    """The store as it is now, and the folder with the pages that MkDocs made whole."""
    docs, made = beside / "docs", beside / "made"
    made.mkdir()
    samples = {_place(path): _shortened(text) for path, text in asked.samples.items()}
    stubs = dict.fromkeys(asked.named, "# A note\n")
    config = configured(
        root, lambda _root, _repository: Staged(docs, handed.title, handed.fixed_day, handed.unread), made
    )
    repository = repository_of(config)
    watching = config_files(root, _own_folders(config))
    why_not = reason_against(config)
    shells = {}
    if not why_not:
        ours = {**stubs, **asked.whole, **samples}
        _write(docs, {**handed.written, **{path: text.encode() for path, text in ours.items()}})
        maker = ShellMaker(samples)
        run_mkdocs(config, site_url, maker)
        shells = maker.shells
        why_not = f"the theme makes {maker.failed[0]} in a way of its own" if maker.failed else ""
        _remove(made, (*stubs, *samples))
    whole = {path: digest((made / path).read_bytes()) for path in _below(made)}
    converted = {path: digest(text.encode()) for path, text in asked.whole.items()}
    store = Store("", watched(root, watching), repository, shells, whole, converted, why_not)
    return store, made


def reason_against(config: MkDocsConfig) -> str:
    """Why a page may be more than its shell and its article, so that MkDocs has to make each; else empty."""
    if config.nav is None or any(is_note(path) for path in _paths(config.nav)):
        return "notes are in the navigation"
    if config.use_directory_urls or "navigation.instant" in config.theme.get("features", ()):
        return "of use_directory_urls or navigation.instant"
    beyond = [*(set(config.markdown_extensions) - _EXTENSIONS), *_set_up_otherwise(config.mdx_configs)]
    if beyond:
        return f"of the Markdown extension {min(beyond)}"
    strangers = [
        str(getattr(method, "__module__", ""))
        for event in _PER_PAGE
        for method in config.plugins.events[event]
        if not str(getattr(method, "__module__", "")).startswith(_KNOWN)
    ]
    if strangers or config.extra_templates:
        return f"of {min(strangers) if strangers else 'extra_templates'}"
    if any(_ALL_PAGES.search(file.read_text("utf-8", "replace")) for file in _templates(config)):
        return "a template of custom_dir speaks of all pages"
    return ""


def _place(path: str) -> str:
    return marked_path(shared_by(path)) if is_note(path) else path


def _set_up_otherwise(configs: Mapping[str, Mapping[str, object]]) -> Iterator[str]:
    for name, given in configs.items():
        if given and (name != "toc" or given.keys() - {"title"}):
            yield name


def _paths(nav: object) -> Iterator[str]:
    """Every path that the navigation names, however deep."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, dict):
        yield from _paths(list(nav.values()))
    elif isinstance(nav, list):
        for each in nav:
            yield from _paths(each)


def _own_folders(config: MkDocsConfig) -> tuple[Path, ...]:
    own = config.theme.custom_dir
    return (*((Path(own),) if own else ()), *(Path(hook).parent for hook in config.hooks))


def _templates(config: MkDocsConfig) -> Iterator[Path]:
    if config.theme.custom_dir:
        yield from Path(config.theme.custom_dir).rglob("*.html")


def _shortened(text: str) -> str:
    """Enough of a page to see that the theme makes of it what we make: its smaller blocks."""
    first, *rest = text.split("\n\n")
    kept, size = [first], len(first)
    for block in rest:
        if len(block) < _ENOUGH and size < _ENOUGH:
            kept.append(block)
            size += len(block)
        elif block.startswith("## ") and not any(each.startswith("## ") for each in kept):
            kept.append(block)
    return "\n\n".join(kept) + "\n"


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file.write_bytes(content)


def _remove(folder: Path, pages: Iterable[str]) -> None:
    for path in pages:
        (folder / path).with_suffix(".html").unlink(missing_ok=True)


def _below(folder: Path) -> tuple[str, ...]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return tuple(sorted(file.relative_to(folder).as_posix() for file in files))
