"""What we ask of a forge, whichever it is: one small module in the shells answers for each."""

from typing import Protocol

from deskdiary.issues.issue import Issue, Label, Written
from deskdiary.publishing.verdict import Verdict


class Forge(Protocol):
    """A repository on a forge.

    Whatever fails for good (no right, too many tries, an answer that makes no sense) raises Refusal, in words
    without a token or anybody's text. Reading, and writing the same thing twice, may be tried again within
    bounds; what would make a second thing of one is tried once.
    """

    def verdict(self) -> Verdict:
        """Whether the repository is proven private. Whatever is not plain is a refusal."""

    def address_of(self, path: str) -> str:
        """The address at which a file of the repository is looked at."""

    def labels(self) -> tuple[Label, ...]:
        """Every label there is, over all pages."""

    def make_label(self, label: Label) -> None:
        """A new label; one that is there by now is as good."""

    def marked(self) -> tuple[Issue, ...]:
        """Every issue, open or closed, with one of our marks in its text (`marks.is_marked`), over all pages.

        Never by the search, whose index lags behind; never by label, which people rename. No pull requests.
        """

    def newest(self) -> tuple[Issue, ...]:
        """The newest of them, one page: enough to see whether what was just sent came through."""

    def issue(self, number: int) -> Issue | None:
        """An issue as it stands this moment; None where it was deleted or moved elsewhere."""

    def open(self, written: Written) -> int | None:
        """A new issue's number; None where nobody can tell whether it came through. Never sent twice."""

    def write(self, number: int, written: Written) -> bool:
        """Make an issue say this, closed or open; False where it is not there any more."""

    def say(self, number: int, text: str) -> None:
        """A comment. Never sent twice, and nothing depends on whether it came through."""

    def may_write(self, login: str) -> bool:
        """Whether somebody may write to the repository; where the forge does not say so, no."""

    def assign(self, number: int, login: str) -> bool:
        """Give an issue to somebody; False where the forge does not take them, which is no fault."""
