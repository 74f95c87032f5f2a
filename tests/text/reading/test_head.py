"""What the head says: organ, day, hours, place and people."""

import pytest

from radslag.text.reading.passage import Passage
from radslag.text.reading.times import hours_in
from tests.text.reading.documents import NOTES, NOTICE, PROTOCOL, TABLE, record_of


def test_the_head_of_notes_is_read() -> None:
    record = record_of(NOTES)
    assert (record.kind, record.body, record.date) == ("minutes", "Chefsnätverket, Norra samverkan", "2021-03-04")
    assert (record.start, record.end, record.place) == ("09:00", "11:30", "Rådhuset, Storby")
    assert (record.chair, record.secretary) == ("Anna Ek", "Eva Gran")


def test_a_running_list_of_people_may_break_anywhere() -> None:
    people = [(each.name, each.affiliation, each.role) for each in record_of(NOTES).present]
    assert people == [("Anna Ek", "Storby", "ordförande"), ("Bo Alm", "Lillby", None), ("Cia Dahl", "Mellanby", None)]


def test_people_one_a_line_have_their_organisation_after_a_comma() -> None:
    assert [(each.name, each.affiliation) for each in record_of(NOTES).others] == [
        ("Dan Falk", "Region Nord"),
        ("Eva Gran", "Storby kommun"),
    ]


def test_the_head_of_a_protocol_is_read() -> None:
    record = record_of(PROTOCOL)
    assert (record.body, record.date, record.start, record.end) == (
        "Kulturnämnden, Storviks kommun",
        "2022-03-15",
        "13:15",
        "16:05",
    )
    assert (record.place, record.chair, record.secretary) == ("Kommunhuset", "Anna Lund", "Gun Björk")
    assert record.adjusters == ("Bertil Ström",)
    assert [(each.name, each.affiliation) for each in record.present] == [("Anna Lund", "S"), ("Bertil Ström", "M")]


def test_lunch_is_not_the_meeting_and_a_notice_has_nobody_present() -> None:
    record = record_of(NOTICE)
    assert (record.kind, record.start, record.end) == ("notice", "13:00", "16:00")
    assert record.present == record.others == ()


def test_a_year_that_is_not_written_is_inferred_and_said() -> None:
    record = record_of(NOTICE)
    assert (record.date, record.inferred) == ("2021-03-24", ("date",))
    (finding,) = [each for each in record.findings if each.rule == "R21"]
    assert (finding.line, "2021" in finding.message) == (4, True)


def test_names_above_roles_are_chair_and_secretary() -> None:
    record = record_of(TABLE)
    assert (record.chair, record.secretary, record.place) == ("Anna Lund", "Gun Björk", "Kommunhuset, Storgatan 1")


def test_columns_of_members_and_staff_are_told_apart() -> None:
    record = record_of(
        "Protokoll 2022-03-15\nBeslutande    Ledamöter                 Tjänstgörande ersättare\n"
        "Anna Lund (S), ordförande      Cia Berg (C)\n"
        "Övriga närvarande Ersättare             Tjänstepersoner\n"
        "Per Sten (M)              Sofia Ros, administrativ chef\n\n§ 1 Bokslut\nBeslut\n"
        "Rapporten godkänns.\n"
    )
    assert [each.name for each in record.present] == ["Anna Lund", "Cia Berg"]
    assert [(each.name, each.role) for each in record.others] == [
        ("Per Sten", None),
        ("Sofia Ros", "administrativ chef"),
    ]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("kl. 15-17", "15:00", "17:00"),
        ("kl 13:15–16:05", "13:15", "16:05"),
        ("lunch 12-13, möte 13-17", "13:00", "17:00"),
        ("Klockan 08.30-14.15", "08:30", "14:15"),
        ("öppnades kl. 9.05.", "09:05", None),
    ],
)
def test_hours(text: str, start: str, end: str | None) -> None:
    hours = hours_in(Passage.of(text, 0, len(text)))
    assert hours is not None
    assert (hours.start, hours.end) == (start, end)


@pytest.mark.parametrize("text", ["den 5-6 september", "2020-05-27", "lunch 12-13", "§ 21-26", "§§ 21-26"])
def test_what_is_no_hour_of_the_meeting(text: str) -> None:
    hours = hours_in(Passage.of(text, 0, len(text)))
    assert hours is None or text.startswith("§")
