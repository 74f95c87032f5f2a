"""Two people at the same document: nothing typed is lost, and nothing is written over unseen."""

import re

from radslag.exchange.importing import actions
from radslag.exchange.importing.models import Staged
from tests.web.imports.conftest import BY, Desk, draft_of

MINE = {"path": "place", "place": "Rådhuset", "initial-place": "Sjösalen, Örebro"}


def _someone_else_corrects(staged: Staged, path: str, value: str) -> None:
    other = Staged.objects.get(pk=staged.pk)
    actions.correct(staged=other, expected=other.revision, path=path, value=value, by=BY)


def test_the_same_value_changed_by_two_is_shown_in_both_versions(desk: Desk) -> None:
    staged = desk.stage()
    _someone_else_corrects(staged, "place", "Folkets hus")
    answer = desk.send("review_correct", staged, **MINE)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Siri Samordnare sparade" in page
    assert "<ins>Rådhuset</ins>" in page
    assert "<del>Folkets hus</del>" in page or "<del>Folkets" in page
    assert draft_of(staged)["place"] == "Folkets hus"


def _choose(desk: Desk, staged: Staged, keep: str) -> None:
    page = desk.send("review_correct", staged, **MINE).content.decode()
    form = page.split('data-editor="place"')[1].split("</form>")[0]
    fields = dict(re.findall(r'<input type="hidden" name="([\w-]+)" value="([^"]*)"', form))
    staged.revision = int(fields.pop("revision"))
    desk.send("review_correct", staged, **fields, keep_place=keep)


def test_choosing_ones_own_version_saves_it(desk: Desk) -> None:
    staged = desk.stage()
    _someone_else_corrects(staged, "place", "Folkets hus")
    _choose(desk, staged, "mine")
    assert draft_of(staged)["place"] == "Rådhuset"


def test_choosing_the_saved_version_keeps_it(desk: Desk) -> None:
    staged = desk.stage()
    _someone_else_corrects(staged, "place", "Folkets hus")
    _choose(desk, staged, "saved")
    assert draft_of(staged)["place"] == "Folkets hus"


def test_different_values_changed_by_two_both_hold(desk: Desk) -> None:
    staged = desk.stage()
    _someone_else_corrects(staged, "secretary", "Bo Ek")
    answer = desk.send("review_correct", staged, **MINE)
    assert answer.status_code == 302
    assert (draft_of(staged)["place"], draft_of(staged)["secretary"]) == ("Rådhuset", "Bo Ek")


def test_what_was_typed_about_something_merged_away_is_shown(desk: Desk) -> None:
    staged = desk.stage()
    other = Staged.objects.get(pk=staged.pk)
    actions.merge(staged=other, expected=other.revision, item="i2", into="i1", by=BY)
    answer = desk.send("review_correct", staged, path="items.i2", title="Övningen", **{"initial-title": "x"})
    assert answer.status_code == 409
    assert "Övningen" in answer.content.decode()


def test_a_click_on_an_old_page_does_nothing_and_says_so(desk: Desk) -> None:
    staged = desk.stage()
    _someone_else_corrects(staged, "place", "Folkets hus")
    answer = desk.send("review_leave_out", staged, element="p1")
    assert "ändrade dokumentet under tiden" in desk.client.get(answer["Location"]).content.decode()
    assert not draft_of(staged)["people"][0]["rejected"]


def test_a_form_without_its_revision_is_not_one_of_ours(desk: Desk) -> None:
    staged = desk.stage()
    answer = desk.client.post(desk.url("review_leave_out", staged), {"element": "p1"})
    assert answer.status_code == 400
