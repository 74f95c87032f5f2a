"""What every test stands on: a sealed network, one engine at a time, and ../shared found or told about."""

from __future__ import annotations

import ipaddress
import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from django.utils import translation

pytest_plugins = ["tests.cast"]
ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
# Folders and files whose tests never touch the test database: nothing new would be learnt on a second engine.
ONCE = (
    "tests/text/",
    "tests/commands/",
    "tests/config/test_home.py",
    "tests/config/test_example_days.py",
    "tests/config/test_example_papers.py",
    "tests/config/test_example_structure.py",
    "tests/test_style.py",
    "tests/test_documents.py",
    "tests/test_language.py",
)


# The suite finds the same each time, on however slow a machine; looking for new faults is `./radslag fuzz`.
hypothesis.settings.register_profile("steady", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("steady")


class Outside(Exception):
    """A test reached for the network beyond this machine."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark by folder, and leave out what is about the other engine."""
    engine = "postgresql" if os.environ.get("RADSLAG_DATABASE_URL") else "sqlite"
    kept: list[pytest.Item] = []
    left_out: list[pytest.Item] = []
    for item in items:
        place = item.path.relative_to(ROOT).as_posix()
        if place.startswith(ONCE):
            item.add_marker("once")
        if place.startswith("tests/browser/"):
            item.add_marker("browser")
        about = item.get_closest_marker("engine")
        (left_out if about is not None and about.args[0] != engine else kept).append(item)
    items[:] = kept
    if left_out:
        config.hook.pytest_deselected(items=left_out)


@pytest.fixture(scope="session", autouse=True)
def sealed_network() -> Iterator[None]:
    """No connection beyond loopback: a test that needs the world outside is not a test."""
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex

    def guarded(self: socket.socket, address: Any) -> None:
        _refuse_outside(self, address)
        connect(self, address)

    def guarded_ex(self: socket.socket, address: Any) -> int:
        _refuse_outside(self, address)
        return connect_ex(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded)
        patch.setattr(socket.socket, "connect_ex", guarded_ex)
        yield


@pytest.fixture(autouse=True)
def own_language() -> Iterator[None]:
    """A request in English leaves its thread in English; the next test starts in the language nobody chose."""
    yield
    translation.deactivate()


def _refuse_outside(connection: socket.socket, address: Any) -> None:
    if connection.family not in (socket.AF_INET, socket.AF_INET6):
        return
    host = str(address[0])
    if host == "localhost":
        return
    try:
        inside = ipaddress.ip_address(host).is_loopback
    except ValueError:
        inside = False
    if not inside:
        raise Outside(f"a test tried to reach {host}")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The shared reading beside the repository; without it the test is skipped, or fails where it is required."""
    if not SHARED.is_dir():
        if os.environ.get("RADSLAG_REQUIRE_SHARED") == "1":
            pytest.fail(f"{SHARED} is missing and RADSLAG_REQUIRE_SHARED is 1")
        pytest.skip("../shared saknas")
    return SHARED
