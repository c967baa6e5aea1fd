"""A loan: something lent, and the day it is due back."""

from dataclasses import dataclass
from datetime import date

from deskdiary.records.place import Said
from deskdiary.slug import slug


@dataclass(frozen=True, slots=True, repr=False)
class Loan:
    """One thing lent to a patron. `renewable` is None where the note does not say."""

    title: Said[str]
    due: Said[date]
    item: Said[str] | None = None
    renewable: Said[bool] | None = None

    @property
    def subject(self) -> str:
        """The item's number where there is one: titles are shared, items are not."""
        return slug((self.item or self.title).value)
