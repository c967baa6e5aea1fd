"""The kinds of occasion there are: the second part of every id, and the words for them on the site."""

KINDS = {
    "loan-due": "A loan is due",
    "trial-opens": "A trial they asked for",
    "trial-closing": "A trial is ending",
    "arrived": "What they asked for is here",
    "declined": "What they asked for is not coming",
    "may-interest": "May interest them",
    "reminder": "Reminder",
    "keep-in-touch": "Keep in touch",
    "request-waiting": "Still waiting",
    "newcomer": "A newcomer",
    "note-review": "Look over the note",
}
OUR_OWN = frozenset({"reminder", "note-review"})
"""Kinds that are the staff's own business: they stand even for someone who is left alone."""
UNASKED = frozenset({"may-interest", "keep-in-touch"})
"""Kinds that nobody asked for: they wait where somebody has heard from us often enough."""
CAP = "cap"
"""Among the rules in `library.yml`, the one that finds nothing but holds such kinds back."""
WAYS = {
    "phone": "by phone",
    "email": "by e-mail",
    "in person": "in person",
    "letter": "by letter",
    "other": "in another way",
    "desk": "at the desk",
}
"""The ways to be in touch, as a sentence has them."""
