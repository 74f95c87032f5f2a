"""A saved mail (.eml): its headers and words as text, and the files that came with it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage, Message
from email.parser import BytesParser

from radslag.text.reading.extracting.plain import CONTROL, decoded
from radslag.text.reading.unreadable import Unreadable

WINMAIL = (
    "Mejlets innehåll ligger i winmail.dat, som bara Outlook kan läsa. Öppna mejlet i Outlook, spara bilagorna och "
    "lägg in dem."
)
BROKEN = "Mejlet är skadat och går inte att läsa. Spara det på nytt som .eml och försök igen."
# "Skickat", as Outlook writes it: "Datum" would be taken for the day of the meeting.
HEADERS = (("From", "Från"), ("To", "Till"), ("Cc", "Kopia"), ("Date", "Skickat"), ("Subject", "Ämne"))
OPENING = re.compile(rb"\A(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*){2}")
MARK = re.compile(rb"^(?:Message-ID|MIME-Version|Received|Return-Path|Delivered-To):", re.MULTILINE | re.IGNORECASE)
BREAK = re.compile(r"<(?:br|/p|/div|/tr|/li|/h\d)\b[^>]*>", re.IGNORECASE)
LEFT_OUT = re.compile(r"<(style|script|head)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
TAG = re.compile(r"<[^>]*>")


def is_mail(data: bytes, name: str) -> bool:
    """Whether the bytes are a mail: by its headers, or because the name says so."""
    head = data[:8192].replace(b"\r\n", b"\n")
    if not OPENING.match(head.lstrip()):
        return False
    return name.lower().endswith(".eml") or MARK.search(head) is not None


def text_of_mail(data: bytes) -> str:
    """Headers, words, and the names of what was attached. Unreadable where there is nothing to be had."""
    message = _parsed(data)
    names = [name for name, _ in attachments_of_mail(data)]
    if names and all(name.lower() == "winmail.dat" for name in names):
        raise Unreadable(WINMAIL)
    head = [f"{label}: {_header(message, name)}" for name, label in HEADERS if message.get(name)]
    tail = ["", f"Bifogat: {', '.join(names)}"] if names else []
    return "\n".join([*head, "", _words(message).strip(), *tail, ""])


def attachments_of_mail(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The files that came with a mail, as (name, bytes); pictures set into the text are not among them."""
    message = _parsed(data)
    for part in message.iter_attachments() if message.is_multipart() else ():
        if part.get_content_maintype() == "image" and part.get("Content-ID"):
            continue
        name = part.get_filename() or ("mejl.eml" if part.get_content_type() == "message/rfc822" else "bilaga")
        yield name, _bytes(part)


def _parsed(data: bytes) -> EmailMessage:
    try:
        message = BytesParser(policy=policy.default).parsebytes(data)
    except Exception as error:  # the standard library raises many kinds on broken headers
        raise Unreadable(BROKEN) from error
    assert isinstance(message, EmailMessage)
    return message


def _header(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message[name]).split())
    except Exception:  # a header nobody can decode must not cost the words of the mail
        return ""


def _bytes(part: EmailMessage) -> bytes:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        first = inner[0] if isinstance(inner, list) and inner else None
        return first.as_bytes() if isinstance(first, Message) else b""
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _words(message: EmailMessage) -> str:
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        return ""
    assert isinstance(part, EmailMessage)
    raw = _bytes(part)
    try:
        text = raw.decode(part.get_content_charset() or "ascii")
    except (LookupError, UnicodeDecodeError):
        text = decoded(raw) if raw.strip() else ""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return CONTROL.sub(" ", _without_tags(text) if part.get_content_subtype() == "html" else text)


def _without_tags(text: str) -> str:
    return html.unescape(TAG.sub("", BREAK.sub("\n", LEFT_OUT.sub("", text)))).replace("\u00a0", " ")
