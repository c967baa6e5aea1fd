"""How a patron is treated: what the note says, else the category, else the library, else the custom."""

from deskdiary.records.desk import Desk
from deskdiary.records.patron import Patron
from deskdiary.records.place import Said

OFTEN, RARELY, NEVER = "often", "rarely", "never"
PERSONAL, USUAL, LEAVE_ALONE = "personal", "usual", "leave alone"


def reads_email(patron: Patron, desk: Desk) -> Said[str]:
    """How often the patron reads e-mail. Nobody having said, `often`."""
    category = desk.category_of(patron)
    return patron.reads_email or (category and category.reads_email) or Said(OFTEN, patron.place)


def attention(patron: Patron, desk: Desk) -> Said[str]:
    """The red carpet, the usual, or none. Nobody having said, `usual`."""
    category = desk.category_of(patron)
    return patron.attention or (category and category.attention) or Said(USUAL, patron.place)


def prefers(patron: Patron, desk: Desk) -> Said[str]:
    """How to reach the patron in person. Nobody having said, by phone those who don't read e-mail."""
    category = desk.category_of(patron)
    said = patron.prefers or (category and category.prefers)
    if said:
        return said
    reading = reads_email(patron, desk)
    return Said("email" if reading.value == OFTEN else "phone", reading.place)


def left_alone(patron: Patron, desk: Desk) -> bool:
    """Whether the patron wants no contact from us."""
    return attention(patron, desk).value == LEAVE_ALONE
