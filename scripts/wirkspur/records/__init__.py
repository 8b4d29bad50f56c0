"""One module per record type or register file: its model and its TYPE. All fields live here."""
