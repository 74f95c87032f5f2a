"""Minutes in which nothing, or nobody, was found are not certain."""

from __future__ import annotations

import pytest

from radslag.domain.meetings.models import Meeting
from radslag.exchange.importing import actions, drafts
from radslag.exchange.importing.actions import commit, commit_certain
from radslag.exchange.importing.drafts import Draft
from radslag.exchange.importing.matching import doubts
from radslag.exchange.importing.models import Staged
from radslag.exchange.importing.register import register_of
from tests.importing import papers
from tests.importing.conftest import BY, Place
from tests.importing.records import small_record


def small_draft(**other: object) -> Draft:
    """Minutes with everything, but for what is given otherwise."""
    return drafts.draft_of(small_record() | {"body": "Kommundirektörsgruppen"} | other)


@pytest.mark.parametrize(
    ("without", "opening"),
    [
        ({"items": []}, "Inga punkter hittades."),
        ({"present": []}, "Inga närvarande hittades."),
        ({"items": [], "present": []}, "Varken punkter eller närvarande hittades."),
    ],
)
def test_what_is_missing_is_told_with_what_to_do(place: Place, without: dict[str, object], opening: str) -> None:
    (doubt,) = doubts(small_draft(**without), register_of(place.collaboration))

    assert (doubt.kind, doubt.sentence.startswith(opening)) == ("empty", True)
    assert [choice.label for choice in doubt.choices] == ["Det stämmer"]


@pytest.mark.parametrize("other", [{}, {"kind": "notice", "items": [], "present": []}])
def test_whole_minutes_and_a_notice_without_people_are_not_asked_about(place: Place, other: dict[str, object]) -> None:
    assert doubts(small_draft(**other), register_of(place.collaboration)) == []


def test_a_person_may_say_that_it_is_right(place: Place) -> None:
    draft = drafts.confirm_empty(small_draft(items=[], present=[]))

    assert doubts(draft, register_of(place.collaboration)) == []


def without_people(place: Place) -> Staged:
    """Minutes whose attendance list was not found."""
    return place.stage(papers.minutes().replace("Närvarande".encode(), b"Fika"))[0]


def test_minutes_without_anybody_present_stay_until_a_person_has_confirmed(place: Place) -> None:
    staged = without_people(place)
    assert commit_certain(batch=staged.batch, by=BY) == []
    actions.confirm_empty(staged=staged, expected=staged.revision, by=BY)
    commit(staged=staged, expected=staged.revision, by=BY)

    assert Meeting.objects.count() == 1
