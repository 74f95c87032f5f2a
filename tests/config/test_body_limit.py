"""A request that is too large is refused while it streams: the application behind never gets more than its limit."""

import asyncio
from typing import Any

import pytest

from radslag.config.body_limit import BodyLimit, Message, Receive, Scope, Send

CHUNK = b"x" * 1024


class Sender:
    """Sends chunks for as long as it is asked, and keeps what it is answered."""

    def __init__(self, chunks: int) -> None:
        self.left, self.answers = chunks, list[Message]()

    async def receive(self) -> Message:
        self.left -= 1
        return {"type": "http.request", "body": CHUNK, "more_body": self.left > 0}

    async def send(self, message: Message) -> None:
        self.answers.append(message)


def knock(path: str, sender: Sender, headers: list[tuple[bytes, bytes]] | None = None) -> int:
    """Bytes that reached the application."""
    reached = 0

    async def application(scope: Scope, receive: Receive, send: Send) -> None:
        nonlocal reached
        while (message := await receive()).get("more_body"):
            reached += len(message["body"])
        await send({"type": "http.response.start", "status": 200, "headers": []})

    limited = BodyLimit(application, small=4 * 1024, large=40 * 1024)
    scope: dict[str, Any] = {"type": "http", "path": path, "headers": headers or []}
    asyncio.run(limited(scope, sender.receive, sender.send))
    return reached


@pytest.mark.parametrize(("path", "limit"), [("/konto/logga-in/", 4), ("/sjobygden/import/", 40)])
def test_what_is_over_the_limit_never_reaches_the_application(path: str, limit: int) -> None:
    sender = Sender(chunks=200)

    assert knock(path, sender) <= limit * 1024
    assert sender.answers[0]["status"] == 413
    assert "för stort" in sender.answers[1]["body"].decode()


def test_a_body_within_the_limit_passes() -> None:
    sender = Sender(chunks=3)

    assert knock("/konto/logga-in/", sender) == 2 * 1024
    assert sender.answers[0]["status"] == 200


def test_a_declared_size_over_the_limit_is_refused_before_anything_is_read() -> None:
    sender = Sender(chunks=2)

    assert knock("/konto/logga-in/", sender, [(b"content-length", b"999999")]) == 0
    assert sender.answers[0]["status"] == 413


def test_the_rest_is_thrown_away_only_so_far() -> None:
    sender = Sender(chunks=1000)
    knock("/konto/logga-in/", sender)

    assert sender.left > 900


def test_the_application_served_is_limited() -> None:
    from radslag.config.asgi import application

    assert isinstance(application, BodyLimit)


@pytest.mark.parametrize(
    ("headers", "language"),
    [
        ([], "sv"),
        ([(b"cookie", b"appearance=dark; django_language=en")], "en"),
        ([(b"cookie", b"django_language=xx"), (b"accept-language", b"de, en;q=0.5")], "en"),
        ([(b"cookie", b"django_language=sv"), (b"accept-language", b"en")], "sv"),
    ],
)
def test_the_refusal_is_in_the_language_of_the_other_pages(headers: list[tuple[bytes, bytes]], language: str) -> None:
    sender = Sender(chunks=200)

    knock("/konto/logga-in/", sender, headers)

    assert f'<html lang="{language}">' in sender.answers[1]["body"].decode()
