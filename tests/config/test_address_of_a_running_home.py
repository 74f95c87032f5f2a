"""A command beside a running `run` names the address people can follow."""

from pathlib import Path

from radslag.config.home import Holder, Home


def test_a_held_home_tells_its_address(tmp_path: Path) -> None:
    with Home(tmp_path).held(Holder(1, "http://127.0.0.1:8123", "09.00")):
        assert Home(tmp_path).address() == "http://127.0.0.1:8123"


def test_a_home_that_has_been_let_go_tells_none(tmp_path: Path) -> None:
    with Home(tmp_path).held(Holder(1, "http://127.0.0.1:8123", "09.00")):
        pass

    assert Home(tmp_path).address() is None


def test_a_home_never_held_tells_none(tmp_path: Path) -> None:
    assert Home(tmp_path / "nowhere").address() is None
