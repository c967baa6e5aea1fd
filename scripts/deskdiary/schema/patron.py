"""The fields of a patron note."""

from deskdiary.records.contact import NOT_NEEDED, Contact, Snooze
from deskdiary.records.loan import Loan
from deskdiary.records.manner import LEAVE_ALONE, NEVER, OFTEN, PERSONAL, RARELY, USUAL
from deskdiary.records.patron import Patron
from deskdiary.records.reminder import Reminder
from deskdiary.records.request import Request
from deskdiary.schema.collections import ListOf, RecordsOf
from deskdiary.schema.dates import Day
from deskdiary.schema.numbers import SpanOfTime, Whole, YesNo
from deskdiary.schema.reach import EmailAddress, LanguageTag, PhoneNumber
from deskdiary.schema.record import Field, Record
from deskdiary.schema.texts import Choice, Line, Lines

ATTENTION = Choice(
    (PERSONAL, USUAL, LEAVE_ALONE),
    careful=LEAVE_ALONE,
    signs=("alone", "leave", "no ", "not", "none", "never", "don't", "don’t", "peace", "opt"),
)
PREFERS = Choice(("email", "phone", "in person", "letter"))
READS_EMAIL = Choice((OFTEN, RARELY, NEVER))
NOTICE_DAYS = Whole(0, 60)
HOW = Choice(("phone", "email", "in person", "letter", "other"))
# One reminder of every day is a year of occasions, and each request is compared with every title.
MOST_REMINDERS, MOST_REQUESTS = 50, 500

LOAN = Record(
    "loan",
    (
        Field("title", Line(), "what was lent", required=True),
        Field("due", Day(), "the day it is due back", required=True),
        Field("item", Line(), "the item's own number, where titles are shared"),
        Field("renewable", YesNo(), "whether it can be renewed; leave it out if you don't know"),
    ),
    Loan,
)
REQUEST = Record(
    "request",
    (
        Field(
            "for", Line(), "a resource's key, or a title as they said it", required=True, attribute="wanted"
        ),
        Field("asked", Day(), "the day they asked", required=True),
        Field("note", Lines(), "what they said when they asked"),
    ),
    Request,
)
REMINDER = Record(
    "reminder",
    (
        Field("date", Day(), "the day it falls on, the first one if it recurs", required=True),
        Field("about", Lines(), "what to do", required=True),
        Field("every", SpanOfTime(), "how often it comes round: 2 weeks, 1 month"),
    ),
    Reminder,
)
CONTACT = Record(
    "contact",
    (
        Field("date", Day(), "the day you were in touch", required=True),
        Field("how", HOW, "phone, email, in person, letter or other", required=True),
        Field("about", Lines(), "what it was about", required=True),
        Field("by", Line(), "who was in touch: a key of the staff"),
        Field("for", Line(), "the occasion that it settles", attribute="settles"),
        Field("outcome", Line(), f"what came of it; `{NOT_NEEDED}` settles the occasion without contact"),
    ),
    Contact,
)
SNOOZE = Record(
    "snooze",
    (
        Field("for", Line(), "the occasion that is put off", required=True, attribute="settles"),
        Field("until", Day(), "the day it comes back", required=True),
    ),
    Snooze,
)
PATRON = Record(
    "patron",
    (
        Field("name", Line(100), "the name as a person would say it", required=True),
        Field("greet", Line(100), "what follows “Dear”", default="the name"),
        Field(
            "category",
            Line(64),
            "a key of the categories in library.yml",
            default="the library's `default_category`",
        ),
        Field("department", Line(), "where they work or study"),
        Field("card", Line(64), "the number of their library card"),
        Field("email", EmailAddress(), "one e-mail address"),
        Field("phone", PhoneNumber(), "one telephone number"),
        Field("address", Lines(), "where a letter reaches them"),
        Field("language", LanguageTag(), "the language to write in: en, cy, pl", default="the library's"),
        Field(
            "staff",
            Line(64),
            "who looks after them: a key of the staff in library.yml",
            default="the library's `default_staff`",
        ),
        Field(
            "prefers",
            PREFERS,
            "how to reach them personally",
            default="the category's, else `phone` if they don't read e-mail, else `email`",
        ),
        Field("hours", Line(), "when to call; shown on every call"),
        Field(
            "reads_email",
            READS_EMAIL,
            "below often, the usual notices do not reach them",
            default="the category's, else `often`",
        ),
        Field(
            "attention",
            ATTENTION,
            "the red carpet, the usual, or none",
            default="the category's, else `usual`",
        ),
        Field("loan_reminders", Choice(("personal",)), "remind them personally though notices reach them"),
        Field(
            "notice_days",
            NOTICE_DAYS,
            "open days' notice before a loan is due",
            default="the category's, else the rule's",
        ),
        Field("interests", ListOf(Line(), "interest"), "topics they follow"),
        Field("lists", ListOf(Line(), "list"), "mailing lists they are on"),
        Field("loans", RecordsOf(LOAN), "what they have on loan"),
        Field("requests", RecordsOf(REQUEST, most=MOST_REQUESTS), "what they asked for"),
        Field("reminders", RecordsOf(REMINDER, most=MOST_REMINDERS), "what you promised yourself to do"),
        Field("keep_in_touch", SpanOfTime(), "how often to be in touch: 3 months", default="the category's"),
        Field("since", Day(), "when they joined"),
        Field("reviewed", Day(), "when this note was last looked over"),
        Field("contacts", RecordsOf(CONTACT), "the diary: when you were in touch"),
        Field("snoozed", RecordsOf(SNOOZE), "occasions put off"),
    ),
    Patron,
)
