"""People whom we would write e-mails that they never read: two lines, of which one is a slip."""

from collections.abc import Iterator

from deskdiary.checks.seen import Seen, warning
from deskdiary.day.channel import Channel, way_to
from deskdiary.records.manner import NEVER, left_alone, prefers, reads_email
from deskdiary.records.problem import Problem


def email_never_read(seen: Seen) -> Iterator[Problem]:
    """A wish for e-mail is obeyed even in somebody who never reads it, so it had better be one.

    What their category says of both is told once, at the category.
    """
    for patron in seen.desk.patrons:
        if reads_email(patron, seen.desk).value != NEVER or left_alone(patron, seen.desk):
            continue
        if way_to(patron, seen.desk).channel is Channel.EMAIL:
            said = patron.prefers or patron.reads_email or prefers(patron, seen.desk)
            message = "`prefers` says e-mail, and `reads_email` says that it is never read."
            remedy = "Change one of the two, here or in the category: `prefers: phone`, say."
            yield warning(said.place, "email-never-read", message, remedy)
