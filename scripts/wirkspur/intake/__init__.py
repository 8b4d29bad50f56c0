"""The ways in. Each reads what people have and gives records in one form (eintrag.py)."""
