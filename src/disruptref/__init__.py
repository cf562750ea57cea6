"""disruptref: UK measures that disrupt child sexual abuse, searched and briefed from a terminal."""

__version__ = "0.1.0"
