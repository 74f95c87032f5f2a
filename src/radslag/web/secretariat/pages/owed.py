"""Vad varje kommun är skyldig: open assignments by whom they fall on, with a mail to each municipality."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from radslag.base.accounts.access import Access
from radslag.base.accounts.roles import Permission
from radslag.base.documents.models import PaperKind
from radslag.base.people.models import Body, BodyKind, Mandate, Municipality
from radslag.domain.decisions.papers import Owed, OwedLine, owed, owed_mail
from radslag.web.secretariat.components.dates import short_date
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.made import PaperLine, latest_paper
from radslag.web.secretariat.pages.places import Places
from radslag.web.secretariat.pages.states import Chip, due_words, of_assignment

# What mail programs take in an address; a longer letter is copied by hand.
LONGEST_MAILTO = 1800


@dataclass(frozen=True)
class Line:
    """An open assignment as it falls on somebody."""

    text: str
    url: str
    owners: str
    due: str
    given: SafeString
    given_url: str
    source: SafeString
    chip: Chip
    soft: bool


@dataclass(frozen=True)
class Letter:
    """A mail to copy or to open; `mailto` is empty when it is too long for a link."""

    subject: str
    body: str
    mailto: str


@dataclass(frozen=True)
class Share:
    """What one municipality, or one body, has to do. `shared`: how many more it has that all the others have too."""

    anchor: str
    name: str
    told: str
    late: int
    lines: Sequence[Line]
    letter: Letter | None = None
    shared: int = 0


@dataclass(frozen=True)
class OwedPage:
    """`common` falls on every municipality; `clear` are the members with nothing open; `paper` the latest made."""

    day: date
    summary: str
    common: Share | None
    shares: Sequence[Share]
    clear: Sequence[str]
    bodies: Sequence[Share]
    unowned: Sequence[Line]
    paper: PaperLine | None
    may_prepare: bool


def owed_page(access: Access, day: date, body: Body | None) -> OwedPage:
    """The page as of a day, of one body's assignments or all. As many statements however many assignments."""
    links, found = Links(access.collaboration.slug), owed(access.collaboration, day)
    builder = _Builder(found, body, day, access, links)
    shares = [
        builder.share(f"kommun-{each.municipality.code}", each.municipality.name, each.lines, each.municipality)
        for each in found.municipalities
    ]
    with_lines = [share for share in shares if share.lines or share.shared]
    common = builder.common()
    bodies = [builder.share(f"grupp-{each.body.uuid}", each.body.name, each.lines) for each in found.bodies]
    return OwedPage(
        day=day,
        summary=_summary([*filter(None, [common]), *with_lines]),
        common=common,
        shares=with_lines,
        clear=[share.name for share in shares if share not in with_lines],
        bodies=[share for share in bodies if share.lines],
        unowned=builder.lines(found.unowned),
        paper=latest_paper(PaperKind.OWED, access.collaboration.uuid, access, links),
        may_prepare=builder.may_prepare,
    )


class _Builder:
    def __init__(self, found: Owed, body: Body | None, day: date, access: Access, links: Links) -> None:
        self.found, self.body, self.day, self.links = found, body, day, links
        self.may_prepare = access.may(Permission.PREPARE)
        shares = [each.lines for each in found.municipalities] + [each.lines for each in found.bodies]
        uuids = {line.assignment.uuid for lines in (*shares, found.unowned) for line in lines}
        sources = access.may(Permission.READ_SOURCES)
        self.places = Places.about("assignment", uuids, links) if sources else Places(links)
        self.addresses = _addresses(access, day) if self.may_prepare else {}
        self.of_all = self._of_all()

    def _of_all(self) -> set[str]:
        """The addresses of what falls on every one of several municipalities, in the same words."""
        each = [
            {(self.links.assignment(line.assignment.uuid), line.owners) for line in share.lines}
            for share in self.found.municipalities
        ]
        return {url for url, _owners in set.intersection(*each)} if len(each) > 1 else set()

    def share(
        self, anchor: str, name: str, lines: Iterable[OwedLine], municipality: Municipality | None = None
    ) -> Share:
        shown = self.lines(lines)
        late = _late(shown)
        letter = self._letter(municipality) if municipality and shown and self.may_prepare and not self.body else None
        own = [line for line in shown if not municipality or line.url not in self.of_all]
        return Share(anchor, name, _told(len(shown), late), late, own, letter, len(shown) - len(own))

    def common(self) -> Share | None:
        """What every municipality has to do, said once."""
        if not self.of_all:
            return None
        lines = [line for line in self.lines(self.found.municipalities[0].lines) if line.url in self.of_all]
        return (
            Share("alla", _("Alla kommuner"), _told(len(lines), _late(lines)), _late(lines), lines) if lines else None
        )

    def lines(self, lines: Iterable[OwedLine]) -> list[Line]:
        return [self._line(line) for line in lines if self.body is None or line.assignment.body == self.body]

    def _line(self, line: OwedLine) -> Line:
        task = line.assignment
        return Line(
            text=task.what,
            url=self.links.assignment(task.uuid),
            owners=", ".join(line.owners),
            due=due_words(task),
            given=format_html('{} <span class="nowrap">{}</span>', task.body.name, short_date(task.day)),
            given_url=self.links.given(task.meeting.uuid, task.uuid),
            source=self.places.link(task.uuid),
            chip=of_assignment(task, self.day),
            soft=line.soft,
        )

    def _letter(self, municipality: Municipality) -> Letter:
        mail = owed_mail(self.found, municipality)
        to = ",".join(self.addresses.get(municipality.pk, ()))
        address = f"mailto:{quote(to, safe='@,')}?subject={quote(mail.subject)}&body={quote(mail.body)}"
        return Letter(mail.subject, mail.body, address if len(address) <= LONGEST_MAILTO else "")


def _addresses(access: Access, day: date) -> dict[int, list[str]]:
    """The e-mail addresses of each municipality's chief executive, by its key."""
    rows = Mandate.objects.of(access.collaboration).decided(day).filter(body__kind=BodyKind.CHIEF_EXECUTIVES)
    found: dict[int, list[str]] = {}
    for mandate in rows.select_related("person"):
        if mandate.on_behalf_of_id and mandate.person.email:
            found.setdefault(mandate.on_behalf_of_id, []).append(mandate.person.email)
    return found


def _late(lines: Iterable[Line]) -> int:
    return sum(line.chip.state == "bad" for line in lines)


def _told(number: int, late: int) -> str:
    words = ngettext("%(n)s öppet uppdrag", "%(n)s öppna uppdrag", number) % {"n": number}
    if not late:
        return words
    if number == 1:
        return _("%(words)s, som är försenat") % {"words": words}
    lagging = ngettext("varav %(n)s försenat", "varav %(n)s försenade", late) % {"n": late}
    return f"{words}, {lagging}"


def _summary(shares: Sequence[Share]) -> str:
    if not shares:
        return _("Ingen kommun har något öppet uppdrag.")
    found = {line.url: line for share in shares for line in share.lines}
    number, late = len(found), _late(found.values())
    return _("Kommunerna har tillsammans %(told)s.") % {"told": _told(number, late)}
