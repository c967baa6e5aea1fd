"""What a program that stays has read of a desk: held for as long as it is the same, and gone with it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from deskdiary.records.patron import Patron
from deskdiary.records.resource import Resource
from deskdiary.shells.reading.came import Came, RestsOn
from deskdiary.shells.reading.survey import Written


@dataclass(slots=True)
class Held:
    """What each note came to, by its path, with what Git calls the content that did."""

    _rests_on: RestsOn | None = None
    _came: dict[str, tuple[bytes | None, Came[Patron | Resource]]] = field(default_factory=dict, repr=False)

    def recall(self, notes: Iterable[Written], rests_on: RestsOn) -> dict[str, Came[Patron | Resource]]:
        """What is held of these notes as they stand now; nothing on another day, or in another country."""
        if rests_on != self._rests_on:
            return {}
        held = ((each, self._came.get(each.found.path)) for each in notes if each.blob)
        return {each.found.path: came[1] for each, came in held if came and came[0] == each.blob}

    def keep(
        self, notes: Iterable[Written], rests_on: RestsOn, came: Mapping[str, Came[Patron | Resource]]
    ) -> None:
        """Hold what these notes came to, and nothing of any other."""
        self._rests_on = rests_on
        self._came = {each.found.path: (each.blob, came[each.found.path]) for each in notes}
