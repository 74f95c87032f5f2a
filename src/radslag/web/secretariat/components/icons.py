"""Icons from the heroicons package as inline SVG; decoration beside a word, so hidden from screen readers."""

import re
from functools import lru_cache

import heroicons
from django.utils.safestring import SafeString, mark_safe


@lru_cache(maxsize=256)
def icon(name: str, size: int = 20) -> SafeString:
    """An icon in outline, or at 16 px of the set drawn for that size. Unknown names raise IconDoesNotExist.

    Kept in memory: the package copies and serialises an XML tree at every call, and a page has dozens.
    """
    style = "micro" if size <= 16 else "outline"
    # str(): the template parser passes literals as SafeString, which the package would write out unescaped.
    svg = heroicons._render_icon(style, str(name), size, {"class": "icon", "aria-hidden": "true", "focusable": "false"})
    return mark_safe(re.sub(r">\s+<", "><", svg).strip())  # noqa: S308  the package's own drawing
