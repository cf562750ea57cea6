"""The options that several commands share, as data: what they are called, take and mean."""

from typing import NamedTuple


class Option(NamedTuple):
    """One option: its flag, what it takes, one line of help, and what completes it.

    `takes` is the placeholder of its value, empty for a switch; `complete` names a vocabulary.
    """

    flag: str
    takes: str
    words: str
    several: bool = False
    complete: str = ""
    short: str = ""

    @property
    def key(self) -> str:
        """Its name as a parameter."""
        return self.flag.removeprefix("--").replace("-", "_")


def _keyed(*options: Option) -> dict[str, Option]:
    return {option.key: option for option in options}


AS_OF = Option("--as-of", "DATE", "The law on this day (YYYY-MM-DD).")
JURISDICTION = Option("--jurisdiction", "J", "Nation: england-wales (default), scotland …", True)

FILTERS = _keyed(
    Option("--context", "C", "Abuse context; see `contexts`.", True, "contexts"),
    Option("--offence", "O", "Offence or section; see `offences`.", True, "offences"),
    JURISDICTION,
    Option("--family", "F", "Family; see `families`.", True, "families"),
    Option("--approach", "A", "direct, supportive or online.", True),
    Option("--purpose", "P", "disruption, enforcement, safeguarding …", True),
    Option("--target", "T", "person, place, vehicle, money …", True),
    Option("--agency", "A", "Who can apply or act; see `agencies`.", True, "agencies"),
    Option("--status", "S", "State of the law, such as in-force or pilot.", True),
    Option("--evidence", "LEVEL", "This strength or more; needs --context."),
    Option("--no-conviction", "", "Some route needs no conviction."),
    Option("--no-complaint", "", "Works without relying on the child's account."),
    Option("--within", "now|days|weeks", "Binds within."),
    AS_OF,
    Option("--any-status", "", "Also what cannot be used on that day."),
)
CHOSEN = _keyed(JURISDICTION, AS_OF)
DATED = _keyed(AS_OF)
NATION = _keyed(JURISDICTION)
FACTS = _keyed(
    Option("--child-age", "N", "Years."),
    Option("--care-status", "S", "at-home, accommodated, care-order …"),
    Option("--missing", "yes|no", "Is the child missing?"),
    Option("--child-account", "yes|no", "Has the child given an account, or will they?"),
    Option("--carer-statement", "yes|no", "Will a carer make a statement?"),
    Option("--suspect-age", "N", "Years."),
    Option("--suspect-history", "H", "none, nfa, acquitted, charged, cautioned, convicted …", True),
    Option("--relationship", "R", "Tie to the child.", complete="relationships"),
    Option("--lives-with-children", "yes|no", "Does the suspect live with children?"),
    Option("--place", "KIND", "home, hotel, vehicle, online …", True, "places"),
    Option("--tenure", "KIND", "How the place is held.", complete="tenures"),
    Option("--licence", "KIND", "A licence involved.", True, "licences"),
    Option("--suspect-jurisdiction", "J", "Nation of the suspect."),
    Option("--place-jurisdiction", "J", "Nation of the place."),
)
SHEET = _keyed(
    Option("--date", "DATE", "The printed date (YYYY-MM-DD)."),
    Option("--marking", "M", "OFFICIAL (default) or OFFICIAL-SENSITIVE."),
    Option("--title", "TEXT", "Letters, spaces, hyphens, one year; never a name."),
    Option("--by", "speed|target|agency", "How several measures are put in sequence."),
    Option("--iimarch", "", "Add the headings of an IIMARCH briefing, to fill in."),
    Option("--outcome-form", "", "A form to record use and outcome, instead of a sheet."),
)
OUTPUT = _keyed(
    Option("--json", "", "JSON for programs."),
    Option("--plain", "", "Plain labelled lines."),
    Option("--no-color", "", "No colour."),
)


def writing(forms: str) -> dict[str, Option]:
    """Return the options of a command that writes a file in one of some formats."""
    return _keyed(
        Option("--format", forms, "Format; else by -o.", short="-f"),
        Option("--output", "FILE", "File, or - (default).", short="-o"),
        Option("--force", "", "Overwrite the file."),
    )


# Each vocabulary that is a command: its sentence, then examples of what to type after it.
VOCABULARIES = {
    "contexts": ("Abuse contexts: the nine types and the cross-cutting tags.", "", "cse"),
    "offences": ("Offences, with section, maximum and dates.", '"s 15A"', "grooming"),
    "agencies": ("Agencies that apply, decide or help.", "", "police"),
    "families": ("Families of measures.", "", "court-order"),
    "situations": ("Obstacles and ordinary things that measures answer.", "", "hotel"),
    "glossary": (
        "Abbreviations, old names and spoken words, each sense with its measures.",
        "",
        "sro",
    ),
}
# The formats of a sheet, by the name that -f takes.
FORMATS = ("html", "md", "txt", "docx", "pdf", "json")
