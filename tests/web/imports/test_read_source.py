"""Reading a document's text at a place, and fetching the file it came in as."""

import pytest

from radslag.base.documents import storage
from tests.importing import papers
from tests.web.imports.conftest import Desk


def test_the_place_asked_for_is_marked_and_led_to(desk: Desk) -> None:
    extraction = desk.cast.extraction
    start = extraction.text.index("\n") + 1
    page = desk.client.get(f"/sjobygden/kalla/{extraction.uuid}/?fran={start}&till={start + 4}").content.decode()
    assert '<mark id="stalle"' in page
    assert "Till stället på rad 2" in page
    assert 'id="rad-2"' in page


@pytest.mark.parametrize("query", ["", "?fran=x&till=y", "?fran=9&till=3", "?fran=0&till=9999999", "?fran=-1&till=2"])
def test_what_is_no_place_marks_nothing(desk: Desk, query: str) -> None:
    answer = desk.client.get(f"/sjobygden/kalla/{desk.cast.extraction.uuid}/{query}")
    assert answer.status_code == 200
    assert "<mark" not in answer.content.decode()


def test_the_text_leads_back_to_its_meeting(desk: Desk) -> None:
    page = desk.client.get(f"/sjobygden/kalla/{desk.cast.extraction.uuid}/").content.decode()
    assert f"/sjobygden/moten/{desk.cast.meeting.uuid}/" in page


def test_markup_in_a_document_is_shown_as_it_stands(desk: Desk) -> None:
    staged = desk.stage(papers.minutes(secretary="<script>alert(1)</script>"))
    assert staged.extraction is not None
    assert "<script>alert" not in desk.see("review", staged)
    page = desk.client.get(f"/sjobygden/kalla/{staged.extraction.uuid}/").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_a_file_is_always_a_download_under_its_name(desk: Desk) -> None:
    version = desk.cast.version
    answer = desk.client.get(f"/sjobygden/fil/{version.uuid}/")
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer.content == storage.get(version.stored)


def test_a_file_whose_bytes_are_gone_is_not_found(desk: Desk) -> None:
    version = desk.cast.version
    storage.remove(version.stored)
    assert desk.client.get(f"/sjobygden/fil/{version.uuid}/").status_code == 404


def test_a_member_reads_what_is_in_the_record_but_not_what_waits_for_review(desk: Desk) -> None:
    staged = desk.stage()
    member = desk.cast.sign_in("member")
    assert staged.extraction is not None
    assert staged.version is not None
    assert member.get(f"/sjobygden/kalla/{desk.cast.extraction.uuid}/").status_code == 200
    assert member.get(f"/sjobygden/fil/{desk.cast.version.uuid}/").status_code == 200
    assert member.get(f"/sjobygden/kalla/{staged.extraction.uuid}/").status_code == 404
    assert member.get(f"/sjobygden/fil/{staged.version.uuid}/").status_code == 404
