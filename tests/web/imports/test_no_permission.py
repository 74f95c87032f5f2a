"""Who may not import does not see the pages and changes nothing; another collaboration's documents are not there."""

import pytest

from radslag.exchange.importing.models import Staged
from tests.cast import Cast
from tests.web.imports.conftest import Desk, draft_of

SEEN = ("imports", "batch", "review")
DONE = (
    "review_correct", "review_add", "review_split", "review_merge", "review_leave_out", "review_take_back",
    "review_person", "review_body", "review_date", "review_meeting", "review_undo", "review_commit",
    "review_undo_commit", "review_dismiss", "review_readmit",
)  # fmt: skip


def _address(desk: Desk, view: str, staged: Staged) -> str:
    if view == "imports":
        return desk.url(view)
    return desk.url(view, staged) if view != "batch" else f"/sjobygden/import/{staged.batch.uuid}/"


@pytest.mark.parametrize("role", ["member", "observer", "administrator"])
def test_without_the_permission_the_pages_say_no(desk: Desk, role: str) -> None:
    staged, client = desk.stage(), desk.cast.sign_in(role)
    for view in SEEN:
        assert client.get(_address(desk, view, staged)).status_code == 403, view


@pytest.mark.parametrize("role", ["member", "observer", "administrator"])
def test_without_the_permission_nothing_is_done(desk: Desk, role: str) -> None:
    staged, client = desk.stage(), desk.cast.sign_in(role)
    for view in DONE:
        answer = client.post(desk.url(view, staged), {"revision": staged.revision, "element": "p1", "path": "place"})
        assert answer.status_code == 403, view
    assert draft_of(staged) == staged.draft


def test_another_collaborations_documents_are_not_there(cast: Cast) -> None:
    client, other = cast.sign_in("coordinator"), cast.other_staged
    for address in (f"granska/{other.uuid}/", f"import/{other.batch.uuid}/"):
        assert client.get(f"/sjobygden/{address}").status_code == 404
        assert client.get(f"/slattbygden/{address}").status_code == 404
    for address in (
        f"kalla/{cast.other_held.minutes.extraction.uuid}/",
        f"fil/{cast.other_held.minutes.version.uuid}/",
    ):
        assert client.get(f"/sjobygden/{address}").status_code == 404


def test_a_change_is_never_made_by_following_a_link(desk: Desk) -> None:
    staged = desk.stage()
    for view in DONE:
        assert desk.client.get(desk.url(view, staged)).status_code == 405, view
