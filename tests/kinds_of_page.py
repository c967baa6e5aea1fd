"""One page of every kind of the example site, by its path without the ending."""

KINDS_OF_PAGE = (
    "index",
    "fortnight",
    "patrons/index",
    "patrons/p-k7f2",
    "resources/index",
    "resources/map-vault",
    "left-alone",
    "usual-notices",
    "suggestions",
    "missed",
    "problems",
    "library",
    "insight",
    "wording",
    "guide/writing-notes",
    "call-sheet",
    "sheets",
    "reference/notes",
    "404",
)
