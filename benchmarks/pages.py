"""The meeting page against a bare view of the same content, its questions to the database; the growth of the logs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import resolve

from benchmarks.figures import Figure, interleaved
from benchmarks.records import make_logs
from radslag.domain.meetings.models import Meeting
from tests.cast import Cast
from tests.paperwork import make_meeting

ROUNDS = 40
LOGS = {"beslut": "Beslut", "uppdrag": "Uppdrag"}
# The bare page must hold about as much HTML as ours, or the comparison says nothing.
ALIKE = (0.8, 1.25)


def figures(cast: Cast) -> Iterator[Figure]:
    """All rows about pages."""
    client = cast.sign_in("member")
    small, large = (_meeting(cast, day, items) for day, items in ((date(2024, 9, 4), 15), (date(2024, 10, 2), 60)))
    yield from _meeting_page(client, small, large)
    yield from _log_pages(client, make_logs(cast, 100), make_logs(cast, 10_000))


def _meeting(cast: Cast, day: date, items: int) -> Meeting:
    people = list(cast.people.values())
    return make_meeting(body=cast.chief_executives, day=day, people=people, items=items, annexes=3)


def _meeting_page(client: Client, small: Meeting, large: Meeting) -> Iterator[Figure]:
    addresses = [f"/sjobygden/moten/{meeting.uuid}/" for meeting in (small, large)]
    bare_address = f"/moten/{small.uuid}/"
    size = shown(client, addresses[0]) / bare(bare_address)
    if not ALIKE[0] <= size <= ALIKE[1]:
        raise RuntimeError(f"the bare page is no measure: ours has {size:.2f} times its HTML")
    ours, theirs = interleaved([partial(shown, client, addresses[0]), partial(bare, bare_address)], ROUNDS)
    yield Figure("mötessida, CPU mot en naken vy", ours / theirs, "gånger", 3)
    asked = [questions(client, address) for address in addresses]
    yield Figure("mötessida, SQL-frågor", asked[0], "st", 16)
    yield Figure("mötessida, fler SQL-frågor med 60 punkter", asked[1] - asked[0], "st", 0)


def _log_pages(client: Client, small: str, large: str) -> Iterator[Figure]:
    for path, name in LOGS.items():
        few, many = interleaved([partial(shown, client, f"/{slug}/{path}/") for slug in (small, large)], ROUNDS)
        yield Figure(f"{name}, 10 000 rader mot 100", many / few, "gånger", 1.3)


def shown(client: Client, address: str) -> int:
    """Get a page of the product, signed in; the size of its HTML."""
    answer = client.get(address)
    if answer.status_code != 200:
        raise RuntimeError(f"{address} answers {answer.status_code}")
    return len(answer.content)


def bare(address: str) -> int:
    """Get a page of the bare site; the size of its HTML."""
    request = RequestFactory().get(address)
    match = resolve(address, urlconf="benchmarks.bare.urls")
    return len(match.func(request, *match.args, **match.kwargs).content)


def questions(client: Client, address: str) -> int:
    """How many statements a page takes."""
    with CaptureQueriesContext(connection) as captured:
        shown(client, address)
    return len(captured)
