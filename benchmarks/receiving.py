"""`python -m benchmarks.receiving MEGABYTES`: how much this process grows while one large file is sent to it, as JSON.

The file goes through the ASGI application as a server would hand it over, bit by bit, signed in as a coordinator.
"""

from __future__ import annotations

import asyncio
import json
import os
import resource
import sys
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

PIECE = 64 * 1024
BOUNDARY = "gransen"


def main(megabytes: int) -> None:
    """Send the file and print the growth of the largest resident size, in megabytes."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "radslag.config.settings"
    import django

    django.setup()
    # Loads the parts a first request would, so that what grows is the file alone.
    _send(1)
    before = _largest()
    _send(megabytes)
    print(json.dumps({"grown": _largest() - before}))


def _largest() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _cookie() -> tuple[str, str]:
    """A session of somebody who may import, and where."""
    from django.test import Client

    from radslag.base.accounts.actions import appoint, create_user
    from radslag.base.accounts.models import User
    from radslag.base.accounts.roles import Role
    from radslag.base.core.actor import SYSTEM
    from radslag.base.people.models import Collaboration

    collaboration = Collaboration.objects.order_by("-pk")[0]
    user = User.objects.filter(email="mottagare@example.org").first()
    if user is None:
        user = create_user(email="mottagare@example.org", name="Mottagare", password=uuid4().hex, by=SYSTEM)
        appoint(user=user, collaboration=collaboration, role=Role.COORDINATOR, by=SYSTEM)
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client.cookies["sessionid"].value, collaboration.slug


def _send(megabytes: int) -> None:
    session, slug = _cookie()
    # A server is told the length beforehand, and Django reads no form without it.
    length = sum(map(len, _body(0))) + megabytes * 1024 * 1024
    status = asyncio.run(_post(f"/{slug}/import/", session, _body(megabytes), length))
    if status != 302:
        raise RuntimeError(f"the upload was answered with {status}")


def _body(megabytes: int) -> Iterator[bytes]:
    token = "a" * 32
    yield f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n{token}\r\n'.encode()
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="documents"; filename="arkiv.zip"\r\n'
    yield f"{head}Content-Type: application/zip\r\n\r\n".encode()
    for _ in range(megabytes * 1024 * 1024 // PIECE):
        yield os.urandom(PIECE)
    yield f"\r\n--{BOUNDARY}--\r\n".encode()


async def _post(path: str, session: str, body: Iterator[bytes], length: int) -> int:
    from django.conf import settings

    from radslag.config.asgi import application

    host = str(settings.ENVIRONMENT.url).split("//")[1]
    cookie = f"sessionid={session}; csrftoken={'a' * 32}"
    headers = [("host", host), ("cookie", cookie), ("content-length", str(length))]
    headers.append(("content-type", f"multipart/form-data; boundary={BOUNDARY}"))
    scope: dict[str, Any] = {
        "type": "http",
        "method": "POST",
        "path": path,
        "query_string": b"",
        "headers": [(name.encode(), value.encode()) for name, value in headers],
    }
    answers: list[Any] = []
    ended = asyncio.Event()

    async def receive() -> dict[str, Any]:
        piece = None if ended.is_set() else next(body, None)
        if ended.is_set():
            # The sender stays on the line for the answer.
            await asyncio.sleep(3600)
        if piece is None:
            ended.set()
        return {"type": "http.request", "body": piece or b"", "more_body": piece is not None}

    async def send(message: Any) -> None:
        answers.append(message)

    await application(scope, receive, send)
    return int(answers[0]["status"])


if __name__ == "__main__":
    main(int(sys.argv[1]))
