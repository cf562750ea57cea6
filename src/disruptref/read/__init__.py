"""Read: one index file in, answers out (current, query, search, as of a date, sheet)."""
