"""Run the command line with `python -m disruptref`."""

from disruptref.cli import main

main()
