"""The overview of those who have no seat: official, registrar, observer, stand-in, administrator."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from radslag.base.accounts.models import Delegation
from radslag.domain.minutes.models import Minutes
from radslag.exchange.importing.models import Staged, StagedState
from tests.cast import Cast
from tests.web.pages import links, read

OVERVIEW = "/sjobygden/oversikt/"


def test_an_official_sees_what_waits_for_the_municipality(cast: Cast) -> None:
    page = read(cast.sign_in("official"), OVERVIEW)
    assert "Det som väntar på Åmål Uppdrag Tar fram en gemensam kostnadskalkyl försenat" in page
    assert "Det som väntar på dig" not in page


def test_a_registrar_sees_new_documents_and_the_ways_out(cast: Cast) -> None:
    _commit(cast)
    client = cast.sign_in("registrar")
    page, found = read(client, OVERVIEW), links(client.get(OVERVIEW))
    assert f"Nya dokument {cast.staged.name}" in page
    assert cast.staged.version
    file = f"/sjobygden/fil/{cast.staged.version.uuid}/"
    assert file in found
    assert client.get(file).status_code == 200
    assert f"/sjobygden/fil/{cast.version.uuid}/" not in found  # nobody handed that one in
    assert {"/sjobygden/beslut/?format=xlsx", "/sjobygden/uppdrag/?format=csv"} <= set(found)
    assert "Vad som har ändrats" in page


def test_what_is_under_review_is_no_new_document_for_who_cannot_review(cast: Cast) -> None:
    assert cast.staged.name not in read(cast.sign_in("registrar"), OVERVIEW)


def _commit(cast: Cast) -> None:
    """The document of the cast has entered the record, as the minutes of its meeting."""
    Staged.objects.filter(pk=cast.staged.pk).update(state=StagedState.COMMITTED)
    Minutes.objects.filter(pk=cast.held.minutes.pk).update(version=cast.staged.version)


def test_an_observer_sees_meetings_and_the_latest_decisions(cast: Cast) -> None:
    client = cast.sign_in("observer")
    page = read(client, OVERVIEW)
    assert "Senast beslutat Kommundirektörsgruppen" in page
    assert "Möten framöver Inget möte är kallat." in page
    assert not [link for link in links(client.get(OVERVIEW)) if "/kalla/" in link or "/fil/" in link]


def test_who_stands_in_for_somebody_sees_what_waits_for_both(cast: Cast) -> None:
    today = timezone.localdate()
    Delegation.objects.create(
        collaboration=cast.collaboration,
        giver=cast.user("member"),
        receiver=cast.user("observer"),
        start=today,
        end=today + timedelta(days=7),
    )
    page = read(cast.sign_in("observer"), OVERVIEW)
    assert "det som väntar på Ada Brandt, som du är ställföreträdare för" in page
    assert "Kartlägger möjliga vattentäkter" in page


def test_an_administrator_is_led_to_the_roles(cast: Cast) -> None:
    assert cast.sign_in("administrator").get("/sjobygden/")["Location"] == "/sjobygden/rattigheter/"


def test_everyone_else_lands_on_the_overview(cast: Cast) -> None:
    for role in ("coordinator", "chair", "member", "official", "registrar", "observer"):
        assert cast.sign_in(role).get("/sjobygden/")["Location"] == OVERVIEW
