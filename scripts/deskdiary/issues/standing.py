"""Which of the marked issues are ours, and which of several about the same is the one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from deskdiary.issues.issue import Issue
from deskdiary.issues.marks import Marked, Stage, marked


@dataclass(frozen=True, slots=True)
class Ours:
    """An issue of ours and what its marks say."""

    issue: Issue
    marks: Marked


@dataclass(frozen=True, slots=True)
class Group:
    """All of ours about one person: the one at work, others that are open besides, and those closed."""

    one: Ours | None
    doubles: tuple[Ours, ...]
    closed: tuple[Ours, ...]

    @property
    def at_work(self) -> tuple[Ours, ...]:
        """Those on which staff may have said something that is not written down yet."""
        every = (*((self.one,) if self.one else ()), *self.doubles, *self.closed)
        return tuple(each for each in every if each.marks.stage is Stage.OPEN)


def grouped(issues: Iterable[Issue], ours: str) -> Mapping[str, Group]:
    """The issues by whom they are about. `ours` is the label that says we keep an issue.

    A mark finds an issue whatever it is called and however it is labelled; only one that everybody who can
    have written it may write to the repository counts. Of several about one person, those with the label are
    ours, and the eldest is the one: a copy that a colleague made for herself is left alone. Where none has
    the label (somebody took it off, or deleted it), the eldest is ours and gets it back.
    """
    found: dict[str, list[Ours]] = {}
    for issue in sorted(issues, key=lambda each: each.number):
        marks = marked(issue.body) if issue.trusted else None
        if marks is not None:
            found.setdefault(marks.about, []).append(Ours(issue, marks))
    return {about: _group(several, ours) for about, several in sorted(found.items())}


def orphaned(issues: Iterable[Issue], ours: str) -> Mapping[str, int]:
    """The open issues with our mark and our label whose author may not write any more, by whom they concern.

    Nothing on them counts, since their author can edit them. But somebody who has gone opened them for us, so
    another one beside each would be one too many.
    """
    strays = (each for each in issues if not each.trusted and each.closing is None and ours in each.labels)
    return {marks.about: each.number for each in strays if (marks := marked(each.body))}


def _group(several: list[Ours], ours: str) -> Group:
    opened = [each for each in several if each.issue.closing is None]
    labelled = [each for each in opened if ours in each.issue.labels]
    one = next(iter(labelled or opened), None)
    doubles = tuple(each for each in labelled if each is not one)
    closed = tuple(each for each in several if each.issue.closing is not None)
    return Group(one, doubles, closed)
