"""Building the site: each page put into its shell, and MkDocs asked for the shells alone."""

import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from typing import TypeAlias

from deskdiary.shells.site.placing import Keeping, Placing, file_of
from deskdiary.shells.site.record import digest
from deskdiary.shells.site.shell_store import Store, read_store, whole_content, write_store
from deskdiary.shells.site.site_folder import SiteFolder
from deskdiary.shells.site.staged import Hand, Handed, Page, Place, Repository
from deskdiary.whole_pages.article import article_of
from deskdiary.whole_pages.shell import is_note, shared_by, sort_of

CACHE = Path(".cache", "deskdiary")
_LED_TO = re.compile(r"((?:patrons|resources)/[a-z0-9-]+)\.md\b")


Keep: TypeAlias = Callable[[Iterable[str]], AbstractContextManager[Keeping]]


@dataclass(slots=True)
class Work:
    """What a build did: notes read, pages put together, pages MkDocs rendered, files written and removed."""

    read: int = 0
    pages: int = 0
    rendered: int = 0
    written: int = 0
    removed: int = 0


@dataclass(frozen=True, slots=True)
class Built:
    """What was done; and where it was not, why MkDocs has to make every page itself, which is left to do."""

    work: Work
    why_not: str = ""


def build_site(place: Place, hand: Hand, keep: Keep, rests_on: str = "") -> Built:
    """Build the site, as far as it differs.

    `rests_on` is the same as long as everything is that the pages are made from. The cache is there, and
    nobody else builds in it. Raises Refusal where something that we did not make would have to go.
    """
    known, folder = read_store(place.cache, place.root), SiteFolder(place.site, place.cache, rests_on)
    if known and not known.why_not and folder.is_as_it_was():
        return Built(Work())
    store = known or Store(repository=_repository(place.root))
    builder = _Builder(place, hand(store.repository), folder, store)
    builder.work.read = builder.handed.read
    builder.ask_for_first_shells()
    if why_not := builder.why_not():
        return Built(builder.work, why_not)
    folder.open()
    try:
        builder.build(keep)
        if why_not := builder.why_not():
            # A page that was looked at late wants more than its shell.
            return Built(builder.work, why_not)
        folder.close()
    finally:
        folder.forget()
    return Built(replace(builder.work, written=folder.written, removed=folder.removed))


def _repository(root: Path) -> Repository:
    from deskdiary.shells.site.rendering import configured, repository_of  # noqa: PLC0415 - MkDocs takes its time

    return repository_of(configured(root))


@dataclass(slots=True)
class _Builder:
    """One build: the pages that are handed over, the shells for them, and the folder they go into."""

    place: Place
    handed: Handed
    folder: SiteFolder
    store: Store
    work: Work = field(default_factory=Work)
    _rests_on: str = ""
    _converted: set[str] = field(default_factory=set, repr=False)

    def why_not(self) -> str:
        """Why MkDocs has to make every page itself, as far as it has been asked; else empty."""
        return self.store.why_not

    def ask_for_first_shells(self) -> None:
        """See to it that there is a shell for a page of every sort, as far as can be told beforehand."""
        environment = _environment(self.handed, self.place)
        if self.store.environment != environment:
            self.store = Store(environment, repository=self.store.repository)
        first = {shared_by(page.path): page for page in self.handed.pages}.values()
        texts = {page.path: page.make() for page in first}
        if not self.store.why_not and not all(self._is_ready(*each) for each in texts.items()):
            self._render(texts)
        self._rests_on = self.store.rests_on

    def build(self, keep: Keep) -> None:
        """Every page that is not as it was, then what MkDocs made whole, and files that stay as they are."""
        files, pages = {**self.handed.written, **self.handed.files}, tuple(self._share())
        with keep((*files, *(page.path for page in pages))) as staged:
            self._put_pages(pages, staged)
            for path, content in files.items():
                staged.put(path, content)
        if self.place.share.number == 1:
            self._put_files()

    def _share(self) -> Iterator[Page]:
        """The pages that are ours to make: all of them, unless others make some."""
        share, notes = self.place.share, count()
        for page in self.handed.pages:
            if share.has(next(notes)) if is_note(page.path) else share.number == 1:
                yield page

    def _put_pages(self, pages: Iterable[Page], staged: Keeping) -> None:
        """Every page; MkDocs is asked for what some of them turn out to want, along with what it has made."""
        placing = Placing(self.folder, self.store, staged, self._rests_on)
        placing.put_all(pages)
        if placing.left:
            wanted = [page for page in pages if page.path in placing.left | placing.converted]
            # The navigation leads to the others: what MkDocs makes whole needs them to be there.
            others = [page for page in self.handed.pages if not is_note(page.path)]
            self._render({page.path: page.make() for page in (*others, *wanted)})
            placing.store = self.store
            for page in wanted:
                placing.put(page)
        self.work.pages = placing.made
        self._converted = {file_of(path) for path in placing.converted}

    def _is_ready(self, path: str, text: str) -> bool:
        article = article_of(text)
        if article is None:
            return self.store.converted.get(path) == digest(text.encode())
        return sort_of(path, article) in self.store.shells

    def _render(self, texts: Mapping[str, str]) -> None:
        """Have MkDocs render one of these pages of every sort, and the hand-written ones."""
        from deskdiary.shells.site.shell_run import Asked, run  # noqa: PLC0415 - MkDocs takes its time

        samples, whole = _sampled(texts)
        asked = Asked(samples, whole, tuple(_led_to(self.handed)))
        with tempfile.TemporaryDirectory(prefix="shells-", dir=self.place.cache) as beside:
            store, made = run(self.place.root, self.handed, asked, Path(beside), self.place.site_url)
            shells = {**self.store.shells, **store.shells}
            self.store = replace(store, environment=self.store.environment, shells=shells)
            write_store(self.place.cache, self.store, made)
        self.work.rendered += len(samples) + sum(path.endswith(".html") for path in store.whole)

    def _put_files(self) -> None:
        """What MkDocs made whole, where none of our pages takes its place; then what stays as it is."""
        outdated = {file_of(path) for path in self.store.converted} - self._converted
        others = self.handed.files.keys() | outdated
        for path, made_from in self.store.whole.items():
            if path in others or self.folder.holds(path):
                continue
            if self.folder.made_from(path) == made_from:
                self.folder.keep(path)
            else:
                self.folder.put(path, whole_content(self.place.cache, path), made_from)
        for path, content in self.handed.files.items():
            self.folder.put(path, content)


def _sampled(texts: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """A page for every sort, and the pages that are to be rendered whole as there is no telling otherwise."""
    samples: dict[object, tuple[str, str]] = {}
    whole: dict[str, str] = {}
    for path, text in texts.items():
        article = article_of(text)
        if article is None:
            whole[path] = text
        else:
            samples.setdefault(sort_of(path, article), (path, text))
    return dict(samples.values()), whole


def _led_to(handed: Handed) -> Iterator[str]:
    """The notes that hand-written pages lead to: MkDocs has to know that their pages are there."""
    ours = {page.path for page in handed.pages}
    for path, content in handed.written.items():
        if path.endswith(".md"):
            led = {f"{found[1]}.md" for found in _LED_TO.finditer(content.decode(errors="replace"))}
            yield from sorted(led & ours)


def _environment(handed: Handed, place: Place) -> str:
    """What every shell depends on beside mkdocs.yml: other than this, and all are made anew."""
    written = (f"{path} {digest(content)}" for path, content in sorted(handed.written.items()))
    said = (handed.title, handed.fixed_day, handed.unread, repr(place.site_url))
    return digest("\n".join((handed.program, *said, *written, *_led_to(handed))).encode())
