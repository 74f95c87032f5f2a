"""How far off a day is, in the words people use."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

# From so many days on the larger unit says more.
WEEKS_FROM, MONTHS_FROM, YEARS_FROM = 15, 70, 730


def nearness(day: date, today: date) -> str:
    """ "i dag", "i morgon", "om 5 dagar", "om 3 veckor"; before today "i går", "för 2 år sedan"."""
    days = (day - today).days
    if days in (-1, 0, 1):
        return [_("i går"), _("i dag"), _("i morgon")][days + 1]
    return _("om %(span)s") % {"span": _span(days)} if days > 0 else _("för %(span)s sedan") % {"span": _span(-days)}


def _span(days: int) -> str:
    if days < WEEKS_FROM:
        return ngettext("%(n)s dag", "%(n)s dagar", days) % {"n": days}
    if days < MONTHS_FROM:
        weeks = round(days / 7)
        return ngettext("%(n)s vecka", "%(n)s veckor", weeks) % {"n": weeks}
    if days < YEARS_FROM:
        months = round(days / 30.4)
        return ngettext("%(n)s månad", "%(n)s månader", months) % {"n": months}
    years = round(days / 365.25)
    return ngettext("%(n)s år", "%(n)s år", years) % {"n": years}
