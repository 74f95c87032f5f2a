"""An assignment as its page shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from radslag.base.accounts.access import Access
from radslag.base.accounts.roles import Permission
from radslag.base.audit.models import Event
from radslag.domain.decisions.models import Assignment, AssignmentState, Decision, Strength
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.logs import AssignmentLine, DecisionLine, assignment_lines, decision_lines
from radslag.web.secretariat.pages.states import due_words
from radslag.web.secretariat.pages.trail import Told, told


@dataclass(frozen=True)
class AssignmentPage:
    """`decisions` are those of the same item; `history` is empty for who may not read the trail."""

    assignment: Assignment
    line: AssignmentLine
    who: SafeString
    due: str
    strength: str
    decisions: Sequence[DecisionLine]
    history: Sequence[Told]
    may_edit: bool
    is_done: bool
    today: str


def assignment_page(found: Assignment, access: Access) -> AssignmentPage:
    """The page of an assignment that was loaded `for_log()`."""
    links = Links(access.collaboration.slug)
    siblings = Decision.objects.at_item(found.item).for_log().latest_first()
    events = Event.objects.about(found.kind, found.uuid) if access.may(Permission.READ_TRAIL) else Event.objects.none()
    line = assignment_lines([found], access)[0]
    return AssignmentPage(
        assignment=found,
        line=line,
        who=_who(line),
        due=due_words(found),
        strength=str(Strength(found.strength).label),
        decisions=decision_lines(list(siblings), access),
        history=told(events, links),
        may_edit=access.may(Permission.EDIT_RECORD) and bool(line.move_url),
        is_done=found.state == AssignmentState.DONE,
        today=timezone.localdate().isoformat(),
    )


def _who(line: AssignmentLine) -> SafeString:
    names = (format_html('<a href="{}">{}</a>', each.url, each.text) if each.url else each.text for each in line.owners)
    return format_html_join(", ", "{}", ((name,) for name in names))


def last_actor(found: Assignment) -> str:
    """Who changed it last, as the trail has it; nothing when that has been erased."""
    event = Event.objects.about(found.kind, found.uuid).first()
    return str(event.detail("actor") or "") if event else ""
