"""Our pages put into the site: what is there stays, and what MkDocs must be asked for first is left."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import zip_longest
from typing import Protocol

import msgspec

from deskdiary.shells.site.hands import hands_for, helpers
from deskdiary.shells.site.record import digest
from deskdiary.shells.site.shell_store import Store
from deskdiary.shells.site.site_folder import Row, SiteFolder
from deskdiary.shells.site.staged import Page
from deskdiary.whole_pages.article import article_of
from deskdiary.whole_pages.shell import is_note, sort_of, whole_page


class Keeping(Protocol):
    """The folder of staged pages, for whoever renders them otherwise."""

    def holds(self, path: str) -> bool:
        """Whether a file is there."""

    def put(self, path: str, content: bytes) -> None:
        """Have a file hold this."""


class Told(msgspec.Struct, frozen=True):
    """What another process did: the files as they stand now, and what it could not put there."""

    files: Mapping[str, Row]
    written: int
    made: int
    left: tuple[str, ...]
    converted: tuple[str, ...]


_TOLD = msgspec.msgpack.Decoder(Told)


@dataclass(slots=True)
class Placing:
    """Pages on their way into the site, and what came of them.

    `made` were put together. `left` wait for a shell, or for MkDocs to convert them; it has `converted`
    others already.
    """

    folder: SiteFolder
    store: Store
    staged: Keeping
    rests_on: str
    made: int = 0
    left: set[str] = field(default_factory=set)
    converted: set[str] = field(default_factory=set)

    def put_all(self, pages: Iterable[Page]) -> None:
        """Every page. Where many notes' pages are to be made, several processes share them."""
        wanted = [page for page in pages if not self._is_there(page)]
        hands = hands_for(len(wanted))
        shares = [[page for page in wanted if not is_note(page.path)]] if hands > 1 else [wanted]
        notes = [page for page in wanted if is_note(page.path)] if hands > 1 else []
        shares[0] += notes[::hands]
        self._put_shares([*shares, *(notes[number::hands] for number in range(1, hands))])

    def put(self, page: Page) -> None:
        """A page, with its Markdown beside it."""
        file, text = file_of(page.path), page.make()
        whole = in_its_shell(page.path, text, self.store)
        if whole is not None:
            self.folder.put(file, whole, self._made_from(page))
            self.made += 1
        elif article_of(text) or self.store.converted.get(page.path) != digest(text.encode()):
            self.left.add(page.path)
            return
        else:
            self.converted.add(page.path)
        self.staged.put(page.path, text.encode())

    def _put_shares(self, shares: Sequence[Sequence[Page]]) -> None:
        """The first share here, each of the others in a process of its own."""
        mine, *others = shares
        self.folder.make_room(file_of(page.path) for share in others for page in share)
        with helpers([partial(self._told_of, share) for share in others]) as at_work:
            for page in mine:
                self.put(page)
            for share, helper in zip_longest(others, at_work):
                self._take_over(share, helper.finished() if helper else None)

    def _told_of(self, pages: Iterable[Page]) -> bytes:
        """In another process: a share of the pages put in, and what this one has to know of it."""
        own = replace(self, folder=self.folder.apart(), made=0, left=set(), converted=set())
        for page in pages:
            own.put(page)
        files, written = own.folder.done
        told = Told(files, written, own.made, tuple(own.left), tuple(own.converted))
        return msgspec.msgpack.encode(told)

    def _take_over(self, pages: Iterable[Page], said: bytes | None) -> None:
        """What another process did; all that it was to do is done here where it failed."""
        try:
            told = _TOLD.decode(said or b"")
        except msgspec.DecodeError:
            for page in pages:
                self.put(page)
            return
        self.folder.take_over(told.files, told.written)
        self.made += told.made
        self.left.update(told.left)
        self.converted.update(told.converted)

    def _is_there(self, page: Page) -> bool:
        """Whether a page needs nothing done, and so stays."""
        file, made_from = file_of(page.path), self._made_from(page)
        there = bool(made_from) and self.folder.made_from(file) == made_from and self.staged.holds(page.path)
        if there:
            self.folder.keep(file)
        return there

    def _made_from(self, page: Page) -> str:
        return page.made_from and f"{self.rests_on} {page.made_from}"


def in_its_shell(path: str, text: str, store: Store) -> bytes | None:
    """A page as the site has it, from its Markdown; None where it has no shell yet, or can have none."""
    article = article_of(text)
    shell = store.shells.get(sort_of(path, article)) if article else None
    return whole_page(path, article, shell).encode() if article and shell else None


def file_of(path: str) -> str:
    """The file of the site that a page's Markdown becomes."""
    return f"{path.removesuffix('.md')}.html"
