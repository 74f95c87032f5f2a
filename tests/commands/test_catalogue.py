"""What `./radslag` answers before any command has begun."""

from __future__ import annotations

import subprocess
import sys

import pytest

from radslag.cli import main
from radslag.commands import Stop, catalogue
from radslag.commands.run.supervision import ours


def test_alone_it_lists_every_command_in_its_group(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0

    shown = capsys.readouterr().out
    for command in catalogue.COMMANDS:
        assert not command.exists or f"\n  {command.name}" in shown
    assert [line for line in shown.splitlines() if line in catalogue.GROUPS] == list(catalogue.GROUPS)


def test_every_command_leads_to_a_function() -> None:
    for command in (*catalogue.COMMANDS, *catalogue.INNER):
        if command.exists and not command.django:
            assert callable(command.load()), command.name


def test_a_mistyped_command_is_answered_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["imprt"]) == 2

    assert capsys.readouterr().err == "Kommandot imprt finns inte. Menade du import?\n"


def test_a_command_like_no_other_is_answered_with_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["xyzzy"]) == 2

    assert "Kör ./radslag för att se alla kommandon." in capsys.readouterr().err


def test_what_stops_a_command_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(words: list[str]) -> int:
        raise Stop("Det går inte.")

    monkeypatch.setattr(catalogue.Command, "load", lambda self: stop)

    assert main(["lock"]) == 1
    assert capsys.readouterr().err == "Det går inte.\n"


def test_a_reader_that_hangs_up_is_no_error() -> None:
    listing = " ".join(f"'{word}'" for word in ours())

    done = subprocess.run(["sh", "-c", f"{listing} | true"], capture_output=True, text=True, check=False)

    assert done.stderr == ""


@pytest.mark.parametrize("words", ["", "read README.md"])
def test_the_list_and_the_reader_wait_for_no_framework(words: str) -> None:
    source = f"import sys; from radslag.cli import main; main({words.split()!r}); print('django' in sys.modules)"

    done = subprocess.run(
        [sys.executable, "-c", source], capture_output=True, text=True, cwd=catalogue.ROOT, check=False
    )

    assert done.stdout.splitlines()[-1] == "False", done.stderr
