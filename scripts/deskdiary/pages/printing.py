"""What is taken away on paper: a sheet of the day's calls, and cards and letters one to a sheet."""

from collections.abc import Iterator

from deskdiary.day.channel import Channel
from deskdiary.day.follow_up import FollowUp
from deskdiary.human_dates import full_date
from deskdiary.pages.markdown import Page, Templates
from deskdiary.pages.view import View
from deskdiary.telling.summary import urgency
from deskdiary.words.draft import Draft

SPOKEN = frozenset({Channel.PHONE, Channel.IN_PERSON})
ON_PAPER = SPOKEN | {Channel.LETTER}


def call_sheet(view: View, templates: Templates) -> Iterator[Page]:
    """Everybody who is to be rung or spoken to, by whoever does it, with room for a note."""
    plan = view.plan
    staff = [
        (whose, calls)
        for whose in plan.by_staff
        if (calls := [(each, urgency(each, plan.on), draft) for each, draft in _spoken(view, whose.key)])
    ]
    yield templates.page("call_sheet.md", "call-sheet.md", view=view, on=full_date(plan.on), staff=staff)


def sheets(view: View, templates: Templates) -> Iterator[Page]:
    """The cards and letters themselves; an e-mail for whoever asks for that very one on paper."""
    drafts = [
        draft for each in view.plan.follow_ups if (draft := view.drafts.get(each.patron.key)) is not None
    ]
    yield templates.page(
        "sheets.md",
        "sheets.md",
        view=view,
        drafts=[draft for draft in drafts if draft.channel in ON_PAPER],
        mails=[draft for draft in drafts if draft.channel not in ON_PAPER],
    )


def _spoken(view: View, staff: str | None) -> Iterator[tuple[FollowUp, Draft]]:
    for each in view.plan.follow_ups:
        draft = view.drafts.get(each.patron.key)
        if draft and each.duty.key == staff and draft.channel in SPOKEN:
            yield each, draft
