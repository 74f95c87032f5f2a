"""Why something cannot be done with a meeting."""


class Refused(Exception):
    """What was asked cannot be done; the message, in the page's language, says why and what to do."""
