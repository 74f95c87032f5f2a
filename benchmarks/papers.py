"""One agenda as PDF and as Word against reading its PDF back, and the questions it takes to say what it says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from django.db import connection
from django.test.utils import CaptureQueriesContext

from benchmarks.figures import Figure, interleaved
from radslag.base.documents.models import PaperFormat
from radslag.domain.meetings.models import Meeting
from radslag.domain.meetings.papers import agenda_content, agenda_files, template_bytes, trial_agenda
from radslag.text.reading import extract
from tests.cast import Cast
from tests.paperwork import make_meeting

ROUNDS = 10
DAY = date(2026, 8, 20)


def figures(cast: Cast) -> Iterator[Figure]:
    """All rows about papers. The measure is Pdfium taking the text out of the very PDF that was made."""
    small, large = (_meeting(cast, day, items) for day, items in ((date(2025, 2, 5), 15), (date(2025, 3, 5), 60)))
    content, template = agenda_content(small), template_bytes(None)
    made = agenda_files(content, template, number=1, day=DAY)[PaperFormat.PDF]
    whole, word, read = interleaved(
        [
            partial(agenda_files, content, template, number=1, day=DAY),
            partial(trial_agenda, meeting=small, template=template, day=DAY),
            partial(extract, made, "kallelse.pdf"),
        ],
        ROUNDS,
    )
    yield Figure("kallelse i fyra format, mot att läsa dess PDF", whole / read, "gånger", 5)
    yield Figure("kallelse i Word, mot att läsa dess PDF", word / read, "gånger", 4)
    asked = [_questions(meeting) for meeting in (small, large)]
    yield Figure("kallelse, SQL-frågor", asked[0], "st", 12)
    yield Figure("kallelse, fler SQL-frågor med 60 punkter", asked[1] - asked[0], "st", 0)


def _meeting(cast: Cast, day: date, items: int) -> Meeting:
    return make_meeting(body=cast.chief_executives, day=day, people=list(cast.people.values()), items=items, annexes=3)


def _questions(meeting: Meeting) -> int:
    with CaptureQueriesContext(connection) as captured:
        agenda_content(Meeting.objects.select_related("collaboration").get(pk=meeting.pk))
    return len(captured)
