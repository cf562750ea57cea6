"""Tools for maintainers: documentation that is generated from the code and the catalogue."""
