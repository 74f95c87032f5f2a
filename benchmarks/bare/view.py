"""The denominator: a bare Django view of a meeting, as one writes it in an afternoon.

It shows what the product's meeting page shows (attendance, items, presenters, annexes, proposals, decisions,
assignments, views, notes, and a link from each value to its line) from the same tables, in about as many bytes of
HTML; it asks nobody who they are and what they may. Frozen: it is what the product is measured against, so it is tuned
in neither direction.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.backends.django import DjangoTemplates

from radslag.base.documents.models import Citation
from radslag.base.people.models import Membership
from radslag.domain.meetings.models import Meeting

# A plain template engine: nothing of the product's frame.
TEMPLATES = DjangoTemplates(
    {"NAME": "bare", "DIRS": [Path(__file__).parent / "templates"], "APP_DIRS": False, "OPTIONS": {}}
)
PREFETCHED = (
    "items__presenters",
    "items__attachments",
    "items__proposed_decisions",
    "items__contributions",
    "items__decisions",
    "items__assignments__assignees",
    "attendances__municipality",
    "attendances__person",
    "minutes__version__file",
    "minutes__extraction",
    "notices__version__file",
    "notices__extraction",
)


def meeting(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The meeting with everything on it."""
    found = get_object_or_404(Meeting.objects.select_related("body").prefetch_related(*PREFETCHED), uuid=uuid)
    papers = [*found.minutes.all(), *found.notices.all()]
    texts = {paper.extraction_id: paper.extraction.uuid for paper in papers}
    sources: dict[UUID, list[Citation]] = defaultdict(list)
    for citation in Citation.objects.filter(extraction__in=texts):
        citation.text_uuid = texts[citation.extraction_id]  # type: ignore[attr-defined]  # for the template
        sources[citation.object_uuid].append(citation)
    for item in found.items.all():
        _cite(sources, [item])
        _cite(sources, item.presenters.all())
        _cite(sources, item.attachments.all())
        _cite(sources, item.proposed_decisions.all())
        _cite(sources, item.contributions.all())
        _cite(sources, item.decisions.all())
        _cite(sources, item.assignments.all())
    members = Membership.objects.filter(collaboration=found.collaboration_id).select_related("municipality")
    page = TEMPLATES.get_template("bare/meeting.html")
    return HttpResponse(page.render({"meeting": found, "members": members}, request))


def _cite(sources: dict[UUID, list[Citation]], rows: Any) -> None:
    for row in rows:
        row.sources = sources[row.uuid]
