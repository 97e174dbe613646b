"""Prepares China E-Port card applications offline."""

__version__ = "0.1.0"
