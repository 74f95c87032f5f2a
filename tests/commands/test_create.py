"""`radslag create`: a collaboration of one's own, and a first person who can get in."""

import re

import pytest
from django.test import Client

from radslag.base.accounts.access import roles_of
from radslag.base.accounts.models import User
from radslag.base.accounts.roles import Role
from radslag.base.people.models import Collaboration, Membership
from radslag.commands import Stop
from radslag.commands.founding import command

GIVEN = ["Sjöriket", "--slug", "sjoriket", "--admin", "eva@sjoriket.example", "--admin-name", "Eva Ek"]
pytestmark = pytest.mark.django_db


def test_the_first_user_follows_the_link_and_has_the_roles(capsys: pytest.CaptureFixture[str]) -> None:
    command([*GIVEN, "--members", "1980,0484"])
    link = re.search(r"http\S+", capsys.readouterr().out)
    assert link
    client = Client()
    form = client.get(re.sub(r"^http://[^/]+", "", link[0]), follow=True)
    chosen = {"password1": "nio-gula-ekor-77", "password2": "nio-gula-ekor-77"}
    client.post(form.redirect_chain[-1][0], chosen)
    user, made = User.objects.get(email="eva@sjoriket.example"), Collaboration.objects.get(slug="sjoriket")

    assert user.check_password("nio-gula-ekor-77")
    assert Membership.objects.of(made).count() == 2
    assert {Role.ADMINISTRATOR, Role.COORDINATOR} == roles_of(user, made, user.date_joined.date())


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--members", "9999"], "Ingen kommun har koden 9999"),
        (["--slug", "konto"], "upptagen"),
        (["--slug", "två ord"], "duger inte"),
        (["--admin", "ingen adress"], "duger inte"),
    ],
)
def test_what_cannot_be_made_gets_a_sentence_and_leaves_nothing(arguments: list[str], sentence: str) -> None:
    with pytest.raises(Stop, match=sentence):
        command([*GIVEN, *arguments])

    assert not Collaboration.objects.exists()
    assert not User.objects.exists()


def test_a_known_user_gets_the_new_collaboration_too() -> None:
    command(GIVEN)
    command(["Åriket", "--slug", "ariket", *GIVEN[3:]])

    assert User.objects.count() == 1
    assert Collaboration.objects.count() == 2
