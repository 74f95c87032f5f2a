"""What the pages ask, in a number of statements that does not grow."""

from __future__ import annotations

from django.db import connection
from django.test.utils import CaptureQueriesContext

from radslag.exchange.importing import queries
from radslag.exchange.importing.actions import commit, correct
from radslag.exchange.importing.models import Staged
from tests.importing import papers
from tests.importing.conftest import BY, Place


def big_minutes(items: int, people: int) -> bytes:
    """Minutes with many of each."""
    present = ", ".join(f"Person{'abcdefghijklmnopqrstuvwxyz'[n % 26]} Efternamn{n} (Örebro)" for n in range(people))
    more = "".join(f"\n{number}. Punkt nummer {number}\n\nBeslut: Godkändes.\n" for number in range(4, items + 1))
    return papers.minutes(present=present) + more.encode()


def statements(place: Place, staged: Staged) -> int:
    """How many it takes to show the review."""
    with CaptureQueriesContext(connection) as asked:
        review = queries.review_of(Staged.objects.of(place.collaboration).with_all().get(pk=staged.pk))
        assert review.extraction.text
    return len(asked)


def test_a_review_takes_as_many_statements_for_a_small_document_as_for_a_large(place: Place) -> None:
    small, large = place.stage(papers.minutes(), big_minutes(60, 60))
    assert len(large.draft["items"]) > 40

    assert statements(place, small) == statements(place, large) <= 11


def test_a_review_tells_what_a_commit_would_make_and_whether_it_can(place: Place, staged: Staged) -> None:
    review = queries.review_of(staged)

    assert review.ready
    assert {name: review.counts[name] for name in ("people", "present", "items", "decisions", "assignments")} == {
        "people": 4,
        "present": 3,
        "items": 3,
        "decisions": 3,
        "assignments": 1,
    }


def test_a_review_with_doubts_is_not_ready_and_a_plan_never(place: Place, staged: Staged) -> None:
    correct(staged=staged, expected=1, path="date", value="", by=BY)
    letter = place.stage(papers.CHATTER)[0]

    assert not queries.review_of(staged).ready
    assert not queries.review_of(letter).committable
    assert queries.review_of(letter).match.doubts == ()


def test_a_review_knows_what_can_be_undone(staged: Staged) -> None:
    assert queries.review_of(staged).undoable is None
    correct(staged=staged, expected=1, path="place", value="Lilla salen", by=BY)
    undoable = queries.review_of(staged).undoable

    assert undoable is not None
    assert undoable.verb == "correct"


def test_the_list_tells_how_many_of_each_state(place: Place, staged: Staged) -> None:
    place.stage(papers.minutes(), papers.notice(), b"\x89PNG\r\n\x1a\n")
    commit(staged=staged, expected=1, by=BY)
    counts = queries.state_counts(place.collaboration)

    assert [counts[state] for state in ("known", "review", "refused", "committed")] == [1, 1, 1, 1]
    assert [each.name for each in queries.staged_for_list(place.collaboration)][-1] == staged.name
