"""Refuses a request that is too large while it streams, before anything of it lies on disk.

Django's ASGI handler spools the whole body to a temporary file before it asks who sends it; without this, anybody could
fill the disk. What is over the limit is read and thrown away, so that the sender gets the sentence, not a broken line.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from django.http import HttpRequest, parse_cookie
from django.utils import translation
from django.utils.html import format_html
from django.utils.translation import gettext as _

Scope = dict[str, Any]
Message = Mapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

UPLOADS = re.compile(r"/[-\w]+/import/(?:[-0-9a-f]{36}/lagg-till/)?\Z")
THROWN_AWAY = 8  # how many times the limit is read on to answer in peace; after that the line is cut


class _TooLarge(Exception):
    """The body has passed its limit."""


class BodyLimit:
    """An ASGI application around another: bodies of at most `small` bytes, `large` where documents are sent in."""

    def __init__(self, application: Application, *, small: int, large: int) -> None:
        self.application = application
        self.small, self.large = small, large

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.application(scope, receive, send)
            return
        body = _Body(receive, self.large if UPLOADS.match(scope["path"]) else self.small)
        try:
            body.refuse_declared(scope)
            await self.application(scope, body.receive, send)
        except _TooLarge:
            await body.throw_away()
            await _answer(send, body.limit, _language(scope))


class _Body:
    def __init__(self, receive: Receive, limit: int) -> None:
        self.source, self.limit = receive, limit
        self.received, self.more = 0, True

    def refuse_declared(self, scope: Scope) -> None:
        """Some say beforehand how much they send; they need not be believed, but may be refused at once."""
        declared = dict(scope["headers"]).get(b"content-length", b"")
        if declared.isdigit() and int(declared) > self.limit:
            raise _TooLarge

    async def receive(self) -> Message:
        message = await self._next()
        if self.received > self.limit:
            raise _TooLarge
        return message

    async def throw_away(self) -> None:
        while self.more and self.received <= THROWN_AWAY * self.limit:
            await self._next()

    async def _next(self) -> Message:
        message = await self.source()
        if message["type"] == "http.request":
            self.received += len(message.get("body", b""))
            self.more = bool(message.get("more_body"))
        else:
            self.more = False
        return message


def _language(scope: Scope) -> str:
    """The language of the other pages: the reader's cookie, else what the browser asks for. No view has run yet."""
    headers = {name: value.decode("latin-1") for name, value in scope["headers"]}
    request = HttpRequest()
    request.COOKIES = parse_cookie(headers.get(b"cookie", ""))
    request.META["HTTP_ACCEPT_LANGUAGE"] = headers.get(b"accept-language", "")
    return translation.get_language_from_request(request)


def _page(limit: int, language: str) -> str:
    with translation.override(language):
        sentence = _(
            "Det du skickade är för stort: högst %(megabytes)s MB tas emot på en gång. Inget är sparat. "
            "Gå tillbaka och skicka färre eller mindre filer åt gången."
        ) % {"megabytes": limit // (1024 * 1024)}
        html = '<!doctype html><html lang="{}"><meta charset="utf-8"><title>{}</title><p>{}</p></html>'
        return format_html(html, language, _("För stort"), sentence)


async def _answer(send: Send, limit: int, language: str) -> None:
    headers = [
        (b"content-type", b"text/html; charset=utf-8"),
        (b"content-security-policy", b"default-src 'none'"),
        (b"connection", b"close"),
    ]
    await send({"type": "http.response.start", "status": 413, "headers": headers})
    await send({"type": "http.response.body", "body": _page(limit, language).encode()})
