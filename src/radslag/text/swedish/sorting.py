"""Swedish alphabetical order, and folding for searching words.

`swedish_key` gives the order that PostgreSQL gives with the ICU collation sv-SE, so that a list looks the same on both
database engines. It covers what Swedish office texts hold: ASCII, Latin letters with their accents, and the punctuation
and symbols listed below. Other scripts come after Latin, in code point order.

The order has three levels, as in the Unicode Collation Algorithm: letters first, accents when the letters agree, case
when the accents agree too. Spaces and punctuation count (ICU's "non-ignorable"), so "Berg Ek" comes before "Berga".
"""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

# Each character here differs on the first level from its neighbours; the order is that of CLDR's root collation.
_WHITESPACE = "\t\n\v\f\r\x85\u2028\u2029 "
_PUNCTUATION = "‾_‗-‐‒–—―⁓,;:!¡?¿‽.·'‘’‚‛‹›\"“”„‟«»()[]{}§¶@*/\\&#%‰‱†‡•‣‧⁃′‵※`´^¯¨¸°©®←→↑↓+±÷×<=>¬|¦~−⁄≈≤≥■●✓"
_OTHER_SYMBOLS = "\ue000"  # stands for any symbol that is not listed: after those listed, before the currencies
_CURRENCIES = "¤¢$£¥₤₦₩₪₫€₱₴₹₺₽₿"
_DIGITS = "0123456789"
_LATIN = "abcdefghiıjklmnŋopqrstŧuvwxyz"
_SWEDISH = "åäö"
_ORDER = _WHITESPACE + _PUNCTUATION + _OTHER_SYMBOLS + _CURRENCIES + _DIGITS + _LATIN + _SWEDISH
_FIRST = {character: 0x10 + rank for rank, character in enumerate(_ORDER)}
_OTHER_LETTERS = 0x180  # above the weights of those listed; beyond it a letter's weight is its code point

# Letters that Swedish sorts as another letter and tells apart only on the second level: (letter, second-level weight).
# The weight is above that of a plain letter and below that of any accent, as in ICU: "eæ" comes before "éæ".
_AS_ANOTHER = {
    "đ": ("d", 0x03),
    "ð": ("d", 0x04),
    "ü": ("y", 0x03),
    "ű": ("y", 0x04),
    "æ": ("ä", 0x03),
    "ę": ("ä", 0x04),
    "ø": ("ö", 0x03),
    "ő": ("ö", 0x04),
    "œ": ("ö", 0x05),
    "ô": ("ö", 0x06),
}
# Letters that count as several, or as one with a stroke, though Unicode does not decompose them.
_SPELT_OUT = {"ß": "s\u0337s", "þ": "th", "ł": "l\u0335", "ħ": "h\u0335"}

# CLDR's order: acute, grave, breve, circumflex, caron, ring, diaeresis, double acute, tilde, dot, stroke, cedilla,
# ogonek, macron, bar, hook, double grave, inverted breve, horn, dot below, comma below, breve below, macron below.
_ACCENTS = (
    "\u0301\u0300\u0306\u0302\u030c\u030a\u0308\u030b\u0303\u0307\u0338\u0327\u0328\u0304\u0335"
    "\u0309\u030f\u0311\u031b\u0323\u0326\u032e\u0331"
)
_PLAIN = 0x02
_SECOND = {accent: 0x10 + rank for rank, accent in enumerate(_ACCENTS)}
_OTHER_ACCENTS = 0x7F

_LOWER, _UPPER, _VARIANT = 0x02, 0x03, 0x04  # a variant ("²", "ª", a no-break space) comes after the plain sign
_LEVEL = "\x01"  # below every weight, so that the shorter text comes first; not NUL, which PostgreSQL cannot store


@lru_cache(maxsize=16_384)
def swedish_key(text: str) -> str:
    """A string that, compared code point by code point, puts `text` in Swedish order. Equal keys mean equal texts."""
    weights = [_weights(cluster) for cluster in _clusters(unicodedata.normalize("NFD", text))]
    return _LEVEL.join([*("".join(level) for level in zip(*weights, strict=True)), text])


def swedish_compare(first: str, second: str) -> int:
    """-1, 0 or 1, as SQLite's `create_collation` wants it. 0 only for the very same text."""
    one, other = swedish_key(first), swedish_key(second)
    return (one > other) - (one < other)


def swedish_sorted(texts: Iterable[str]) -> list[str]:
    return sorted(texts, key=swedish_key)


def fold(text: str) -> str:
    """For searching words: lower case, one space between words, no soft hyphens; å, ä and ö stay themselves."""
    return " ".join(unicodedata.normalize("NFC", text.replace("\xad", "").casefold()).split())


def fold_loose(text: str) -> str:
    """As `fold`, and without accents, so that "Asa" finds "Åsa" and "Sorensen" finds "Sørensen"."""
    plain = "".join(_SPELT_OUT.get(letter, letter) for letter in fold(text))
    letters = (_AS_ANOTHER[letter][0] if letter in "æøœđð" else letter for letter in plain)
    decomposed = unicodedata.normalize("NFKD", "".join(letters))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _clusters(decomposed: str) -> Iterator[str]:
    """Each character with the accents that follow it."""
    start = 0
    for position, character in enumerate(decomposed):
        if position > start and not unicodedata.combining(character):
            yield decomposed[start:position]
            start = position
    if decomposed:
        yield decomposed[start:]


@lru_cache(maxsize=4_096)
def _weights(cluster: str) -> tuple[str, str, str]:
    """The weights of a character and its accents on the three levels; empty for a soft hyphen and its like."""
    first, second, third = "", "", ""
    for letter, accents, case in _letters(cluster):
        plain, weight = _AS_ANOTHER.get(letter, (letter, _PLAIN))
        if not unicodedata.combining(plain):
            first += chr(_first(plain))
            second += chr(weight)
            third += chr(case)
        else:
            accents = plain + accents
        second += "".join(chr(_SECOND.get(accent, _OTHER_ACCENTS)) for accent in accents)
        third += chr(_LOWER) * len(accents)
    return first, second, third


def _letters(cluster: str) -> Iterator[tuple[str, str, int]]:
    """What a cluster counts as: (letter in lower case, its accents, case). "½" counts as "1", "⁄" and "2"."""
    sign, accents = cluster[0], cluster[1:]
    if _is_ignored(sign):
        if accents:
            yield accents[0], accents[1:], _LOWER
        return
    spelt = sign if sign in _FIRST else _SPELT_OUT.get(sign.lower()) or unicodedata.normalize("NFKD", sign)
    base, own_accents = spelt[0], ""
    case = _VARIANT if spelt != sign else _UPPER if sign != sign.lower() else _LOWER
    for letter in spelt[1:]:
        if unicodedata.combining(letter):
            own_accents += letter
            case = _UPPER if sign != sign.lower() else _LOWER
            continue
        yield base.lower(), own_accents, case
        base, own_accents = letter, ""
    yield *_composed(base.lower(), own_accents + accents), case


def _composed(letter: str, accents: str) -> tuple[str, str]:
    """Letter and remaining accents, once those that make å, ä, ö, ü … a letter of its own are taken in."""
    classes_passed: set[int] = set()
    for position, accent in enumerate(accents):
        whole = unicodedata.normalize("NFC", letter + accent)
        if unicodedata.combining(accent) not in classes_passed and (whole in _SWEDISH or whole in _AS_ANOTHER):
            return whole, accents[:position] + accents[position + 1 :]
        classes_passed.add(unicodedata.combining(accent))
    return letter, accents


def _is_ignored(sign: str) -> bool:
    return sign not in _FIRST and unicodedata.category(sign) in {"Cc", "Cf"}


def _first(letter: str) -> int:
    if letter in _FIRST:
        return _FIRST[letter]
    if unicodedata.category(letter)[0] in "PS":
        return _FIRST[_OTHER_SYMBOLS]
    return max(_OTHER_LETTERS, ord(letter))
