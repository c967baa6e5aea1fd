"""Whom the usual notices fail, by category."""

from desk_writing import WrittenDesk
from deskdiary.insight.notices import categories


def test_the_notices_fail_who_reads_no_email_and_who_has_none(desk: WrittenDesk) -> None:
    """
    name: Reads it
    email: ann@example.org
    category: visitor
    # patrons/p-none.md
    name: Has none
    category: visitor
    # patrons/p-never.md
    name: Never reads it
    email: cai@example.org
    reads_email: never
    category: visitor
    # patrons/p-other.md
    name: Of no category we know
    email: dai@example.org
    category: guest
    # patrons/p-emeritus.md
    name: As the category says
    email: eva@example.org
    category: emeritus
    # library.yml
    library: Small Library
    categories:
      emeritus: {reads_email: rarely}
      student: {label: Student}
      visitor: {label: Visitor}
    """
    found = {each.key: (each.people, each.failed) for each in categories(desk.read("2026-03-09"))}
    assert found == {"emeritus": (1, 1), "visitor": (3, 2), None: (1, 0)}
