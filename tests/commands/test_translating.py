"""Messages are found wherever they are marked, and a catalogue is compiled when it is newer than what stands."""

from __future__ import annotations

import gettext
import os
from pathlib import Path

import pytest

from radslag.commands import translating

CATALOGUE = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"

msgid "Möten"
msgstr "Meetings"
"""


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('{% translate "Möten" %}', [("Möten", None)]),
        ("{% translate 'Det \"här\"' %}", [('Det "här"', None)]),
        ('{% translate "Justera" context "verb" %}', [("Justera", "verb")]),
        ("{% blocktranslate %}Hej {{ name }}{% endblocktranslate %}", [("Hej %(name)s", None)]),
        (
            "{% blocktranslate count n=n %}ett beslut{% plural %}{{ n }} beslut{% endblocktranslate %}",
            [(("ett beslut", "%(n)s beslut"), None)],
        ),
        ('{% panel _("Beslut") %}{{ x|default:_("inget") }}', [("Beslut", None), ("inget", None)]),
        ("<p>gettext('not a tag')</p>", []),
    ],
)
def test_a_template_gives_its_messages(source: str, expected: list[translating.Message]) -> None:
    assert list(translating.in_template(source)) == expected


def test_source_gives_its_messages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translating, "PACKAGE", tmp_path)
    (tmp_path / "views.py").write_text("_('Möten')\nngettext('ett', 'flera', n)\npgettext('verb', 'Justera')\n")

    assert list(translating.messages()) == [
        ("views.py", ("Möten", None)),
        ("views.py", (("ett", "flera"), None)),
        ("views.py", ("Justera", "verb")),
    ]


@pytest.fixture
def locale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalogue of its own."""
    monkeypatch.setattr(translating, "LOCALE", tmp_path / "locale")
    folder = tmp_path / "locale" / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text(CATALOGUE, encoding="utf-8")
    return folder


def test_a_catalogue_is_compiled_once_and_again_when_it_changes(locale: Path) -> None:
    translating.compile_stale()
    with (locale / "django.mo").open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("Möten") == "Meetings"

    os.utime(locale / "django.mo", (2e9, 2e9))
    translating.compile_stale()
    assert (locale / "django.mo").stat().st_mtime == 2e9

    os.utime(locale / "django.po", (3e9, 3e9))
    translating.compile_stale()
    assert (locale / "django.mo").stat().st_mtime < 2e9


def test_gathering_keeps_what_is_translated_and_drops_what_is_gone(
    locale: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(translating, "PACKAGE", tmp_path)
    (tmp_path / "views.py").write_text("_('Möten')\n_('Beslut')\n")
    catalogue = translating.gathered(locale / "django.po")

    assert {message.id: message.string for message in catalogue if message.id} == {"Möten": "Meetings", "Beslut": None}
    assert translating.untranslated(catalogue) == ["Beslut"]
