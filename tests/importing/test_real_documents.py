"""The four real documents, from the shared reading beside the repository: in through the actions, out as a live record.

Nothing of them is copied here but what issue 1 itself says of them.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from radslag.base.documents.models import Citation, Extraction
from radslag.base.people.actions import add_member, create_body, create_collaboration
from radslag.base.people.models import Body, BodyKind, Collaboration, Mandate, Municipality
from radslag.domain.decisions.models import Assignment, Decision
from radslag.domain.meetings.models import Attendance, Meeting, MeetingState, Presence
from radslag.exchange.importing import actions
from radslag.exchange.importing.models import Staged, StagedState
from radslag.exchange.importing.queries import review_of
from tests.importing.conftest import BY

DAYS = (date(2018, 3, 8), date(2019, 6, 11), date(2020, 3, 25), date(2020, 5, 27))


@pytest.fixture
def corpus(shared: Path) -> list[tuple[str, bytes]]:
    """The plan, three minutes and a notice, by name."""
    found = sorted(path for path in (shared / "corpus").glob("mlr-*") if path.suffix in (".txt", ".md"))
    assert len(found) == 5
    return [(path.name, path.read_bytes()) for path in found]


@pytest.fixture
def home(db: None, corpus: list[tuple[str, bytes]]) -> Collaboration:
    """The collaboration the documents are about: its members are those the attendance lists name."""
    collaboration = create_collaboration(name="Samarbetet", slug="samarbetet", by=BY)
    text = b" ".join(data for _, data in corpus).decode()
    for municipality in Municipality.objects.filter(county_code="12"):
        if f"({municipality.name})" in text:
            add_member(collaboration=collaboration, municipality=municipality, by=BY)
    kind = BodyKind.CHIEF_EXECUTIVES
    create_body(collaboration=collaboration, name="Kommundirektörsgruppen", kind=kind, by=BY)
    return collaboration


@pytest.fixture
def staged(home: Collaboration, corpus: list[tuple[str, bytes]]) -> list[Staged]:
    """All five, received and read."""
    batch = actions.receive(collaboration=home, files=corpus, by=BY)
    return [actions.read_staged(staged=each, by=BY) for each in batch.staged.order_by("name")]


@pytest.fixture
def entered(staged: list[Staged]) -> list[Meeting]:
    """The four meetings, each doubt answered as the coordinator would."""
    return [settle_and_commit(each) for each in staged if each.kind != "plan"]


def settle_and_commit(staged: Staged) -> Meeting:
    """The likely body, the worked out date, the likely person: what a coordinator clicks."""
    for doubt in review_of(staged).match.doubts:
        expected, first = staged.revision, doubt.choices[0].value
        if doubt.kind == "body":
            actions.answer_body(staged=staged, expected=expected, answer={"uuid": first}, by=BY)
        elif doubt.kind == "date":
            actions.confirm_date(staged=staged, expected=expected, by=BY)
        else:
            person = doubt.path.split(".")[1]
            actions.answer_person(staged=staged, expected=expected, person=person, answer=first, by=BY)
    return actions.commit(staged=staged, expected=staged.revision, by=BY)


def test_the_four_meetings_stand_with_the_people_of_their_lists(entered: list[Meeting]) -> None:
    counts = [
        tuple(meeting.attendances.filter(presence=presence).count() for presence in Presence) for meeting in entered
    ]

    assert [meeting.date for meeting in entered] == list(DAYS)
    assert counts == [(10, 6, 0), (11, 9, 0), (0, 0, 0), (9, 3, 0)]
    assert entered[2].state == MeetingState.CALLED


def test_the_notice_asks_for_its_year_and_is_not_entered_before_that(staged: list[Staged]) -> None:
    notice = next(each for each in staged if each.kind == "notice")
    kinds = {doubt.kind for doubt in review_of(notice).match.doubts}

    assert "date" in kinds
    assert notice not in actions.commit_certain(batch=notice.batch, by=BY)


def test_the_plan_is_recognised_and_stays_staged(staged: list[Staged], entered: list[Meeting]) -> None:
    plan = Staged.objects.get(kind="plan")

    assert (plan.state, plan.sentence) == (StagedState.REVIEW, "Kan föras in när verksamhetsplaner finns i Rådslag.")
    with pytest.raises(actions.Refused, match="verksamhetsplaner"):
        actions.commit(staged=plan, expected=plan.revision, by=BY)


def test_the_assignment_of_the_three_chief_executives_is_due_on_the_24th_of_september(entered: list[Meeting]) -> None:
    due = Assignment.objects.filter(due=date(2019, 9, 24), assignees__municipality__isnull=False).distinct()
    assignment = next(each for each in due if each.assignees.count() == 3)
    places = {each.field: text_at(each) for each in Citation.objects.about("assignment", [assignment.uuid])}

    assert assignment.meeting == entered[1]
    assert "24" in places["due"]
    assert all(each.municipality.name in places["owner"] for each in assignment.assignees.all() if each.municipality)
    assert words_of(assignment.what) == words_of(places["what"])


def test_the_decision_on_financing_is_found_by_its_word_and_leads_to_its_place(entered: list[Meeting]) -> None:
    decision = Decision.objects.with_words("amk").get(meeting=entered[3])
    place = Citation.objects.about("decision", [decision.uuid]).get()

    assert holds(place, decision.text)


def test_every_decision_and_assignment_leads_to_a_place_that_holds_it(entered: list[Meeting]) -> None:
    decisions, assignments = list(Decision.objects.all()), list(Assignment.objects.all())
    assert len(decisions) >= 15
    assert len(assignments) >= 15
    for row, words in [*((each, each.text) for each in decisions), *((each, each.what) for each in assignments)]:
        places = Citation.objects.about(row.kind, [row.uuid])
        assert any(holds(place, words) for place in places), words[:60]


def test_everyone_in_the_lists_leads_to_their_name(entered: list[Meeting]) -> None:
    for row in Attendance.objects.all():
        (place,) = Citation.objects.about("attendance", [row.uuid])
        assert holds(place, row.name)


def test_different_people_are_seen_in_the_group_on_two_days(entered: list[Meeting]) -> None:
    group = Body.objects.get()
    first, last = (
        {each.person_id for each in Mandate.objects.filter(body=group).known(day)} for day in (DAYS[0], DAYS[3])
    )

    assert (len(first), len(last)) == (10, 9)
    assert first - last
    assert last - first
    assert not Mandate.objects.filter(body=group).known(date(2019, 1, 1)).exists()


def test_the_same_files_again_change_nothing(
    home: Collaboration, entered: list[Meeting], corpus: list[tuple[str, bytes]]
) -> None:
    before = Decision.objects.count(), Attendance.objects.count(), Extraction.objects.count()
    batch = actions.receive(collaboration=home, files=corpus, by=BY)

    assert set(batch.staged.values_list("state", flat=True)) == {StagedState.KNOWN}
    assert (Decision.objects.count(), Attendance.objects.count(), Extraction.objects.count()) == before


def text_at(place: Citation) -> str:
    """The words a citation points at."""
    return place.extraction.text[place.start : place.end]


def words_of(text: str) -> list[str]:
    """The words, without what line breaks, list marks and markup add."""
    return re.findall(r"\w+", text.casefold().replace("\xad", ""))


def holds(place: Citation, value: str) -> bool:
    """Whether every word of a value stands there, in order; the reader may have left a bracket or a list mark out."""
    there = iter(words_of(text_at(place)))
    return all(word in there for word in words_of(value))
