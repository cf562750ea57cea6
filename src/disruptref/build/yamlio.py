"""The only module that knows YAML: strict reading, with the place of every value.

PyYAML takes a duplicate key without a word and reads `no` as False, `1.10` as 1.1 and `12:30`
as 750. Here a plain scalar is text, a whole number, true, false or a date; anything else that
YAML would turn into another type has to be quoted, and every refusal names file, line, column.
"""

import re
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from disruptref.build.problems import Problem, UnreadableError

_Base: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_RESOLVER: Any = yaml.resolver.Resolver()
_STRING = "tag:yaml.org,2002:str"
_TAGS = {
    yaml.ScalarNode: _STRING,
    yaml.SequenceNode: "tag:yaml.org,2002:seq",
    yaml.MappingNode: "tag:yaml.org,2002:map",
}
_QUOTED = ("'", '"', "|", ">")
_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]*)")
_LONGEST_NUMBER = 10  # no law counts higher, and Python refuses to read far longer ones
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_BOOLEANS = {"true": True, "false": False}
# An unquoted scalar can resolve to another type only if it starts with one of these characters.
_ODD_STARTS = frozenset("0123456789+-.~=<yYnNtTfFoO")

Place = tuple[str | int, ...]


class _Loader(_Base):  # type: ignore[misc]
    """Leaves every scalar as text; `_Reader` decides what a plain one may become."""

    def resolve(self, kind: type[Any], value: str, implicit: Any) -> str:
        """Return the tag of a node without guessing from its text."""
        del value, implicit
        return _TAGS[kind]

    def descend_resolver(self, node: Any, index: Any) -> None:
        """Keep no track of the path: no tag depends on it."""

    def ascend_resolver(self) -> None:
        """Keep no track of the path: no tag depends on it."""


class Document:
    """One file's data, and where each value stands."""

    def __init__(self, path: Path, data: dict[str, Any], root: yaml.MappingNode) -> None:
        self.path = path
        self.data = data
        self._root = root

    def place(self, path: Place) -> tuple[int, int]:
        """Return line and column (from 1) of the deepest part of `path` that exists."""
        node: Any = self._root
        mark = node.start_mark
        for step in path:
            if isinstance(node, yaml.MappingNode):
                pair = next((pair for pair in node.value if pair[0].value == step), None)
                if pair is None:
                    break
                mark, node = pair[0].start_mark, pair[1]
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
                if step >= len(node.value):
                    break
                node = node.value[step]
                mark = node.start_mark
            else:
                break
        return mark.line + 1, mark.column + 1

    def problem(self, code: str, path: Place, message: str, *, warning: bool = False) -> Problem:
        """Make a problem at the place of `path`."""
        line, column = self.place(path)
        return Problem(code, self.path, line, column, message, warning)


def read(path: Path) -> Document:
    """Read one file strictly.

    Raises:
        UnreadableError: naming file, line, column and what to write.
    """
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        message = f"byte {error.start} is not UTF-8; save the file as UTF-8"
        raise UnreadableError(Problem("Y007", path, 1, 1, message)) from None
    except OSError as error:
        message = f"cannot be opened ({error.strerror})"
        raise UnreadableError(Problem("Y001", path, 1, 1, message)) from None
    if control := _CONTROL.search(text):
        line = text.count("\n", 0, control.start()) + 1
        column = control.start() - text.rfind("\n", 0, control.start())
        message = f"character U+{ord(control[0]):04X} is invisible or a control; delete it"
        raise UnreadableError(Problem("Y008", path, line, column, message))
    return _Reader(path).document(text)


class _Reader:
    """Turns one file's nodes into plain data, refusing what is not strict."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def document(self, text: str) -> Document:
        try:
            root = yaml.compose(text, Loader=_Loader)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            message = f"{error.problem or error.context}; check indentation and quotes"
            raise UnreadableError(Problem("Y001", self.path, line, column, message)) from None
        except yaml.YAMLError as error:
            raise UnreadableError(Problem("Y001", self.path, 1, 1, str(error))) from None
        if not isinstance(root, yaml.MappingNode):
            message = "the file must be one mapping of keys and values"
            raise UnreadableError(Problem("Y006", self.path, 1, 1, message))
        if "&" in text or "*" in text or "!" in text:
            self._refuse_marks(text)
        return Document(self.path, self._mapping(root), root)

    def _refuse_marks(self, text: str) -> None:
        for event in yaml.parse(text, Loader=_Loader):
            if getattr(event, "anchor", None):
                self._fail("Y005", event, "write the value out; anchors and aliases are not used")
            if tag := getattr(event, "tag", None):
                self._fail("Y005", event, f"remove the tag {tag}")

    def _fail(self, code: str, node: Any, message: str) -> None:
        mark = node.start_mark
        raise UnreadableError(Problem(code, self.path, mark.line + 1, mark.column + 1, message))

    def _value(self, node: Any) -> Any:
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        if isinstance(node, yaml.SequenceNode):
            return [self._value(item) for item in node.value]
        return self._mapping(node)

    def _mapping(self, node: yaml.MappingNode) -> dict[str, Any]:
        data: dict[str, Any] = {}
        lines: dict[str, int] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode) or key_node.value == "<<":
                self._fail("Y005", key_node, "a key must be plain text")
            key = key_node.value
            if not key:
                self._fail("Y004", key_node, "a key cannot be empty")
            if key_node.style not in _QUOTED and self._resolved(key) != _STRING:
                self._fail("Y003", key_node, f"the key {key} must be quoted: '{key}'")
            if key in data:
                first = lines[key]
                message = f"'{key}' stands already on line {first}; keep one of the two"
                self._fail("Y002", key_node, message)
            data[key] = self._value(value_node)
            lines[key] = key_node.start_mark.line + 1
        return data

    def _scalar(self, node: yaml.ScalarNode) -> Any:
        text: str = node.value
        if node.style in _QUOTED:
            if control := _CONTROL.search(text):
                message = f"character U+{ord(control[0]):04X} is invisible or a control; delete it"
                self._fail("Y008", node, message)
            return text
        if not text:
            self._fail("Y004", node, "leave the key out, or write a value")
        return self._plain(node, text) if text[0] in _ODD_STARTS else text

    @staticmethod
    def _resolved(text: str) -> str:
        """Return the tag that YAML 1.1 would give to plain text."""
        if text[0] not in _ODD_STARTS:
            return _STRING
        return str(_RESOLVER.resolve(yaml.ScalarNode, text, (True, False)))

    def _plain(self, node: yaml.ScalarNode, text: str) -> Any:
        if text in _BOOLEANS:
            return _BOOLEANS[text]
        if _WHOLE.fullmatch(text) and len(text) < _LONGEST_NUMBER:
            return int(text)
        if _DATE.fullmatch(text):
            try:
                return date.fromisoformat(text)
            except ValueError:
                self._fail("Y009", node, f"{text} is not a day of the calendar")
        resolved = self._resolved(text)
        if resolved != _STRING:
            kind = resolved.rpartition(":")[2]
            self._fail("Y003", node, f"YAML reads {text} as a {kind}; write '{text}' in quotes")
        return text
