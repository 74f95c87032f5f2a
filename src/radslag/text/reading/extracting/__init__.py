"""First stage: the bytes of a file to text, laid out so that a person and the reader can follow it."""

from radslag.text.reading.extracting.extraction import LARGEST, READER_VERSION, Extraction, extract
from radslag.text.reading.extracting.mail import attachments_of_mail

__all__ = ["LARGEST", "READER_VERSION", "Extraction", "attachments_of_mail", "extract"]
