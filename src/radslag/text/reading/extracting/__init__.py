"""First stage: the bytes of a file to text, laid out so that a person and the reader can follow it."""

from radslag.text.reading.extracting.extraction import LARGEST, READER_VERSION, Extraction, extract

__all__ = ["LARGEST", "READER_VERSION", "Extraction", "extract"]
