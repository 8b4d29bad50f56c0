"""The watch: one module per rule of time."""
