"""How source.py makes fields of a text, and what is said where that fails."""
