"""A reviewed document enters the record, whole, with the place of every value."""

from __future__ import annotations

from datetime import date, time

import pytest

from radslag.base.audit.actions import verify
from radslag.base.audit.models import Event
from radslag.base.core.models import Basis, Stale
from radslag.base.documents.models import Citation
from radslag.base.people.models import Mandate, MandateRole, Person, PersonName, Sighting
from radslag.domain.decisions.models import Assignment, Decision
from radslag.domain.meetings.models import Attendance, Meeting, MeetingState, Presence
from radslag.domain.minutes.models import Minutes
from radslag.exchange.importing import actions
from radslag.exchange.importing.actions import Refused, commit
from radslag.exchange.importing.models import Staged, StagedState
from tests.importing import papers
from tests.importing.conftest import BY, Place


@pytest.fixture
def meeting(staged: Staged) -> Meeting:
    """The meeting the minutes made."""
    return commit(staged=staged, expected=staged.revision, by=BY)


def test_the_meeting_stands_with_its_day_times_and_place(place: Place, meeting: Meeting) -> None:
    saved = Meeting.objects.get(pk=meeting.pk)

    assert (saved.body, saved.date, saved.state) == (place.body, date(2024, 5, 15), MeetingState.HELD)
    assert (saved.start_time, saved.end_time, saved.time_zone) == (time(13), time(15), "Europe/Stockholm")
    assert saved.place == "Sjösalen, Örebro"


def test_the_document_is_committed_and_leads_to_the_meeting(staged: Staged, meeting: Meeting) -> None:
    saved = Staged.objects.get(pk=staged.pk)

    assert (saved.state, saved.meeting, saved.doubts) == (StagedState.COMMITTED, meeting, 0)
    assert saved.committed_at is not None
    assert (staged.revision, staged.state) == (saved.revision, saved.state)
    assert Minutes.objects.get(meeting=meeting).extraction == saved.extraction


def test_people_stand_in_the_list_as_written_with_who_they_are(place: Place, meeting: Meeting) -> None:
    rows = [
        (row.name, row.presence, row.role, str(row.municipality or ""))
        for row in Attendance.objects.filter(meeting=meeting).order_by("position")
    ]

    assert rows == [
        ("Ada Brandt", Presence.PRESENT, MandateRole.CHAIR, "Askersund"),
        ("Åke Östling", Presence.PRESENT, "", "Åmål"),
        ("Örjan Ekdahl", Presence.PRESENT, "", "Örebro"),
        ("Siv Lundgren", Presence.OTHER, "", ""),
    ]
    assert Attendance.objects.get(meeting=meeting, person=place.ada).affiliation == "Askersund"


def test_a_known_name_is_the_known_person_and_an_unknown_one_is_new(place: Place, meeting: Meeting) -> None:
    assert set(Person.objects.values_list("name", "sort_name")) == {
        ("Ada Brandt", "Brandt, Ada"),
        ("Åke Östling", "Östling, Åke"),
        ("Örjan Ekdahl", "Ekdahl, Örjan"),
        ("Siv Lundgren", "Lundgren, Siv"),
    }


def test_mandates_are_seen_that_day_and_only_for_those_present_from_a_municipality(meeting: Meeting) -> None:
    seen = [(str(each.person), each.role, str(each.on_behalf_of)) for each in Mandate.objects.order_by("pk")]

    assert seen == [
        ("Ada Brandt", "chair", "Askersund"),
        ("Åke Östling", "member", "Åmål"),
        ("Örjan Ekdahl", "member", "Örebro"),
    ]
    assert {(each.start, each.end, each.start_basis) for each in Mandate.objects.all()} == {
        (date(2024, 5, 15), date(2024, 5, 16), Basis.OBSERVED)
    }
    assert Sighting.objects.filter(day=meeting.date).count() == 3


def test_a_title_is_not_a_role_in_the_meeting(place: Place) -> None:
    titled = papers.minutes(present="Ada Brandt (Askersund, kommunstyrelsens ordförande), Åke Östling (Åmål)")
    staged = place.stage(titled)[0]
    meeting = commit(staged=staged, expected=staged.revision, by=BY)
    ada = Attendance.objects.get(meeting=meeting, person=place.ada)

    assert (ada.role, ada.note) == ("", "kommunstyrelsens ordförande")
    assert set(Mandate.objects.values_list("role", flat=True)) == {"member"}


def test_items_stand_in_order_with_what_was_said_but_not_their_heading(meeting: Meeting) -> None:
    items = list(meeting.items.in_order())

    assert [(item.position, item.number, item.title) for item in items] == [
        (1, "1", "Föregående protokoll"),
        (2, "2", "Gemensam beredskap"),
        (3, "3", "Övrigt"),
    ]
    assert items[1].notes.startswith("Föredragande: Ada Brandt")
    assert items[2].notes == "Inga övriga frågor."
    assert [str(each.person) for each in items[1].presenters.all()] == ["Ada Brandt"]
    assert [each.number for each in items[1].attachments.all()] == ["1"]


def test_decisions_and_assignments_are_found_by_words_owner_and_day(place: Place, meeting: Meeting) -> None:
    decision = Decision.objects.with_words("GODKÄNNER övningsplanen").get()
    assignment = Assignment.objects.with_words("scenario").get()

    assert (decision.body, decision.day, decision.meeting) == (place.body, meeting.date, meeting)
    assert (assignment.due, assignment.body, assignment.strength) == (date(2024, 9, 4), place.body, "decided")
    assert list(Assignment.objects.owned_by("kommundirektörerna åmål")) == [assignment]
    assert [(each.text, str(each.municipality)) for each in assignment.assignees.all()] == [
        ("Kommundirektörerna i Askersund", "Askersund"),
        ("Åmål", "Åmål"),
    ]


HELD = {
    ("meeting", "date"): "2024-05-15",
    ("meeting", "place"): "Sjösalen, Örebro",
    ("agendaitem", "title"): "Övrigt",
    ("agendaitem", "notes"): "Inga övriga frågor.",
    ("agendaitem", "presenters"): "Ada Brandt",
    ("assignment", "owner"): "Kommundirektörerna i Askersund och Åmål",
}
CITED = {
    "meeting",
    "attendance",
    "sighting",
    "agendaitem",
    "attachment",
    "decision",
    "contribution",
    "assignment",
    "presenter",
}


def test_every_value_leads_to_the_place_that_holds_it(staged: Staged, meeting: Meeting) -> None:
    assert staged.extraction is not None
    text = staged.extraction.text
    cited = {(each.object_kind, each.field): text[each.start : each.end] for each in Citation.objects.all()}

    assert {value: cited[value] for value in HELD} == HELD
    assert "4 september 2024" in cited["assignment", "due"]
    assert "scenario" in cited["assignment", "what"]
    assert {kind for kind, _ in cited} == CITED


def test_a_citation_of_each_decision_holds_its_words(staged: Staged, meeting: Meeting) -> None:
    assert staged.extraction is not None
    for decision in Decision.objects.all():
        place = Citation.objects.about("decision", [decision.uuid]).get()
        assert " ".join(staged.extraction.text[place.start : place.end].split()) == decision.text
        assert staged.extraction.line_of(place.start) == place.line


def test_what_a_person_rejected_stays_out(staged: Staged) -> None:
    for element in ("p2", "i3", "d1", "a1"):
        actions.reject(staged=staged, expected=staged.revision, element=element, by=BY)
    meeting = commit(staged=staged, expected=staged.revision, by=BY)

    assert meeting.attendances.count() == 3
    assert [item.number for item in meeting.items.in_order()] == ["1", "2"]
    assert (meeting.decisions.count(), meeting.assignments.count()) == (2, 0)
    assert not Person.objects.filter(name="Åke Östling").exists()


def test_what_a_person_added_and_corrected_enters_as_they_wrote_it(staged: Staged) -> None:
    actions.add(staged=staged, expected=1, item="i3", kind="decisions", text="Mötet avslutades i tid.", by=BY)
    actions.correct(staged=staged, expected=2, path="items.i3.title", value="Övriga frågor", by=BY)
    meeting = commit(staged=staged, expected=3, by=BY)
    item = meeting.items.get(number="3")

    assert item.title == "Övriga frågor"
    added = item.decisions.get()
    assert added.text == "Mötet avslutades i tid."
    assert not Citation.objects.about("decision", [added.uuid]).exists()


def test_the_trail_tells_of_it_and_the_chain_holds(staged: Staged, meeting: Meeting) -> None:
    told = Event.objects.about("staged", staged.uuid)[0]

    assert (told.verb, told.detail("after")["meeting"]) == ("commit", str(meeting.uuid))
    assert Event.objects.about("meeting", meeting.uuid).get().verb == "import"
    assert list(verify()) == []


def test_a_stale_commit_is_refused_and_makes_nothing(staged: Staged) -> None:
    actions.correct(staged=Staged.objects.get(pk=staged.pk), expected=1, path="place", value="Ny sal", by=BY)
    with pytest.raises(Stale):
        commit(staged=staged, expected=1, by=BY)

    assert Meeting.objects.count() == 0


def test_a_doubt_that_is_left_stops_the_commit_with_its_sentence(place: Place) -> None:
    place.person("Aake Östling")
    staged = place.stage(papers.minutes())[0]
    actions.correct(staged=staged, expected=1, path="date", value="", by=BY)
    with pytest.raises(Refused, match=r"Mötets datum saknas.* Och 1 till att bekräfta"):
        commit(staged=staged, expected=2, by=BY)

    assert Meeting.objects.count() == 0


def test_it_cannot_be_committed_twice(staged: Staged, meeting: Meeting) -> None:
    with pytest.raises(Refused, match="redan infört"):
        commit(staged=staged, expected=staged.revision, by=BY)


def test_an_answer_teaches_the_spelling_so_that_the_next_document_settles_itself(place: Place) -> None:
    misspelt = papers.minutes(present="Ada Brant (Askersund)", presenter="Siv Lundgren")
    first = place.stage(misspelt)[0]
    assert first.doubts == 1
    actions.answer_person(staged=first, expected=1, person="p1", answer=str(place.ada.uuid), by=BY)
    commit(staged=first, expected=2, by=BY)
    later = papers.minutes(day=date(2024, 6, 15), present="Ada Brant (Askersund)", presenter="Siv Lundgren")

    assert list(PersonName.objects.values_list("name", flat=True)) == ["Ada Brant"]
    assert place.stage(later)[0].doubts == 0


def test_a_new_body_is_made_with_the_commit_and_learns_how_documents_write_it(place: Place) -> None:
    staged = place.stage(papers.minutes().replace(b"Kommundirekt\xc3\xb6rsgruppen\nMinn", b"Beredskapsforum\nMinn"))[0]
    assert staged.doubts == 1
    answer = {"new": {"name": "Forum för beredskap", "kind": "network"}}
    actions.answer_body(staged=staged, expected=1, answer=answer, by=BY)
    meeting = commit(staged=staged, expected=2, by=BY)

    assert (meeting.body.name, meeting.body.kind) == ("Forum för beredskap", "network")
    assert [each.name for each in meeting.body.names.all()] == [staged.draft["body"]]


def test_a_value_longer_than_its_column_is_cut_and_the_place_still_holds_all(place: Place) -> None:
    long = "Ordförande i beredskapsnätverket " * 12
    staged = place.stage(papers.minutes(presenter=long.strip()))[0]
    actions.add(staged=staged, expected=1, item="i1", kind="presenters", text="B" * 200, by=BY)
    staged.draft["items"][0]["presenters"][-1]["name"] = "B" * 400
    Staged.objects.filter(pk=staged.pk).update(draft=staged.draft)
    meeting = commit(staged=staged, expected=2, by=BY)
    name = meeting.items.get(number="1").presenters.get(name__startswith="BBB").name

    assert (len(name), name[-1]) == (200, "…")
