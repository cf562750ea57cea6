"""Sheets: records in, format-free blocks out, which every renderer takes."""
