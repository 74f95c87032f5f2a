"""A body over time: when it began, its names, who came and went, its meetings, what took over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from radslag.base.accounts.access import Access
from radslag.base.accounts.roles import Permission
from radslag.base.people.models import Body, Mandate
from radslag.domain.meetings.models import Meeting
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.history import (
    ONE_DAY,
    History,
    Moment,
    changes_of,
    decided_chip,
    mandate_moments,
    name_moments,
    role_words,
    undated,
    years,
)


def body_history(body: Body, day: date, access: Access) -> History:
    """Everything known of a body up to a day; a number of statements that does not grow with it."""
    links = Links(access.collaboration.slug, day)
    mandates = list(Mandate.objects.of(access.collaboration).in_body(body).told().by_municipality())
    moments = mandate_moments(mandates, lambda row: (_holder(row), links.person(row.person.uuid)), access, links)
    moments += [*_life(body, links), *_meetings(body, access, links)]
    moments += name_moments(body.name, body.names.all())
    uuids = [body.uuid, *(row.uuid for row in mandates)]
    return History(
        years=years(moments, day),
        undated=undated(mandates, lambda row: (_holder(row), "")),
        changes=changes_of(uuids, access, Links(access.collaboration.slug), links.body(body.uuid)),
    )


def _holder(row: Mandate) -> str:
    municipality = row.on_behalf_of.name if row.on_behalf_of else ""
    return ", ".join(word for word in (row.person.name, role_words(row), municipality) if word)


def _life(body: Body, links: Links) -> Iterator[Moment]:
    if body.start:
        yield Moment(body.start, _("Gruppen bildades"), chip=decided_chip())
    if body.end:
        after = body.successor
        text = _("Gick upp i %(body)s") % {"body": after} if after else _("Gruppen upphörde")
        yield Moment(body.end - ONE_DAY, text, links.body(after.uuid) if after else "", chip=decided_chip())
    for before in Body.objects.taken_over_by(body):
        if before.end:
            text = _("Tog över efter %(body)s") % {"body": before}
            yield Moment(before.end, text, links.body(before.uuid), chip=decided_chip())


def _meetings(body: Body, access: Access, links: Links) -> Iterator[Moment]:
    rows = Meeting.objects.of(access.collaboration).of_body(body)
    for row in rows.visible_to(access.may(Permission.READ_DRAFTS)).latest_first():
        yield Moment(row.date, _("Möte"), links.meeting(row.uuid), row.place)
