"""Everything that is written to disk: the site, and what is remembered between runs."""
