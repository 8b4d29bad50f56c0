"""One module per verb: plain arguments in, an exit code out. Only these write to disk."""
