"""A page as a reader sees it: its words without the markup, and where its links lead."""

from __future__ import annotations

import html
import re
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

TAGS = re.compile(r"<[^>]+>")


def words(response: Any) -> str:
    """The words of an answer's <main>, with single spaces."""
    text = response.content.decode()
    main = text[text.index("<main") : text.index("</main>")] if "<main" in text else text
    return " ".join(html.unescape(TAGS.sub(" ", main)).split())


def read(client: Client, path: str) -> str:
    """The words of a page that must answer 200."""
    response = client.get(path)
    assert response.status_code == 200, (path, response.status_code)
    return words(response)


def links(response: Any) -> list[str]:
    """Where the links of an answer lead, in order."""
    return [html.unescape(found) for found in re.findall(r'href="([^"]*)"', response.content.decode())]


def statements(client: Client, path: str) -> int:
    """How many SQL statements a page takes, once what is cached per process is in place."""
    client.get(path)
    with CaptureQueriesContext(connection) as found:
        assert client.get(path).status_code == 200
    return len(found)
