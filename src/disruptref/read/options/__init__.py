"""Options: the facts of a situation in, a verdict on each measure out."""
