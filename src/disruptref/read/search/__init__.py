"""Search: a query in, ranked matches with their reasons out."""
