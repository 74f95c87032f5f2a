"""The real reader gets out of the example's papers what the chronicle put into them, whatever their shape."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from radslag.config.example.archive import Document, Example, _documents
from radslag.config.firstrun import EXAMPLES
from radslag.text.reading import Record, read

TODAYS = (date(2026, 11, 18), date(2028, 2, 29))
Read = list[tuple[Document, Record]]


@pytest.fixture(scope="module", params=TODAYS, ids=str)
def papers(request: pytest.FixtureRequest) -> Read:
    documents = Example(EXAMPLES, request.param).documents
    return [(each, read(each.data, each.name)) for each in documents]


def test_there_are_half_a_hundred_in_four_shapes_for_seven_bodies(papers: Read) -> None:
    shapes = Counter(document.name.rpartition(".")[2] for document, _ in papers)
    assert 45 <= len(papers) <= 60
    assert set(shapes) == {"md", "txt", "docx", "pdf"}
    assert min(shapes.values()) >= 6
    assert len({document.meeting.body for document, _ in papers}) == 7


def test_every_name_of_a_file_is_its_own(papers: Read) -> None:
    names = [document.name for document, _ in papers]
    assert len(set(names)) == len(names)


def test_the_head_of_every_paper_is_read(papers: Read) -> None:
    for document, record in papers:
        meeting = document.meeting
        told = (record.kind, record.date, record.place, record.secretary, record.inferred)
        assert told == (document.kind, meeting.day.isoformat(), meeting.place, meeting.secretary, ())
        assert record.findings == ()


def test_everybody_at_the_table_is_read_with_a_home(papers: Read) -> None:
    for document, record in papers:
        if document.kind == "minutes":
            present = [(each.name, each.affiliation) for each in record.present]
            assert present == [(each.name, each.home) for each in document.meeting.present]
            assert [each.name for each in record.absent] == [each.name for each in document.meeting.absent]
            assert {each.name for each in record.others} == {each.name for each in document.meeting.others}


def test_the_items_are_read_with_presenters_annexes_and_views(papers: Read) -> None:
    for document, record in papers:
        for item, meant in zip(record.items, document.meeting.items, strict=True):
            assert item.title == meant.title
            assert set(item.presenters) == set(meant.presenters), (document.name, meant.title)
            assert len(item.annexes) == bool(meant.annex)
            if document.kind == "minutes":
                assert [each.text for each in item.contributions] == list(meant.views)


def test_the_decisions_and_proposals_are_read_word_for_word(papers: Read) -> None:
    for document, record in papers:
        for item, meant in zip(record.items, document.meeting.items, strict=True):
            decided = meant.decisions if document.kind == "minutes" else ()
            assert [each.text for each in item.decisions] == list(decided), document.name
            assert [each.text for each in item.proposals] == list(meant.proposals), document.name


def test_the_coming_meetings_are_read_with_their_topics(papers: Read) -> None:
    for document, record in papers:
        asked = [item.topics for item in document.meeting.items if item.topics]
        assert [each.topics for each in record.next_meetings] == asked
        assert all(each.date for each in record.next_meetings)


def test_made_twice_the_papers_are_the_same_to_the_byte() -> None:
    example = Example(EXAMPLES, TODAYS[0])
    first = [document.data for document in example.documents]
    _documents.cache_clear()
    assert [document.data for document in example.documents] == first
