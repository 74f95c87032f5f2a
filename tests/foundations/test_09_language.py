"""Foundation 9: Swedish is written in the code, English comes by gettext, and the catalogue is compiled by Babel."""

from __future__ import annotations

import ast
import re
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import translation

import radslag
from radslag.base.accounts.roles import Role
from tests.cast import Cast

PACKAGE = Path(radslag.__file__).parent
GETTEXT = {"gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "_"}
# Words no Swedish sentence has, and nearly every English one does.
GAP = re.compile(r"%\(\w+\)s|\{\w*\}")
ENGLISH = re.compile(r"\b(the|and|is|of|are|not|this|with|you|your|was)\b", re.IGNORECASE)


def _messages() -> list[str]:
    found = []
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in GETTEXT and node.args:
                found.append(ast.unparse(node.args[0]))
    for path in PACKAGE.rglob("*.html"):
        found += re.findall(r"{% translate (\"[^\"]*\")", path.read_text(encoding="utf-8"))
    return found


def test_message_ids_are_swedish() -> None:
    messages = _messages()
    assert len(messages) > 200
    assert [message for message in messages if ENGLISH.search(GAP.sub("", message))] == []


def test_swedish_is_the_language_nobody_chose(cast: Cast) -> None:
    answer = cast.sign_in("coordinator").get(reverse("secretariat:meetings", args=["sjobygden"]))
    assert answer.headers["Content-Language"] == "sv"
    assert '<html lang="sv"' in answer.text
    assert "Möten" in answer.text


def test_one_can_read_it_in_english(cast: Cast) -> None:
    client = cast.sign_in("coordinator")
    client.post(reverse("set_language"), {"language": "en", "next": "/"})
    answer = client.get(reverse("secretariat:meetings", args=["sjobygden"]))
    assert '<html lang="en"' in answer.text
    assert "Meetings" in answer.text
    assert "Uppdrag" not in answer.text.split("<main")[0]


@pytest.mark.django_db
def test_the_sign_in_page_too_is_read_in_english(client: Client) -> None:
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    assert "Password" in client.get(reverse("account_login")).text


def test_roles_have_an_english_name() -> None:
    with translation.override("en"):
        names = {str(role.label) for role in Role}
    with translation.override("sv"):
        assert not names & {str(role.label) for role in Role}


def test_babel_alone_compiles_the_catalogue() -> None:
    compiled = BytesIO()
    with (PACKAGE / "locale" / "en" / "LC_MESSAGES" / "django.po").open("rb") as source:
        write_mo(compiled, read_po(source))
    compiled.seek(0)
    assert GNUTranslations(compiled).gettext("Möten") == "Meetings"
