"""The grammar of provisions."""

import pytest

from disruptref.provision import loose, parse, short_titles


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("s 103A(2)", "section/103A/2"),
        ("s 103A(3)(b)", "section/103A/3/b"),
        ("ss 76-93", "section/76"),
        ("ss 103A-103K", "section/103A"),
        ("s 59(4)-(5)", "section/59/4"),
        ("Sch 3 para 2", "schedule/3/paragraph/2"),
        ("Sch 5", "schedule/5"),
        ("Sch para 4(2)", "schedule/paragraph/4/2"),
        ("art 68", "article/68"),
        ("reg 4", "regulation/4"),
        ("reg 4(1)(a)", "regulation/4/1/a"),
        ("r 5.1", "rule/5.1"),
        ("Pt 3", "part/3"),
        ("s 303Z1(6)", "section/303Z1/6"),
        ("s 47ZZA(2)", "section/47ZZA/2"),
    ],
)
def test_a_pinpoint_becomes_an_identifier(text: str, path: str) -> None:
    """Links follow the identifier scheme of legislation.gov.uk."""
    provision = parse(text)

    assert provision is not None
    assert path == provision.path()


@pytest.mark.parametrize(
    "text", ["103A", "section 103A", "s103A", "s 103A (2)", "s 2(1), (3)", "s", "", "s 1 or 2"]
)
def test_a_malformed_pinpoint_is_refused(text: str) -> None:
    """Only the catalogue's one form counts."""
    assert parse(text) is None


@pytest.mark.parametrize(
    ("text", "key", "held"),
    [
        ("ss 103A-103K", "section 103F", True),
        ("ss 103A-103K", "section 103L", False),
        ("ss 76-93", "section 80", True),
        ("ss 303Z1-303Z19", "section 303Z9", True),
        ("ss 303Z1-303Z19", "section 303Z20", False),
        ("ss 343-358", "section 354", True),
        ("s 15A(1)", "section 15A", True),
        ("s 15A", "section 15", False),
    ],
)
def test_a_range_holds_what_lies_between(text: str, key: str, held: bool) -> None:
    """Search for a section finds a range that holds it."""
    provision = parse(text)

    assert provision is not None
    assert (key in provision.keys()) is held  # noqa: SIM118 (a set of search keys)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("s 15A", "section 15A"),
        ("s15a", "section 15A"),
        ("sec. 15A soa", "section 15A"),
        ("section 59 police reform act", "section 59"),
        ("SOA s103A", "section 103A"),
        ("schedule 3", "schedule 3"),
        ("reg 4", "regulation 4"),
        ("art 68", "article 68"),
        ("s303z1 poca", "section 303Z1"),
    ],
)
def test_loose_references_are_understood(typed: str, key: str) -> None:
    """People type sections in many ways."""
    assert key in [found for found, _ in loose(typed)]


@pytest.mark.parametrize("typed", ["grooming messages", "under 16s", "20 girls in a flat", ""])
def test_ordinary_words_are_not_references(typed: str) -> None:
    """A number alone is not a section."""
    assert loose(typed) == []


@pytest.mark.parametrize(
    ("title", "short", "held"),
    [
        ("Anti-social Behaviour, Crime and Policing Act 2014", "ASBCPA", True),
        ("Children Act 1989", "CA89", True),
        ("Children Act 1989", "CA", False),
        ("Theft Act 1968", "Theft Act", True),
        ("Sexual Offences (Northern Ireland) Order 2008", "SOO2008", True),
    ],
)
def test_titles_are_shortened_as_people_do(title: str, short: str, held: bool) -> None:
    """Initials alone need three letters; two are often another word."""
    assert (short in short_titles(title)) is held
