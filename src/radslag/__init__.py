"""Rådslag: the decision chain of an inter-municipal collaboration."""

__version__ = "0.1.0"
