"""What each command does, once its words are parsed: ask, render, return the exit code."""
