"""The fields of a resource note."""

from deskdiary.records.resource import Resource, Trial
from deskdiary.schema.collections import ListOf
from deskdiary.schema.dates import Day
from deskdiary.schema.record import Field, Record
from deskdiary.schema.texts import Choice, Line, Lines

TRIAL = Record(
    "trial",
    (
        Field("from", Day(), "the first day", required=True, attribute="first"),
        Field("to", Day(), "the last day", required=True, attribute="last"),
    ),
    Trial,
)
RESOURCE = Record(
    "resource",
    (
        Field("title", Line(), "its proper title", required=True),
        Field("also_known_as", ListOf(Line(), "title"), "what people call it when they ask"),
        Field("kind", Line(100), "database, journal, book, equipment"),
        Field(
            "status",
            Choice(("wanted", "trial", "held", "declined")),
            "whether it is here, on trial, wanted or turned down",
            default="`trial` if there is one, else `held`",
        ),
        Field("trial", TRIAL, "from when until when it can be tried; both days count"),
        Field("available", Day(), "the day a held resource can be used"),
        Field("decided", Day(), "the day it was declined"),
        Field("reason", Lines(), "why it was declined, in words fit for a patron"),
        Field("url", Line(2000), "where it is"),
        Field("access", Lines(), "how to get in"),
        Field("topics", ListOf(Line(), "topic"), "what it is about; matched with interests"),
        Field("announce_to", ListOf(Line(), "list"), "mailing lists that get the general e-mail"),
        Field("staff", Line(64), "who looks after it: a key of the staff in library.yml"),
    ),
    Resource,
)
