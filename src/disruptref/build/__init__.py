"""Build: YAML in, one index file out (model, catalogue, checks, record, index)."""
