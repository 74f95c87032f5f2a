"""{% load guiding %}: what the texts of the guide are written with, besides plain HTML.

named "Läs dokumenten"      a button, link or heading by the very words the product has, in the reader's language
go "imports" "Import"       a place by its words; a link to it where the reader is let in (guide.PLACES)
picture "granska" alt       a picture the browser tests make (tests/browser/guide_pictures.py), with what one sees
"""

from __future__ import annotations

from django import template
from django.contrib.staticfiles.finders import find
from django.template import Context
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from radslag.web.secretariat import guide
from radslag.web.secretariat.picture_size import size_of

register = template.Library()


@register.simple_tag
def named(words: str) -> SafeString:
    """Words of the product's own: `words` is its message id, so the guide says what the page says."""
    return format_html('<b class="named">{}</b>', gettext(words))


@register.simple_tag(takes_context=True)
def go(context: Context, view: str, words: str) -> SafeString:
    """A place of the product; `words` is the message id of its name."""
    if view not in guide.PLACES:
        raise ValueError(f"go: {view!r} is not among guide.PLACES")
    url = (context.get("places") or {}).get(view)
    return format_html('<a href="{}">{}</a>', url, gettext(words)) if url else named(words)


@register.simple_tag
def picture(name: str, alt: str) -> SafeString:
    """A picture in the guide's language, leading to itself in full size; nothing until it has been made."""
    path = f"{guide.FOLDER}/{guide.language()}/{name}.png"
    found = find(path)
    if found is None:
        return SafeString("")
    width, height = size_of(found)
    return format_html(
        '<figure class="guide-picture"><a href="{}"><img src="{}" width="{}" height="{}" alt="{}"></a></figure>',
        static(path),
        static(path),
        width,
        height,
        alt,
    )
