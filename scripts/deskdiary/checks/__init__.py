"""Checks across notes: what each note says for itself is in order, but not what they say together."""

from collections.abc import Iterator

from deskdiary.checks.backwards import backwards
from deskdiary.checks.email_never_read import email_never_read
from deskdiary.checks.forms_unfinished import forms_unfinished
from deskdiary.checks.idle_snoozes import idle_snoozes
from deskdiary.checks.left_unheard import left_unheard
from deskdiary.checks.list_names import list_names
from deskdiary.checks.names_in_keys import names_in_keys
from deskdiary.checks.near_requests import near_requests
from deskdiary.checks.no_means import no_means
from deskdiary.checks.nothing_to_count_from import nothing_to_count_from
from deskdiary.checks.occasion_ids import occasion_ids
from deskdiary.checks.same_occasion import same_occasion
from deskdiary.checks.same_title import same_title
from deskdiary.checks.seen import Check, Seen
from deskdiary.checks.unknown_category import unknown_category
from deskdiary.checks.unknown_staff import unknown_staff
from deskdiary.records.problem import Problem

CHECKS: tuple[Check, ...] = (
    unknown_staff,
    unknown_category,
    list_names,
    same_occasion,
    same_title,
    near_requests,
    left_unheard,
    no_means,
    email_never_read,
    occasion_ids,
    idle_snoozes,
    nothing_to_count_from,
    backwards,
    names_in_keys,
    forms_unfinished,
)


def run(seen: Seen) -> Iterator[Problem]:
    """What every check finds."""
    for check in CHECKS:
        yield from check(seen)
