"""The index file, where the build chain and the read chain meet: the only module that knows SQLite.

Build writes it once with `write`; reading commands open it with `Store` and never change it.
"""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Any, NamedTuple

from disruptref.folding import name_key

if TYPE_CHECKING:
    from disruptref.index_content import Content

FORMAT = 4
COLUMNS = ("name", "alias", "asked", "summary", "setting", "law", "body")

_SCHEMA = """
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE measure(
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  card TEXT NOT NULL, gist TEXT NOT NULL, record TEXT NOT NULL
);
CREATE TABLE name(key TEXT NOT NULL, kind TEXT NOT NULL, number INTEGER NOT NULL);
CREATE INDEX name_key ON name(key);
CREATE TABLE facet(
  kind TEXT NOT NULL, value TEXT NOT NULL, number INTEGER NOT NULL,
  since TEXT, until TEXT, note TEXT
);
CREATE INDEX facet_value ON facet(kind, value);
CREATE TABLE provision(
  key TEXT NOT NULL, instrument TEXT NOT NULL, closeness INTEGER NOT NULL, number INTEGER NOT NULL
);
CREATE INDEX provision_key ON provision(key);
CREATE TABLE term(vocabulary TEXT NOT NULL, id TEXT NOT NULL, data TEXT NOT NULL);
CREATE INDEX term_vocabulary ON term(vocabulary);
CREATE VIRTUAL TABLE fulltext USING fts5(
  name, alias, asked, summary, setting, law, body, tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TABLE word(text TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE phrase(text TEXT NOT NULL, vocabulary TEXT NOT NULL, id TEXT NOT NULL);
"""


class Hit(NamedTuple):
    """A full-text candidate and the columns that matched."""

    id: str
    columns: tuple[str, ...]


class StoreError(Exception):
    """The index cannot be read."""


def write(target: str, content: "Content") -> None:
    """Write an index to a new file; the same content gives the same bytes."""
    with closing(sqlite3.connect(target)) as database:
        _fill(database, content)


def in_memory(content: "Content") -> "Store":
    """Hold an index in memory, for places where nothing can be written."""
    database = sqlite3.connect(":memory:")
    _fill(database, content)
    return Store(database)


def open_file(path: str) -> "Store":
    """Open an index file for reading.

    Raises:
        StoreError: when it is missing, damaged or of another format.
    """
    try:
        database = sqlite3.connect(f"file:{_quoted(path)}?mode=ro&immutable=1", uri=True)
        store = Store(database)
        if store.meta("format") != FORMAT:
            raise StoreError(f"{path} is an index of another format; reinstall or rebuild it")
    except sqlite3.Error as error:
        raise StoreError(f"the index {path} cannot be read ({error})") from None
    return store


def _quoted(path: str) -> str:
    for character in "%?#":
        path = path.replace(character, f"%{ord(character):02X}")
    return path.replace("\\", "/")


def _fill(database: sqlite3.Connection, content: "Content") -> None:
    from disruptref.index_content import card, gist, known_words, phrases

    database.executescript(f"PRAGMA page_size = 4096; {_SCHEMA}")
    meta = {**content.meta, "format": FORMAT}
    rows = [(key, json.dumps(value)) for key, value in sorted(meta.items())]
    database.executemany("INSERT INTO meta VALUES(?, ?)", rows)
    for number, measure in enumerate(content.measures, 1):
        record = measure.record
        row = (number, record["id"], _json(card(record)), _json(gist(record)), _json(record))
        database.execute("INSERT INTO measure VALUES(?, ?, ?, ?, ?)", row)
        names = [(name_key(name), kind, number) for kind, name in measure.names]
        database.executemany("INSERT INTO name VALUES(?, ?, ?)", names)
        facets = [(f.kind, f.value, number, f.since, f.until, f.note) for f in measure.facets]
        database.executemany("INSERT INTO facet VALUES(?, ?, ?, ?, ?, ?)", facets)
        provisions = [(p.key, p.instrument, p.closeness, number) for p in measure.provisions]
        database.executemany("INSERT INTO provision VALUES(?, ?, ?, ?)", provisions)
        database.execute(
            f"INSERT INTO fulltext(rowid, {', '.join(COLUMNS)}) VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
            (number, *measure.text),
        )
    database.executemany("INSERT INTO term VALUES(?, ?, ?)", content.terms)
    database.executemany("INSERT INTO phrase VALUES(?, ?, ?)", phrases(content))
    database.executemany("INSERT INTO word VALUES(?)", [(word,) for word in known_words(content)])
    database.execute("INSERT INTO fulltext(fulltext) VALUES('optimize')")
    database.commit()
    database.execute("VACUUM")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


class Store:
    """An open index; every method reads."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._numbers: dict[int, str] | None = None

    def _rows(self, query: str, values: Sequence[Any] = ()) -> list[Any]:
        try:
            return self._database.execute(query, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise StoreError(str(error)) from None

    def meta(self, key: str) -> Any:
        """Return a fact about the catalogue: version, measures, law_checked_to, ids, format."""
        rows = self._rows("SELECT value FROM meta WHERE key = ?", (key,))
        return json.loads(rows[0][0]) if rows else None

    def record(self, id_: str) -> dict[str, Any] | None:
        """Return the public record of a measure, or None."""
        query = "SELECT record FROM measure WHERE id = ?"
        rows = self._rows(query, (id_,))
        return json.loads(rows[0][0]) if rows else None

    def cards(self, ids: Sequence[str] | None = None) -> list[dict[str, Any]]:
        """Return the short form of some measures in the order given, or of all by id."""
        if ids is None:
            rows = self._rows("SELECT card FROM measure ORDER BY id")
            return [json.loads(row[0]) for row in rows]
        query = f"SELECT id, card FROM measure WHERE id IN ({_marks(ids)})"
        found = {id_: json.loads(card) for id_, card in self._rows(query, ids)}
        return [found[id_] for id_ in ids if id_ in found]

    def gists(self, ids: Sequence[str]) -> list[dict[str, Any]]:
        """Return what `options` and `evidence` weigh of some measures, in the order given."""
        query = f"SELECT id, gist FROM measure WHERE id IN ({_marks(ids)})"
        found = {id_: json.loads(gist) for id_, gist in self._rows(query, ids)}
        return [found[id_] for id_ in ids if id_ in found]

    def named(self, name: str) -> list[tuple[str, str]]:
        """Return (id, kind of name) of every measure with that name, alias or former name."""
        query = "SELECT id, kind FROM name JOIN measure USING(number) WHERE key = ? ORDER BY id"
        return list(self._rows(query, (name_key(name),)))

    def names(self) -> list[tuple[str, str]]:
        """Return every (folded name, measure id), for suggestions and completion."""
        query = "SELECT key, id FROM name JOIN measure USING(number) ORDER BY key"
        return list(self._rows(query))

    def with_facet(self, kind: str, values: Iterable[str], day: str) -> dict[str, list[str]]:
        """Return id → notes of the measures that have one of the values on a day (ISO)."""
        wanted = list(values)
        query = f"""
            SELECT id, note FROM facet JOIN measure USING(number)
            WHERE kind = ? AND value IN ({_marks(wanted)})
              AND (since IS NULL OR since <= ?) AND (until IS NULL OR until >= ?)"""
        found: dict[str, list[str]] = {}
        for id_, note in self._rows(query, (kind, *wanted, day, day)):
            notes = found.setdefault(id_, [])
            if note and note not in notes:
                notes.append(note)
        return found

    def with_situation(self, situation: str) -> list[str]:
        """Return the ids of the measures that answer a situation, in order."""
        query = """SELECT id FROM facet JOIN measure USING(number)
                   WHERE kind = 'situation' AND value = ? ORDER BY id"""
        return [row[0] for row in self._rows(query, (situation,))]

    def with_provision(self, key: str) -> list[tuple[str, str, int]]:
        """Return (id, instrument id, closeness) of the measures that rest on or name it."""
        query = """SELECT id, instrument, max(closeness) FROM provision JOIN measure USING(number)
                   WHERE key = ? GROUP BY id, instrument ORDER BY id"""
        return list(self._rows(query, (key,)))

    def matching(self, expression: str) -> list[Hit]:
        """Return the measures that match an FTS5 expression, and in which columns."""
        query = "SELECT rowid FROM fulltext WHERE fulltext MATCH ?"
        where: dict[int, list[str]] = {}
        for column in COLUMNS:
            for (number,) in self._rows(query, (f"{column} : {expression}",)):
                where.setdefault(number, []).append(column)
        ids = self._ids()
        return [Hit(ids[number], tuple(columns)) for number, columns in sorted(where.items())]

    def ids(self) -> set[str]:
        """Return the id of every measure."""
        return set(self._ids().values())

    def core(self) -> set[str]:
        """Return the ids of the measures that practitioners reach for first."""
        query = (
            "SELECT id FROM facet JOIN measure USING(number) WHERE kind = 'tier' AND value = 'core'"
        )
        return {row[0] for row in self._rows(query)}

    def _ids(self) -> dict[int, str]:
        if self._numbers is None:
            self._numbers = dict(self._rows("SELECT number, id FROM measure"))
        return self._numbers

    def phrases_in(self, vocabulary: str, asked: str) -> list[tuple[str, str]]:
        """Return (phrase, term id) of each phrase of a vocabulary that a folded text holds."""
        query = """SELECT text, id FROM phrase
                   WHERE vocabulary = ? AND instr(?, ' ' || text || ' ') > 0 ORDER BY rowid"""
        return list(self._rows(query, (vocabulary, f" {asked} ")))

    def names_in(self, asked: str) -> list[tuple[str, str]]:
        """Return (folded name, measure id) of each name that a folded text holds."""
        query = """SELECT key, id FROM name JOIN measure USING(number)
                   WHERE instr(?, ' ' || key || ' ') > 0 ORDER BY key"""
        return list(self._rows(query, (f" {asked} ",)))

    def term(self, vocabulary: str, id_: str) -> dict[str, Any]:
        """Return one term of a vocabulary by its id."""
        query = "SELECT data FROM term WHERE vocabulary = ? AND id = ?"
        ((data,),) = self._rows(query, (vocabulary, id_))
        return json.loads(data)  # type: ignore[no-any-return]

    def knows(self, word: str) -> bool:
        """Say whether a word stands anywhere that search looks."""
        query = "SELECT 1 FROM word WHERE text = ?"
        return bool(self._rows(query, (word,)))

    def words_like(self, start: str, shortest: int, longest: int) -> list[str]:
        """Return the known words that begin with a letter and have a length between two."""
        query = """SELECT text FROM word WHERE text >= ? AND text < ?
                   AND length(text) BETWEEN ? AND ? ORDER BY text"""
        rows = self._rows(query, (start, chr(ord(start) + 1), shortest, longest))
        return [row[0] for row in rows]

    def terms(self, vocabulary: str) -> list[dict[str, Any]]:
        """Return the terms of a vocabulary in the order of its file."""
        query = "SELECT data FROM term WHERE vocabulary = ? ORDER BY rowid"
        return [json.loads(row[0]) for row in self._rows(query, (vocabulary,))]


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))
