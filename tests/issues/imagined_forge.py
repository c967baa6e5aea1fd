"""A forge that a test imagines: in memory, and killing whoever uses it at a moment of the test's choice."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import Enum

from deskdiary.issues.issue import Closing, Issue, Label, Written
from deskdiary.issues.marks import is_marked
from deskdiary.publishing.verdict import Proven, Verdict

ROBOT = "desk-robot"
NOON = datetime(2026, 3, 20, 12, tzinfo=UTC)


class Killed(BaseException):
    """The program is gone."""


class Trouble(Enum):
    """What happens at the chosen write: the program is killed, or never hears what became of it."""

    KILLED_BEFORE = "killed before"
    KILLED_AFTER = "killed after"
    UNHEARD_BEFORE = "nothing was done, and nobody says so"
    UNHEARD_AFTER = "it was done, and nobody says so"


@dataclass(slots=True)
class ImaginedForge:
    """Issues by number, labels by name; `writes` counts what was changed, `trouble` comes at the `at`-th."""

    there: dict[int, Issue] = field(default_factory=dict)
    named: dict[str, Label] = field(default_factory=dict)
    writes: int = 0
    trouble: Trouble | None = None
    at: int = 0

    def begin_again(self, trouble: Trouble | None = None, at: int = 0) -> None:
        """Count from nought; trouble, if any, comes at this write."""
        self.writes, self.trouble, self.at = 0, trouble, at

    def verdict(self) -> Verdict:
        return Proven("a test says so")

    def address_of(self, path: str) -> str:
        return f"https://forge.example.org/{path}"

    def labels(self) -> tuple[Label, ...]:
        return tuple(self.named.values())

    def marked(self) -> tuple[Issue, ...]:
        return tuple(issue for issue in self.there.values() if is_marked(issue.body))

    def newest(self) -> tuple[Issue, ...]:
        return self.marked()[-50:]

    def issue(self, number: int) -> Issue | None:
        return self.there.get(number)

    def say(self, number: int, text: str) -> None:
        """Nobody listens."""

    def may_write(self, login: str) -> bool:
        return bool(login)

    def make_label(self, label: Label) -> None:
        with self._writing():
            self.named[label.name] = label

    def open(self, written: Written) -> int | None:
        number = len(self.there) + 1
        with self._writing() as done:
            if done:
                self.there[number] = self._issue(number, written)
        return number if self._heard() else None

    def write(self, number: int, written: Written) -> bool:
        with self._writing():
            before = self.there[number]
            self.there[number] = replace(
                self._issue(number, written), assignees=before.assignees, comments=before.comments
            )
        return True

    def assign(self, number: int, login: str) -> bool:
        with self._writing():
            self.there[number] = replace(self.there[number], assignees=(login,))
        return True

    def _issue(self, number: int, written: Written) -> Issue:
        closing = Closing(written.closed, ROBOT, counts=True, at=NOON) if written.closed else None
        return Issue(number, written.title, written.body, written.labels, closing=closing, trusted=True)

    @contextmanager
    def _writing(self) -> Iterator[bool]:
        self.writes += 1
        now = self.trouble if self.writes == self.at else None
        if now is Trouble.KILLED_BEFORE:
            raise Killed
        yield now is not Trouble.UNHEARD_BEFORE
        if now is Trouble.KILLED_AFTER:
            raise Killed

    def _heard(self) -> bool:
        unheard = {Trouble.UNHEARD_BEFORE, Trouble.UNHEARD_AFTER}
        return not (self.writes == self.at and self.trouble in unheard)
