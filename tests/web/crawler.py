"""Follows every link of a page, and asks where every form of it would be sent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any
from urllib.parse import parse_qsl, urljoin, urlsplit

from django.test import Client
from django.urls import Resolver404, resolve

# How many addresses of one route, asked in the same way, are looked at: the next meeting is like the ones before.
ENOUGH = 2


class Ways(HTMLParser):
    """Where a page leads: (method, address), and whether it is a page at all."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.form = ("GET", "")
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "a" and "href" in said:
            self.found.append(("GET", said["href"]))
        elif tag == "form":
            self.form = (said.get("method", "get").upper(), said.get("action", ""))
            self.found.append(self.form)
        elif "formaction" in said:
            self.found.append((said.get("formmethod", self.form[0]).upper(), said["formaction"]))
        for method in ("get", "post"):
            if f"hx-{method}" in said:
                self.found.append((method.upper(), said[f"hx-{method}"]))


class Walk:
    """All a client can come to from some pages. `refused` says where it was led and turned away."""

    def __init__(self, client: Client, allowed: dict[tuple[str, str], int]) -> None:
        self.client, self.allowed = client, allowed
        self.refused: list[str] = []
        self.pages = 0
        self._met: Counter[tuple[str, ...]] = Counter()
        self._seen: set[tuple[str, str]] = set()

    def from_pages(self, addresses: list[str]) -> Walk:
        """Walk until nothing new is met."""
        waiting = [("GET", address, "") for address in addresses]
        while waiting:
            method, address, page = waiting.pop()
            if self._is_new(method, address):
                waiting += [(way, to, address) for way, to in self._try(method, address, page)]
        return self

    def _is_new(self, method: str, address: str) -> bool:
        parts = urlsplit(address)
        keys = sorted({key for key, _ in parse_qsl(parts.query)})
        here = (method, f"{parts.path}?{keys}")
        if here in self._seen:
            return False
        self._seen.add(here)
        kind = (method, _route(parts.path), *keys)
        self._met[kind] += 1
        return self._met[kind] <= ENOUGH

    def _try(self, method: str, address: str, page: str) -> Iterator[tuple[str, str]]:
        if method == "POST":
            status = self.allowed.get((_route(urlsplit(address).path), "POST"), 405)
            answer: Any = None
        else:
            answer = self.client.get(address)
            status = answer.status_code
            if answer.streaming:
                answer.getvalue()  # the client closes a file once it has been read
        if status in (403, 404, 405, 500):
            self.refused.append(f"{page or 'the table'} leads to {method} {address}: {status}")
        elif status == 302 and answer is not None:
            yield "GET", urljoin(address, answer["Location"])
        elif answer is not None and answer["Content-Type"].startswith("text/html"):
            self.pages += 1
            yield from _inside(Ways(answer.content.decode()), address)


def _inside(ways: Ways, address: str) -> Iterator[tuple[str, str]]:
    for method, to in ways.found:
        target = urlsplit(urljoin(f"http://testserver{address}", to))
        if target.netloc == "testserver":
            yield method, target._replace(scheme="", netloc="", fragment="").geturl()


def _route(path: str) -> str:
    try:
        return resolve(path).view_name
    except Resolver404:
        return path
