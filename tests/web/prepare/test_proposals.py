"""Proposals out of the lines of a text box."""

from __future__ import annotations

import pytest

from radslag.web.secretariat.forms.preparing import proposals_in


@pytest.mark.parametrize(
    ("text", "proposals"),
    [
        ("", []),
        ("Planen godkänns.\r\n\r\nFrågan bordläggs.", ["Planen godkänns.", "Frågan bordläggs."]),
        ("Gruppen föreslås besluta\natt A\natt B", ["Gruppen föreslås besluta\natt A\natt B"]),
        ("Gruppen beslutar:\nAtt A\nMötet avslutas.", ["Gruppen beslutar:\nAtt A", "Mötet avslutas."]),
        ("att A\natt B", ["att A", "att B"]),
        ("Planen godkänns.\natt följa upp den", ["Planen godkänns.", "att följa upp den"]),
    ],
)
def test_each_line_is_one_but_att_lines_follow_their_introduction(text: str, proposals: list[str]) -> None:
    assert proposals_in(text) == proposals


def test_what_is_shown_again_is_read_as_the_same() -> None:
    found = proposals_in("Gruppen föreslås besluta\natt A\natt B\nFrågan bordläggs.")
    assert proposals_in("\n".join(found)) == found
