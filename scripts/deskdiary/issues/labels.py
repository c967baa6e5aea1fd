"""Our labels: one that says an issue is ours, one for each kind and channel, one for what is overdue."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from deskdiary.day.channel import Channel
from deskdiary.issues.issue import Label
from deskdiary.records.kinds import KINDS

OURS, OVERDUE = "follow-up", "overdue"


def _label(name: str, what: str, purpose: str) -> Label:
    return Label(name, f"Desk Diary: {what} [deskdiary {purpose}]")


LABELS: Mapping[str, Label] = {
    OURS: _label("follow-up", "kept by the program", OURS),
    OVERDUE: _label("overdue", "wanted by a day that is past", OVERDUE),
    **{kind: _label(f"kind: {kind}", "what it is about", f"kind {kind}") for kind in KINDS},
    **{str(each): _label(f"by: {each}", "how they are reached", f"by {each}") for each in Channel},
}
"""Each label by its purpose."""


@dataclass(frozen=True, slots=True)
class Names:
    """What our labels are called on this forge, by purpose; a name for those too that are not there yet."""

    by_purpose: Mapping[str, str]
    missing: frozenset[str]

    def of(self, purposes: Iterable[str]) -> frozenset[str]:
        """The names for these purposes."""
        return frozenset(self.by_purpose[purpose] for purpose in purposes)

    @property
    def ours(self) -> frozenset[str]:
        """Every name of ours: labels of other names are the staff's own, and stay."""
        return frozenset(self.by_purpose.values())


def names_of(there: Iterable[Label]) -> Names:
    """Our labels found again: by the end of their description, else by name."""
    labels = tuple(there)
    names = {label.name.casefold(): label.name for label in labels}
    found = {}
    for purpose, ours in LABELS.items():
        sign = ours.description.rpartition(" [")[2]
        renamed = next((each.name for each in labels if each.description.endswith(f" [{sign}")), None)
        known = renamed or names.get(ours.name.casefold())
        found.update({purpose: known} if known else {})
    missing = frozenset(LABELS) - frozenset(found)
    return Names({purpose: found.get(purpose, label.name) for purpose, label in LABELS.items()}, missing)
