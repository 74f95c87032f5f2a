"""What goes wrong is logged as one line of JSON, without the values of variables."""

import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog
from django.conf import settings


@pytest.fixture
def output() -> Iterator[io.StringIO]:
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    formatter = dict(settings.LOGGING["formatters"]["json"])
    handler.setFormatter(formatter.pop("()")(**formatter))
    logger = logging.getLogger("radslag.test")
    logger.addHandler(handler)
    yield written
    logger.removeHandler(handler)


def test_a_logged_error_is_json_and_keeps_documents_out(output: io.StringIO) -> None:
    text = " ".join(("the", "words", "of", "a", "document"))
    try:
        raise ValueError(len(text))
    except ValueError:
        structlog.get_logger("radslag.test").exception("reading failed", job="7")
    told = json.loads(output.getvalue())

    assert (told["event"], told["job"], told["level"]) == ("reading failed", "7", "error")
    assert "ValueError: 23" in told["exception"]
    assert text not in output.getvalue()
