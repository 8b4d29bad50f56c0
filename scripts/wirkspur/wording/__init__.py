"""What schema_text.py says of fields and values: German words, made from the models."""
