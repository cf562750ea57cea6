"""Tests that need a browser, LibreOffice, poppler and a clean environment."""
