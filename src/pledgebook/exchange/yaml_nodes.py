"""YAML with the line of every field, so that a message can name it."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from pledgebook.exchange.errors import ExchangeError


class Node:
    """One value of the file; every reading names file, line and field when it fails."""

    def __init__(self, node: yaml.Node, file: str, path: str = "") -> None:
        """Use ``load``."""
        self._node, self._file, self.path = node, file, path

    @classmethod
    def load(cls, text: str, file: str) -> Node:
        """Parse a file's text; raises ExchangeError for what is not one YAML document."""
        try:
            root = yaml.compose(text, Loader=yaml.SafeLoader)
        except (yaml.YAMLError, RecursionError) as error:
            mark = getattr(error, "problem_mark", None)
            where = f"{file}:{mark.line + 1}" if mark is not None else file
            what = getattr(error, "problem", None) or "nested too deeply"
            raise ExchangeError(f"{where}: is not YAML ({what})") from error
        if root is None:
            raise ExchangeError(f"{file}: the map is empty; --suggest prints a first one")
        return cls(root, file)

    @property
    def line(self) -> int:
        """Line of the file, from 1."""
        return int(self._node.start_mark.line) + 1

    def wrong(self, what: str) -> ExchangeError:
        """Make the error that names this place."""
        field = f" {self.path}:" if self.path else ""
        return ExchangeError(f"{self._file}:{self.line}:{field} {what}")

    @property
    def is_object(self) -> bool:
        """Say whether fields stand below."""
        return isinstance(self._node, yaml.MappingNode)

    @property
    def is_list(self) -> bool:
        """Say whether it is a list."""
        return isinstance(self._node, yaml.SequenceNode)

    def fields(self) -> dict[str, Node]:
        """Give the fields of an object; raises ExchangeError for one that stands twice."""
        if not isinstance(self._node, yaml.MappingNode):
            raise self.wrong("fields are needed here (name: value)")
        out: dict[str, Node] = {}
        for key, value in self._node.value:
            name = str(key.value) if isinstance(key, yaml.ScalarNode) else "?"
            node = Node(value, self._file, f"{self.path}.{name}" if self.path else name)
            if name in out:
                raise node.wrong("stands twice")
            out[name] = node
        return out

    def only(self, known: tuple[str, ...]) -> dict[str, Node]:
        """Give the fields; raises ExchangeError for one that is not ``known``."""
        found = self.fields()
        for name, node in found.items():
            if name not in known:
                raise node.wrong(f"is no field here; there are {', '.join(known)}")
        return found

    def words(self) -> str:
        """Give a scalar as it is written, stripped; raises ExchangeError for none."""
        if not isinstance(self._node, yaml.ScalarNode):
            raise self.wrong("one value is needed, not a list or fields")
        text = str(self._node.value)
        if not text.strip() or self._node.tag.endswith(":null"):
            raise self.wrong("is empty")
        return text.strip()

    def sign(self) -> str:
        """Give a scalar without stripping it: a separator may be a blank."""
        if not isinstance(self._node, yaml.ScalarNode) or not self._node.value:
            raise self.wrong("a character is needed")
        return str(self._node.value)

    def any_words(self) -> str:
        """Give a scalar that may be empty."""
        if not isinstance(self._node, yaml.ScalarNode):
            raise self.wrong("one value is needed, not a list or fields")
        return str(self._node.value).strip()

    def whole(self) -> int:
        """Give a whole number from 1."""
        text = self.words()
        if not (text.isascii() and text.isdecimal()) or not 0 < int(text[:9]) == int(text):
            raise self.wrong(f"{text!r} is no whole number from 1")
        return int(text)

    def truth(self) -> bool:
        """Give yes or no."""
        text = self.words().casefold()
        if text not in ("true", "false", "yes", "no"):
            raise self.wrong(f"{text!r} is not true or false")
        return text in ("true", "yes")

    def one_of(self, allowed: tuple[str, ...]) -> str:
        """Give one of a closed list."""
        text = self.words()
        if text not in allowed:
            raise self.wrong(f"{text!r} is none of {', '.join(allowed)}")
        return text

    def each(self) -> Iterator[Node]:
        """Give the entries of a list; a single value is a list of one."""
        if isinstance(self._node, yaml.SequenceNode):
            for n, value in enumerate(self._node.value):
                yield Node(value, self._file, f"{self.path}.{n}")
        else:
            yield self
