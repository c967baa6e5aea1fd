"""How to reach a patron: as they prefer where the note has the means, else as best we can."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from deskdiary.records.desk import Desk
from deskdiary.records.kinds import WAYS
from deskdiary.records.manner import NEVER, prefers, reads_email
from deskdiary.records.patron import Patron
from deskdiary.records.place import Reason, Said


class Channel(StrEnum):
    """A way to be in touch; `desk` where nobody is contacted."""

    PHONE = "phone"
    EMAIL = "email"
    IN_PERSON = "in person"
    LETTER = "letter"
    DESK = "desk"


@dataclass(frozen=True, slots=True)
class Way:
    """A channel and what it needs: the number, the address, None in person. `no_means`: the last resort."""

    channel: Channel
    reach: str | None = field(default=None, repr=False)
    why: Reason | None = field(default=None, repr=False)
    no_means: bool = False


MEANS: dict[Channel, Callable[[Patron], Said[str] | None]] = {
    Channel.PHONE: lambda patron: patron.phone,
    Channel.EMAIL: lambda patron: patron.email,
    Channel.LETTER: lambda patron: patron.address,
}


def way_to(patron: Patron, desk: Desk) -> Way:
    """What the patron prefers if the note has the means; else phone, e-mail, letter; else in person.

    Never e-mail for those who never read it, unless they prefer it themselves.
    """
    wish = prefers(patron, desk)
    wanted = Channel(wish.value)
    if wanted is Channel.IN_PERSON:
        return Way(wanted, why=Reason("Prefers to be spoken to in person.", wish.place))
    means = MEANS[wanted](patron)
    if means:
        return Way(wanted, means.value, Reason(f"Best reached {WAYS[wanted]}.", wish.place))
    return _fallback(
        patron, desk, Reason(f"Best reached {WAYS[wanted]}, but the note has no means for it.", wish.place)
    )


def _fallback(patron: Patron, desk: Desk, why: Reason) -> Way:
    for channel, means in MEANS.items():
        said = means(patron)
        unread = channel is Channel.EMAIL and reads_email(patron, desk).value == NEVER
        if said and not unread:
            return Way(channel, said.value, why)
    return Way(Channel.IN_PERSON, None, why, no_means=True)
