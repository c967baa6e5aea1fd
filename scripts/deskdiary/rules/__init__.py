"""The rules of the diary, in the order in which the site speaks of them. One kind, one file."""

from deskdiary.rules.arrived import ARRIVED
from deskdiary.rules.declined import DECLINED
from deskdiary.rules.keep_in_touch import KEEP_IN_TOUCH
from deskdiary.rules.loan_due import LOAN_DUE
from deskdiary.rules.may_interest import MAY_INTEREST
from deskdiary.rules.newcomer import NEWCOMER
from deskdiary.rules.note_review import NOTE_REVIEW
from deskdiary.rules.reminder import REMINDER
from deskdiary.rules.request_waiting import REQUEST_WAITING
from deskdiary.rules.rule import Rule
from deskdiary.rules.trial_closing import TRIAL_CLOSING
from deskdiary.rules.trial_opens import TRIAL_OPENS

RULES: tuple[Rule, ...] = (
    LOAN_DUE,
    TRIAL_OPENS,
    TRIAL_CLOSING,
    ARRIVED,
    DECLINED,
    MAY_INTEREST,
    REMINDER,
    KEEP_IN_TOUCH,
    REQUEST_WAITING,
    NEWCOMER,
    NOTE_REVIEW,
)
