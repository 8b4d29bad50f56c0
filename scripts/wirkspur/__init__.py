"""Wirkspur: what became of it? Records in, findings and a public site out."""

__version__ = "0.1.0"
