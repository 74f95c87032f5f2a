"""Writing the agenda where it stands: items added, changed, moved and taken away."""

from __future__ import annotations

from radslag.base.core.actor import SYSTEM
from radslag.base.people.actions import create_person
from radslag.domain.meetings.actions import set_presenters
from radslag.domain.meetings.models import AgendaItem
from tests.cast import Cast
from tests.planned_meeting import Planned, plan
from tests.web.pages import read, words
from tests.web.prepare.agenda import here, post, save, shown


def order(there: Planned) -> list[str]:
    rows = AgendaItem.objects.of_meeting(there.meeting).in_order()
    return [f"{row.number} {row.title}" for row in rows if row.title in TITLES]


TITLES = ("Gemensam upphandling", "Läget i kommunerna", "Räddningstjänsten", "Ny fråga")


def test_an_item_of_ones_own_is_added_to_its_part(cast: Cast) -> None:
    there = plan(cast.chief_executives)
    fields = {"title": "Ny fråga", "section": str(there.part.uuid)}
    answer = post(cast.sign_in("coordinator"), there.meeting, "punkter/ny/", **fields)
    item = AgendaItem.objects.get(title="Ny fråga")
    assert item.section == there.part
    assert answer["Location"].endswith(f"/forbered/#punkt-{item.uuid}")


def test_a_sub_item_stands_below_its_item(cast: Cast) -> None:
    there = plan(cast.chief_executives)
    fields = {"title": "Ny fråga", "parent": str(there.second.uuid)}
    post(cast.sign_in("coordinator"), there.meeting, "punkter/ny/", **fields)
    assert AgendaItem.objects.get(title="Ny fråga").parent == there.second


def test_an_item_without_a_title_is_told_where_it_was_written(cast: Cast) -> None:
    there = plan(cast.chief_executives)
    answer = post(cast.sign_in("coordinator"), there.meeting, "punkter/ny/", title=" ", section=str(there.part.uuid))
    assert answer.status_code == 422
    assert "Skriv en rubrik." in words(answer)


def test_every_field_of_an_item_is_saved(cast: Cast) -> None:
    there, client = plan(cast.chief_executives), cast.sign_in("coordinator")
    text = "Gruppen föreslås besluta\natt utreda frågan\natt bjuda in länet\nFrågan bordläggs."
    changes = {"title": "Ny fråga", "type": "discussion", "notes": "Bakgrund", "proposals": text}
    save(client, there.first, **changes, presenters=["Ada Brandt", "Någon Okänd", ""])
    item = AgendaItem.objects.get(pk=there.first.pk)
    assert (item.title, item.type, item.notes) == ("Ny fråga", "discussion", "Bakgrund")
    people = [(each.name, each.person) for each in item.presenters.all()]
    assert people == [("Ada Brandt", cast.people["Ada Brandt"]), ("Någon Okänd", None)]
    assert [each.text for each in item.proposed_decisions.all()] == [text[: -len("\nFrågan bordläggs.")], text[-17:]]


def test_an_item_moves_into_another_part_or_below_another_item(cast: Cast) -> None:
    there, client = plan(cast.chief_executives), cast.sign_in("coordinator")
    save(client, there.first, parent=str(there.second.uuid))
    assert AgendaItem.objects.get(pk=there.first.pk).parent == there.second
    save(client, AgendaItem.objects.get(pk=there.first.pk), parent="")
    assert AgendaItem.objects.get(pk=there.first.pk).parent is None


def test_items_move_a_step_and_are_numbered_again(cast: Cast) -> None:
    there, client = plan(cast.chief_executives), cast.sign_in("coordinator")
    before = order(there)
    post(client, there.meeting, "punkter/flytta/", item=str(there.first.uuid), direction="down")
    assert [title.split(" ", 1)[1] for title in order(there)][:1] != [before[0].split(" ", 1)[1]]
    post(client, there.meeting, "punkter/flytta/", item=str(there.first.uuid), direction="up")
    assert order(there) == before


def test_a_removed_item_comes_back_with_everything_under_it(cast: Cast) -> None:
    there, client = plan(cast.chief_executives), cast.sign_in("coordinator")
    post(client, there.meeting, "punkter/ta-bort/", item=str(there.first.uuid))
    page = client.get(here(there.meeting))
    assert "Gemensam upphandling är borttagen" in words(page)
    undo = next(part for part in page.content.decode().split('"') if "aterstall/?vad=punkt" in part)
    client.post(undo.replace("&amp;", "&"))
    again = AgendaItem.objects.get(uuid=there.first.uuid)
    assert [each.title for each in again.attachments.all()] == ["Underlag till upphandlingen"]
    assert again.proposed_decisions.count() == 1


def test_what_was_written_about_an_item_that_went_is_shown_to_be_copied(cast: Cast) -> None:
    there, client = plan(cast.chief_executives), cast.sign_in("coordinator")
    written = {**shown(there.first), "notes": "Lång bakgrund"}
    post(client, there.meeting, "punkter/ta-bort/", item=str(there.first.uuid))
    answer = post(client, there.meeting, "punkter/spara/", **written)
    assert answer.status_code == 409
    assert "Det du skrev har ingen plats längre" in words(answer)
    assert "Bakgrund Lång bakgrund" in words(answer)


def test_an_item_says_why_it_is_there(cast: Cast) -> None:
    there = plan(cast.chief_executives)
    taken = there.meeting.suggestion_answers.get(state="taken")
    assert taken.reason in read(cast.sign_in("coordinator"), here(there.meeting)) or taken.key.startswith("standing")


def test_an_open_form_stays_open_while_something_else_is_done(cast: Cast) -> None:
    there, client = plan(cast.chief_executives), cast.sign_in("coordinator")
    editing = f"http://testserver{here(there.meeting)}?punkt={there.first.uuid}"
    fields = {"item": str(there.second.uuid), "direction": "up"}
    answer = client.post(here(there.meeting, "punkter/flytta/"), fields, headers={"HX-Current-URL": editing})
    assert answer["Location"].startswith(f"{here(there.meeting)}?punkt={there.first.uuid}#")


def test_a_presenter_who_is_linked_stays_linked_when_another_of_the_name_is_in_the_register(cast: Cast) -> None:
    there, client = plan(cast.chief_executives), cast.sign_in("coordinator")
    ada = cast.people["Ada Brandt"]
    set_presenters(item=there.first, presenters=[("Ada Brandt", ada)], by=SYSTEM)
    create_person(collaboration=cast.collaboration, name="Ada Brandt", title="kanslichef", by=SYSTEM)
    save(client, there.first, presenters=["Ada Brandt", "Ylva Ängmark", "Ada Brandt"])
    people = [(each.name, each.person) for each in AgendaItem.objects.get(pk=there.first.pk).presenters.all()]
    assert people == [("Ada Brandt", ada), ("Ylva Ängmark", cast.people["Ylva Ängmark"]), ("Ada Brandt", None)]


def test_a_title_too_long_is_put_back_with_the_sentence_where_it_was_written(cast: Cast) -> None:
    there, client = plan(cast.chief_executives), cast.sign_in("coordinator")
    long = "Ny fråga " * 60
    for where in ({"section": str(there.part.uuid)}, {"parent": str(there.second.uuid)}):
        answer = post(client, there.meeting, "punkter/ny/", title=long, **where)
        assert answer.status_code == 422
        assert "högst 500 får plats" in words(answer)
        assert answer.content.decode().count(f'value="{long}"') == 1
    assert not AgendaItem.objects.filter(title__startswith="Ny fråga").exists()
