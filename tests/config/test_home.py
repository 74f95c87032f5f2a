"""The home folder: private, writable, and held by one at a time."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from radslag.config.home import Holder, Home, HomeUnusable

SOMEONE = Holder(pid=4711, address="http://127.0.0.1:8000", since="09.30")


def test_it_is_made_for_its_owner_only(tmp_path: Path) -> None:
    Home(tmp_path / "deep" / "home").prepare()

    assert stat.S_IMODE((tmp_path / "deep" / "home").stat().st_mode) == 0o700


def test_preparing_it_leaves_nothing_in_it(tmp_path: Path) -> None:
    Home(tmp_path).prepare()

    assert list(tmp_path.iterdir()) == []


def test_one_that_cannot_be_made_is_told_with_the_mend(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(HomeUnusable, match="välj en annan mapp med RADSLAG_HOME"):
        Home(tmp_path / "file" / "home").prepare()


def test_one_that_is_held_says_by_whom(tmp_path: Path) -> None:
    home = Home(tmp_path)

    with (
        home.held(SOMEONE),
        pytest.raises(HomeUnusable, match=r"process 4711 på http://127\.0\.0\.1:8000 sedan 09\.30"),
        home.held(Holder(1, "", "")),
    ):
        pass


def test_one_that_was_let_go_can_be_held_again(tmp_path: Path) -> None:
    home = Home(tmp_path)
    with home.held(SOMEONE):
        pass

    with home.held(SOMEONE):
        assert (tmp_path / "run.lock").exists()


@pytest.mark.parametrize("left", ["", "not json", '{"pid": 1}'])
def test_a_holder_that_left_no_readable_name_is_still_a_holder(tmp_path: Path, left: str) -> None:
    home = Home(tmp_path)

    with home.held(SOMEONE):
        (tmp_path / "run.lock").write_text(left)
        with pytest.raises(HomeUnusable, match="en annan process"), home.held(SOMEONE):
            pass
