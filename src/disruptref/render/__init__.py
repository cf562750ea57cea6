"""Render: the sheet in six formats, and answers as plain lines, rich tables or JSON."""
