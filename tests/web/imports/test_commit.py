"""The button that puts a reviewed meeting into the record, and the one that takes it out again."""

from uuid import uuid4

from django.utils.html import strip_tags

from radslag.domain.meetings.models import Meeting
from radslag.exchange.importing.models import Staged, StagedState
from radslag.exchange.importing.reading import SENTENCES
from tests.importing import papers
from tests.web.imports.conftest import Desk


def _commit(desk: Desk, staged: Staged, nonce: object = None) -> str:
    answer = desk.send("review_commit", staged, nonce=str(nonce or uuid4()))
    return desk.client.get(answer["Location"]).content.decode()


def test_the_button_says_what_will_happen(desk: Desk) -> None:
    page = desk.see("review", desk.stage(papers.minutes(day=papers.DAY.replace(year=2023))))
    button = strip_tags(page.split("granskning-huvud")[1].split("</form>")[0])
    assert "För in mötet 15 maj 2023: 4 personer, 3 punkter, 3 beslut" in button
    assert 'class="button primary"' in page.split("granskning-huvud")[1]


def test_while_something_is_in_doubt_the_button_rests_and_says_why(desk: Desk) -> None:
    page = desk.see("review", desk.stage(papers.notice(weekday="onsdagen den 15 maj")))
    assert "disabled" in page.split("För in mötet")[0].rsplit("<button", 1)[1]
    assert "Innan mötet kan föras in är det 1 sak att bekräfta." in page


def test_a_committed_document_leads_to_its_meeting(desk: Desk) -> None:
    staged = desk.stage(papers.minutes(day=papers.DAY.replace(year=2023)))
    page = _commit(desk, staged)
    meeting = Meeting.objects.get(date="2023-05-15")
    assert f"/sjobygden/moten/{meeting.uuid}/" in page
    assert "är infört i registret." in page
    assert Staged.objects.get(pk=staged.pk).state == StagedState.COMMITTED


def test_after_the_last_minutes_the_next_meeting_is_prepared(desk: Desk) -> None:
    staged = desk.stage(papers.minutes(day=papers.DAY.replace(year=2023)))
    Staged.objects.exclude(pk=staged.pk).update(state=StagedState.REJECTED)
    _commit(desk, staged)
    body = Meeting.objects.get(date="2023-05-15").body
    for page in (
        desk.see("review", staged),
        desk.client.get(f"/sjobygden/import/{staged.batch.uuid}/").content.decode(),
    ):
        primary = page.split('class="button primary"')[1].split("</a>")[0]
        assert f"/sjobygden/moten/nytt/?grupp={body.uuid}" in primary


def test_while_documents_wait_the_next_of_them_comes_first(desk: Desk) -> None:
    staged = desk.stage(papers.minutes(day=papers.DAY.replace(year=2023)))
    waiting = desk.cast.staged
    page = _commit(desk, staged)
    assert str(waiting.uuid) in page.split('class="button primary"')[1].split("</a>")[0]
    assert "Förbered nästa möte" in page


def test_the_same_commit_sent_twice_enters_once(desk: Desk) -> None:
    staged, nonce = desk.stage(papers.minutes(day=papers.DAY.replace(year=2023))), uuid4()
    _commit(desk, staged, nonce)
    page = _commit(desk, staged, nonce)
    assert Meeting.objects.filter(date="2023-05-15").count() == 1
    assert "redan" not in page.split('id="notices"')[1].split("</div>")[0]


def test_a_commit_from_an_old_page_is_refused_and_enters_nothing(desk: Desk) -> None:
    staged = desk.stage(papers.minutes(day=papers.DAY.replace(year=2023)))
    desk.send("review_leave_out", staged, element="d1")
    assert "ändrade dokumentet under tiden" in _commit(desk, staged)
    assert not Meeting.objects.filter(date="2023-05-15").exists()


def test_a_doubt_left_refuses_the_commit_also_without_the_button(desk: Desk) -> None:
    staged = desk.stage(papers.notice(weekday="onsdagen den 15 maj"))
    _commit(desk, staged)
    assert Staged.objects.get(pk=staged.pk).state == StagedState.REVIEW


def test_a_commit_is_undone_and_the_document_is_up_for_review_again(desk: Desk) -> None:
    staged = desk.stage(papers.minutes(day=papers.DAY.replace(year=2023)))
    assert "Ångra införandet" in _commit(desk, staged)
    answer = desk.send("review_undo_commit", staged)
    assert "går att granska igen" in desk.client.get(answer["Location"]).content.decode()
    assert not Meeting.objects.filter(date="2023-05-15").exists()


def test_a_plan_says_when_it_can_be_committed_and_has_no_button(desk: Desk) -> None:
    staged = desk.stage(papers.CHATTER)
    Staged.objects.filter(pk=staged.pk).update(kind="plan", sentence=SENTENCES["plan"])
    page = desk.see("review", staged)
    assert "Kan föras in när verksamhetsplaner finns i Rådslag." in page
    assert "För in mötet" not in page


def test_a_document_that_is_not_read_leads_to_its_batch(desk: Desk) -> None:
    staged = desk.stage(b"")
    answer = desk.client.get(desk.url("review", staged))
    assert answer["Location"] == f"/sjobygden/import/{staged.batch.uuid}/"
