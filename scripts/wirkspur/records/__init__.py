"""One module per record type or register file: its model and its TYPE. Nothing else knows a field."""
