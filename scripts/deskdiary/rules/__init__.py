"""The rules of the diary, in the order in which the site speaks of them. One kind, one file."""

from deskdiary.rules.loan_due import LOAN_DUE
from deskdiary.rules.may_interest import MAY_INTEREST
from deskdiary.rules.reminder import REMINDER
from deskdiary.rules.rule import Rule
from deskdiary.rules.trial_opens import TRIAL_OPENS

RULES: tuple[Rule, ...] = (
    LOAN_DUE,
    TRIAL_OPENS,
    MAY_INTEREST,
    REMINDER,
)
