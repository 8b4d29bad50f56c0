"""`python -m wirkspur`."""

from .cli import run

run()
