"""Personal contacts counted beside e-mails to lists."""

from datetime import date

from desk_writing import WrittenDesk
from deskdiary.insight.contacts import Contacts, contacts

MARCH = date(2026, 3, 1)


def found(desk: WrittenDesk, on: str = "2026-03-20") -> Contacts:
    return contacts(desk.on(on).plan)


def test_personal_contacts_are_counted_by_the_way_they_were_made(desk: WrittenDesk) -> None:
    """
    name: Dr Pryce
    contacts:
      - {date: 2026-03-02, how: phone, about: Maps}
      - {date: 2026-03-03, how: phone, about: Chapels}
      - {date: 2026-03-04, how: other, about: It came back by itself, outcome: not needed}
      - {date: 2026-03-25, how: email, about: Not yet}
      - {date: 2025-08-04, how: letter, about: Long ago}
    """
    months = found(desk).months
    assert months[MARCH].personal == {"phone": 2, "email": 0, "in person": 0, "letter": 0, "other": 0}
    assert months[MARCH].not_needed == 1
    assert sum(found(desk).personal.values()) == 2


def test_a_list_is_told_once_when_a_trial_opens_and_once_when_the_resource_comes(desk: WrittenDesk) -> None:
    """
    # resources/atlas.md
    title: Atlas
    trial: {from: 2026-02-02, to: 2026-02-20}
    available: 2026-03-16
    status: held
    announce_to: [historians, readers, Historians]
    # resources/ledger.md
    title: Ledger
    trial: {from: 2026-04-01, to: 2026-04-20}
    announce_to: [historians]
    """
    lists = {f"{first:%Y-%m}": month.lists for first, month in found(desk).months.items() if month.lists}
    assert lists == {"2026-02": 2, "2026-03": 2}
    assert found(desk).lists == 4


def test_who_heard_through_a_list_alone_is_told_from_who_was_spoken_to(desk: WrittenDesk) -> None:
    """
    name: Spoken to
    lists: [historians]
    contacts: [{date: 2026-03-02, how: phone, about: Maps}]
    # patrons/p-listed.md
    name: On the list alone
    lists: [historians]
    # patrons/p-quiet.md
    name: On a list without news
    lists: [readers]
    # resources/atlas.md
    title: Atlas
    trial: {from: 2026-03-02, to: 2026-03-20}
    announce_to: [historians]
    """
    assert (found(desk).people, found(desk).through_lists_alone) == (1, 1)
