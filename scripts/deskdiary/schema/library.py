"""The fields of `library.yml`."""

from deskdiary.records.library import Away, Category, IssueSettings, Library, Staff
from deskdiary.schema.closures import ClosedDays
from deskdiary.schema.collections import Keyed, ListOf, RecordsOf
from deskdiary.schema.dates import Day
from deskdiary.schema.forge import FORMS
from deskdiary.schema.numbers import SpanOfTime, Weekday, Whole
from deskdiary.schema.patron import ATTENTION, NOTICE_DAYS, PREFERS, READS_EMAIL
from deskdiary.schema.reach import EmailAddress, LanguageTag
from deskdiary.schema.record import Field, Record
from deskdiary.schema.rule_settings import Rules
from deskdiary.schema.territory import Country, TimeZone
from deskdiary.schema.texts import Choice, Line

AWAY = Record(
    "absence",
    (
        Field("from", Day(), "the first day away", required=True, attribute="first"),
        Field("to", Day(), "the last day away", required=True, attribute="last"),
        Field("cover", Line(64), "who stands in: a key of the staff"),
    ),
    Away,
)
STAFF = Record(
    "member of staff",
    (
        Field("name", Line(100), "the name as she signs it", required=True),
        Field("email", EmailAddress(), "whom drafts are from"),
        Field("github", Line(39), "her name on the forge, for issues"),
        Field("minutes_a_day", Whole(0, 1440), "how long she has for follow-ups"),
        Field("away", RecordsOf(AWAY), "when she is away, and who covers"),
    ),
    Staff,
)
CATEGORY = Record(
    "category",
    (
        Field("label", Line(100), "what the category is called"),
        Field("attention", ATTENTION, "as in a patron's note"),
        Field("prefers", PREFERS, "as in a patron's note"),
        Field("reads_email", READS_EMAIL, "as in a patron's note"),
        Field("notice_days", NOTICE_DAYS, "as in a patron's note"),
        Field("keep_in_touch", SpanOfTime(), "as in a patron's note"),
        Field("newcomer_check", SpanOfTime(), "how long after joining to see how they are getting on"),
    ),
    Category,
)
MINIMAL, FULL, MOST_NEW = "minimal", "full", 40
ISSUES = Record(
    "setting of the issues",
    (
        Field(
            "detail",
            Choice((MINIMAL, FULL)),
            "what an issue says: key, kind, channel and dates, or names, titles and reasons as well",
            default=f"`{MINIMAL}`",
        ),
        Field("most_new", Whole(1, 500), "how many issues one run may open", default=str(MOST_NEW)),
    ),
    IssueSettings,
)
LIBRARY = Record(
    "library",
    (
        Field("library", Line(200), "the library's name", default="Library"),
        Field("timezone", TimeZone(), "the time zone that decides which day it is: Europe/London"),
        Field("country", Country(), "whose public holidays are closed days: GB"),
        Field("subdivision", Line(20), "the part of the country, as the holidays package names it: WLS"),
        Field("open", ListOf(Weekday(), "weekday"), "the weekdays that are open", default="mon to fri"),
        Field("closed", ListOf(ClosedDays(), "closed day"), "days that are closed besides"),
        Field("language", LanguageTag(), "the language to write in unless a note says otherwise"),
        Field("default_staff", Line(64), "who looks after whoever has nobody"),
        Field("default_category", Line(64), "the category of whoever has none"),
        Field("staff", Keyed(STAFF), "the members of staff, by short keys"),
        Field("categories", Keyed(CATEGORY), "the categories of patron, by keys"),
        Field("rules", Rules(), "settings of the rules, or `off`"),
        Field("issues", ISSUES, "how follow-ups stand as issues on the forge"),
        Field("site_url", Line(2000), "where the staff site is"),
        Field("forms", FORMS, "turns the forms in the browser on", default="off"),
        Field("today", Day(), "fixes the day: for examples only"),
    ),
    Library,
)
