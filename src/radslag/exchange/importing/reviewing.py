"""Review: each thing a person does with a staged document, saved at once, refused when somebody else was first.

`expected` is the revision the person saw; `Stale` carries the row as it is now. What cannot be done raises `Refused`
with a sentence. Every action leaves an event with the small patch that takes it back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from radslag.base.core.actor import Actor
from radslag.base.people.models import Body, Collaboration, Person
from radslag.exchange.importing import drafts
from radslag.exchange.importing.drafts import NEW, Draft, Refused
from radslag.exchange.importing.holding import edit
from radslag.exchange.importing.models import Staged


def correct(*, staged: Staged, expected: int, path: str, value: Any, by: Actor) -> Staged:
    """Another value at a path of the draft (see `drafts.correct`)."""

    def change(draft: Draft) -> Draft:
        return drafts.correct(draft, path, value)

    told = {"path": path, "value": value}
    return edit(staged=staged, expected=expected, by=by, verb="correct", change=change, told=told)


def correct_together(
    *, staged: Staged, expected: int, values: Mapping[str, Any], by: Actor, element: str = "", to_item: str = ""
) -> Staged:
    """Several values by path, and where the element stands: one form, one step to undo."""

    def change(draft: Draft) -> Draft:
        for path, value in values.items():
            draft = drafts.correct(draft, path, value)
        return drafts.move(draft, element, to_item) if to_item else draft

    told = {"values": dict(values), "element": element, "to": to_item}
    return edit(staged=staged, expected=expected, by=by, verb="correct", change=change, told=told)


def add(
    *,
    staged: Staged,
    expected: int,
    item: str,
    kind: str,
    text: str,
    by: Actor,
    span: Sequence[int] | None = None,
) -> Staged:
    """A decision, assignment, annex, … the reader missed. With a span and no text, the words that stand there."""

    def change(draft: Draft) -> Draft:
        return drafts.add(draft, item, kind, text or _words(staged, span), _within(staged, span))

    told = {"item": item, "kind": kind, "text": text, "span": span}
    return edit(staged=staged, expected=expected, by=by, verb="add", change=change, told=told)


def add_person(
    *,
    staged: Staged,
    expected: int,
    group: str,
    name: str,
    by: Actor,
    affiliation: str | None = None,
    span: Sequence[int] | None = None,
) -> Staged:
    """Somebody in the attendance list whom the reader missed."""

    def change(draft: Draft) -> Draft:
        return drafts.add_person(draft, group, name or _words(staged, span), affiliation, _within(staged, span))

    told = {"group": group, "name": name, "span": span}
    return edit(staged=staged, expected=expected, by=by, verb="add", change=change, told=told)


def add_item(
    *,
    staged: Staged,
    expected: int,
    after: str | None,
    title: str,
    by: Actor,
    span: Sequence[int] | None = None,
) -> Staged:
    """An item the reader missed, after another (`None`: first)."""

    def change(draft: Draft) -> Draft:
        return drafts.add_item(draft, after, title or _words(staged, span), _within(staged, span))

    told = {"after": after, "title": title, "span": span}
    return edit(staged=staged, expected=expected, by=by, verb="add", change=change, told=told)


def _text(staged: Staged) -> str:
    return staged.extraction.text if staged.extraction else ""


def _within(staged: Staged, span: Sequence[int] | None) -> Sequence[int] | None:
    checked = drafts.checked_span(span)
    if checked and checked[1] > len(_text(staged)):
        raise Refused(_("Platsen i texten stämmer inte. Läs om sidan och markera igen."))
    return checked


def _words(staged: Staged, span: Sequence[int] | None) -> str:
    checked = _within(staged, span)
    return " ".join(_text(staged)[checked[0] : checked[1]].split()) if checked else ""


def merge(*, staged: Staged, expected: int, item: str, into: str, by: Actor) -> Staged:
    """What stands under an item goes to another one, and the item is gone."""

    def change(draft: Draft) -> Draft:
        return drafts.merge_items(draft, item, into)

    told = {"item": item, "into": into}
    return edit(staged=staged, expected=expected, by=by, verb="merge", change=change, told=told)


def split(*, staged: Staged, expected: int, item: str, at: int, by: Actor, title: str = "") -> Staged:
    """What stands from character `at` on becomes an item of its own. Without a title, the line there is the title."""

    def change(draft: Draft) -> Draft:
        line, span = _line(_text(staged), at)
        written = title.strip() or line
        return drafts.split_item(draft, item, at, written, span if written == line else None)

    told = {"item": item, "at": at, "title": title}
    return edit(staged=staged, expected=expected, by=by, verb="split", change=change, told=told)


def _line(text: str, at: int) -> tuple[str, tuple[int, int] | None]:
    """The first line with words from a place on, and where it stands."""
    start = at + len(text[at:]) - len(text[at:].lstrip())
    end = text.find("\n", start)
    line = text[start : end if end >= 0 else len(text)].rstrip()
    return line, (start, start + len(line)) if line else None


def move(*, staged: Staged, expected: int, element: str, to_item: str, by: Actor) -> Staged:
    """A decision, assignment, … that stands at the wrong item goes to the right one."""

    def change(draft: Draft) -> Draft:
        return drafts.move(draft, element, to_item)

    told = {"element": element, "to": to_item}
    return edit(staged=staged, expected=expected, by=by, verb="move", change=change, told=told)


def reject(*, staged: Staged, expected: int, element: str, by: Actor) -> Staged:
    """A person, an item or a part of one is left out."""

    def change(draft: Draft) -> Draft:
        return drafts.reject(draft, element)

    told = {"element": element}
    return edit(staged=staged, expected=expected, by=by, verb="reject", change=change, told=told)


def restore(*, staged: Staged, expected: int, element: str, by: Actor) -> Staged:
    """The inverse of `reject`."""

    def change(draft: Draft) -> Draft:
        return drafts.restore(draft, element)

    told = {"element": element}
    return edit(staged=staged, expected=expected, by=by, verb="restore", change=change, told=told)


def answer_person(*, staged: Staged, expected: int, person: str, answer: str | None, by: Actor) -> Staged:
    """Who somebody in the list is: a person's UUID, "new", another's id in the list, or None to take it back."""

    def change(draft: Draft) -> Draft:
        after = drafts.answer_person(draft, person, answer)
        if answer not in (None, NEW) and not drafts.names_another(draft, person, answer):
            standing = Person.objects.of(staged.collaboration).standing().filter(uuid=answer)
            _must_exist(standing.exists(), _("Personen finns inte längre i registret. Läs om sidan och välj igen."))
        return after

    told = {"person": person, "answer": answer}
    return edit(staged=staged, expected=expected, by=by, verb="answer", change=change, told=told)


def answer_body(*, staged: Staged, expected: int, answer: Mapping[str, Any] | None, by: Actor) -> Staged:
    """Whose meeting it is: {"uuid": …}, {"new": {"name": …, "kind": …}}, or None to take the answer back."""

    def change(draft: Draft) -> Draft:
        after = drafts.answer_body(draft, answer)
        if answer and "uuid" in answer:
            standing = _body_exists(staged.collaboration, answer["uuid"])
            _must_exist(standing, _("Gruppen finns inte längre i registret. Läs om sidan och välj igen."))
        return after

    told = {"body": answer}
    return edit(staged=staged, expected=expected, by=by, verb="answer", change=change, told=told)


def _body_exists(collaboration: Collaboration, uuid: str) -> bool:
    return Body.objects.of(collaboration).filter(uuid=uuid).exists()


def _must_exist(exists: bool, otherwise: str) -> None:
    if not exists:
        raise Refused(otherwise)


def answer_meeting(*, staged: Staged, expected: int, answer: str | None, by: Actor) -> Staged:
    """ "join": the paper is added to the meeting that has such a paper already. None takes the answer back."""

    def change(draft: Draft) -> Draft:
        return drafts.answer_meeting(draft, answer)

    told = {"meeting": answer}
    return edit(staged=staged, expected=expected, by=by, verb="answer", change=change, told=told)


def confirm_date(*, staged: Staged, expected: int, by: Actor) -> Staged:
    """The date the reader worked out is right."""
    change = drafts.confirm_date
    return edit(staged=staged, expected=expected, by=by, verb="confirm", change=change, told={"date": True})


def confirm_empty(*, staged: Staged, expected: int, by: Actor) -> Staged:
    """It is right that the minutes have no items, or nobody present."""
    change = drafts.confirm_empty
    return edit(staged=staged, expected=expected, by=by, verb="answer", change=change, told={"empty": True})
