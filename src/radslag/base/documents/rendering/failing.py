"""Why a paper could not be made."""

from __future__ import annotations


class RenderingFailed(Exception):
    """The paper could not be made; `sentence`, in the page's language, says why and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
