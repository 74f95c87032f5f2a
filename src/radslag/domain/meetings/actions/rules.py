"""How a body meets, set from a day on: annex rule, usual times and place, standing items."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from radslag.base.audit.actions import record
from radslag.base.core.actor import Actor
from radslag.base.core.models import Stale
from radslag.base.people.models import Body
from radslag.domain.meetings.actions.trail import differences
from radslag.domain.meetings.arranging import open_agenda
from radslag.domain.meetings.models import AnnexRule, Meeting, MeetingRules
from radslag.domain.meetings.refusal import Refused

FIELDS = ("annex_rule", "start_time", "end_time", "place", "standing")
KEYS = ("title", "type", "place", "proposal", "presenter")


@transaction.atomic
def set_rules(
    *,
    body: Body,
    by: Actor,
    from_day: date | None,
    expected: int | None = None,
    annex_rule: str = AnnexRule.BY_ITEM,
    start_time: time | None = None,
    end_time: time | None = None,
    place: str = "",
    standing: Sequence[Mapping[str, Any]] = (),
) -> MeetingRules:
    """What holds from a day on (None: as far back as anything holds); what held before ends there.

    `expected` is the revision of the rules that hold on that day, None when there are none: raises `Stale` when they
    have changed. Raises `Refused` for times in the wrong order or a rule that does not exist.
    """
    _must_make_sense(annex_rule, start_time, end_time)
    # Two who set rules at once would both find the period free.
    Body.objects.select_for_update(no_key=True).get(pk=body.pk)
    values = {
        "annex_rule": annex_rule,
        "start_time": start_time,
        "end_time": end_time,
        "place": place.strip(),
        "standing": [_standing(each) for each in standing if str(each.get("title") or "").strip()],
    }
    current = _holding(body, from_day)
    _must_be(current, expected, body)
    rules, before = _save(body, current, from_day, values)
    where = body.collaboration.uuid
    after = values | {"from_day": from_day}
    record(by=by, verb="set", about=rules, collaboration=where, before=before, after=after)
    for meeting in Meeting.objects.of_body(body).planned():
        open_agenda(meeting).save()
    return rules


def _must_make_sense(annex_rule: str, start: time | None, end: time | None) -> None:
    if start and end and end <= start:
        raise Refused(_("Mötet kan inte sluta innan det har börjat. Ändra sluttiden."))
    if annex_rule not in AnnexRule.values:
        raise Refused(_("Välj hur bilagorna numreras."))


def _must_be(current: MeetingRules | None, expected: int | None, body: Body) -> None:
    """Raises `Stale` when the rules are others than those the change began from."""
    if (current.revision if current is not None else None) != expected:
        raise Stale(current or MeetingRules(body=body))


def _standing(written: Mapping[str, Any]) -> dict[str, str]:
    found = {name: str(written.get(name) or "").strip() for name in KEYS}
    return found | {"place": "first" if found["place"] == "first" else "last"}


def _holding(body: Body, day: date | None) -> MeetingRules | None:
    if day is None:
        return MeetingRules.objects.filter(body=body, start=None).first()
    return MeetingRules.objects.of_body(body, day)


def _save(
    body: Body, current: MeetingRules | None, from_day: date | None, values: dict[str, Any]
) -> tuple[MeetingRules, dict[str, Any]]:
    if current is not None and current.start == from_day:
        before = differences(current, values)
        for name, value in values.items():
            setattr(current, name, value)
        current.save_revised(expected=current.revision, fields=FIELDS)
        return current, before
    ends = MeetingRules.objects.filter(body=body).exclude(start=None)
    later = ends.filter(Q(start__gt=from_day) if from_day else Q()).order_by("start").first()
    end = later.start if later else None
    if current is not None:
        current.end = from_day
        current.save_revised(expected=current.revision, fields=("end",))
    rules = MeetingRules.objects.create(
        collaboration_id=body.collaboration_id, body=body, start=from_day, end=end, **values
    )
    return rules, {"ended": str(current.uuid)} if current is not None else {}
