"""MAP.yaml: read and checked against the record contract; every message names line and field."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import cast, get_args

from pledgebook.exchange.figures import NumberFormat
from pledgebook.exchange.leaves import LeafKind, every_leaf, full_path, leaves
from pledgebook.exchange.maps import Leaf, SourceMap, TableMap
from pledgebook.exchange.row_text import found_whole
from pledgebook.exchange.table_files import Layout
from pledgebook.exchange.yaml_nodes import Node
from pledgebook.model.claims import KINDS
from pledgebook.model.vocabulary import Grade

_FIELDS = (
    "name",
    "version",
    "kind",
    "source",
    "table",
    "null",
    "where",
    "except",
    "numbers",
    "dates",
    "separator",
    "required",
    "fields",
)
_LEAF = ("column", "constant", "default", "values", "numbers", "dates", "separator")
_NUMBERS = ("decimal", "thousands", "multiplier")
_SOURCE = ("title", "publisher", "url", "published", "grade")
_TABLE = ("sheet", "header_row", "delimiter", "encoding", "id", "escapes", "optional_columns")
_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_ACTOR_ID = re.compile(r"[A-Z]{3}|(?:org|person|group):[a-z0-9]+(?:-[a-z0-9]+)*")
_CURRENCY = re.compile(r"[A-Z]{3}")
_TRUTHS = ("yes", "no")


@dataclass(frozen=True, slots=True)
class _Shared:
    """What holds for every leaf that does not say otherwise."""

    numbers: NumberFormat
    dates: tuple[str, ...]


def read_map(text: str, file: str) -> TableMap:
    """Read a map; raises ExchangeError naming file, line and field of what does not fit."""
    root = Node.load(text, file)
    found = root.only(_FIELDS)
    for name in ("name", "fields"):
        if name not in found:
            raise root.wrong(f"{name} is missing")
    shared = _Shared(
        _numbers(found.get("numbers"), NumberFormat()), _dates(found.get("dates"), ("%Y-%m-%d",))
    )
    kinds = _kinds(found.get("kind"))
    source = _source(found.get("source"), shared)
    layout, row_id = _layout(found.get("table"))
    separator = found["separator"].sign() if "separator" in found else None
    feeds = _feeds(found["fields"], kinds, shared, separator)
    _check_constants(feeds, source, found["fields"])
    return TableMap(
        name=_slug(found["name"]),
        version=found["version"].whole() if "version" in found else 1,
        kinds=kinds,
        fields=feeds,
        source=source,
        layout=layout,
        null=_null(found.get("null")),
        keep=_conditions(found.get("where")),
        drop=_conditions(found.get("except")),
        id=row_id,
        required=_required(found.get("required")),
        text=text,
    )


def _slug(node: Node) -> str:
    name = node.words()
    if not _SLUG.fullmatch(name):
        raise node.wrong(f"{name!r} is not lower-case words joined by hyphens")
    return name


def _kinds(node: Node | None) -> Leaf:
    kind = LeafKind("code", tuple(KINDS))
    if node is None:
        return Leaf(kind=kind, constant="commitment")
    if not node.is_object:
        return Leaf(kind=kind, constant=node.one_of(tuple(KINDS)), line=node.line)
    return _leaf(node, kind, _Shared(NumberFormat(), ()))


def _numbers(node: Node | None, base: NumberFormat) -> NumberFormat:
    if node is None:
        return base
    found = node.only(_NUMBERS)
    form = base
    if "decimal" in found:
        form = replace(form, decimal=_sign(found["decimal"], ".,"))
    if "thousands" in found:
        form = replace(form, thousands=_sign(found["thousands"], ".,' "))
    if form.decimal == form.thousands:
        raise node.wrong(f"decimal and thousands are both {form.decimal!r}")
    if "multiplier" in found:
        form = replace(form, multiplier=_multiplier(found["multiplier"]))
    return form


def _sign(node: Node, allowed: str) -> str:
    sign = node.sign()
    if len(sign) != 1 or sign not in allowed:
        raise node.wrong(f"{sign!r} is none of {' '.join(map(repr, allowed))}")
    return sign


def _multiplier(node: Node) -> Decimal:
    try:
        number = Decimal(node.words())
    except InvalidOperation:
        number = Decimal(0)
    if not number.is_finite() or number <= 0:
        raise node.wrong(f"{node.words()!r} is no number above zero")
    return number


def _dates(node: Node | None, base: tuple[str, ...]) -> tuple[str, ...]:
    if node is None:
        return base
    formats = []
    for part in node.each():
        form = part.words()
        if not {"%d", "%m", "%Y"} <= set(
            re.findall(r"%.", form.replace("%b", "%m").replace("%B", "%m").replace("%y", "%Y"))
        ):
            raise part.wrong(f"{form!r} gives no day: %d, %m (or %b, %B) and %Y (or %y) are needed")
        formats.append(form)
    return tuple(formats)


def _source(node: Node | None, shared: _Shared) -> SourceMap:
    if node is None:
        return SourceMap()
    found = node.only(_SOURCE)
    words: dict[str, str] = {}
    columns: dict[str, str] = {}
    for name in ("title", "publisher"):
        if name in found and found[name].is_object:
            columns[name] = _column(found[name])
        elif name in found:
            words[name] = found[name].words()
    published = found.get("published")
    grade = found["grade"].one_of(get_args(Grade)) if "grade" in found else "secondary"
    return SourceMap(
        title=words.get("title"),
        publisher=words.get("publisher"),
        url=tuple(part.words() for part in found["url"].each()) if "url" in found else (),
        published=None if published is None else _published(published, shared),
        grade=cast("Grade", grade),
        columns=columns,
    )


def _column(node: Node) -> str:
    found = node.only(("column",))
    if "column" not in found:
        raise node.wrong("column is missing")
    return found["column"].words()


def _published(node: Node, shared: _Shared) -> Leaf:
    day = LeafKind("day")
    if node.is_object:
        return _leaf(node, day, shared)
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", node.words()):
        raise node.wrong(f"{node.words()!r} is no date as YYYY-MM-DD; a column is {{column: …}}")
    return Leaf(kind=day, constant=node.words(), line=node.line)


def _layout(node: Node | None) -> tuple[Layout, str | None]:
    if node is None:
        return Layout(), None
    found = node.only(_TABLE)
    rows = (
        tuple(part.whole() for part in found["header_row"].each()) if "header_row" in found else ()
    )
    if list(rows) != sorted(set(rows)):
        raise found["header_row"].wrong("header rows are given from the top down")
    delimiter = found["delimiter"].sign() if "delimiter" in found else None
    if delimiter is not None and len(delimiter) != 1:
        raise found["delimiter"].wrong(f"{delimiter!r} is not one character")
    return Layout(
        sheet=found["sheet"].words() if "sheet" in found else None,
        header_rows=rows,
        delimiter=delimiter,
        encoding=found["encoding"].words() if "encoding" in found else None,
        escaped=found["escapes"].truth() if "escapes" in found else False,
        optional=found["optional_columns"].truth() if "optional_columns" in found else False,
    ), found["id"].words() if "id" in found else None


def _null(node: Node | None) -> frozenset[str]:
    words = () if node is None else [part.any_words().casefold() for part in node.each()]
    return frozenset({"", *words})


def _conditions(node: Node | None) -> dict[str, tuple[str, ...]]:
    if node is None:
        return {}
    return {
        column: tuple(part.any_words().casefold() for part in words.each())
        for column, words in node.fields().items()
    }


def _required(node: Node | None) -> tuple[str, ...] | None:
    if node is None:
        return None
    heads = {path.split(".")[0] for path in every_leaf()}
    return tuple(part.one_of(tuple(sorted(heads))) for part in node.each())


def _feeds(node: Node, kinds: Leaf, shared: _Shared, separator: str | None) -> dict[str, Leaf]:
    possible = [kinds.constant] if kinds.constant else list(KINDS)
    feeds: dict[str, Leaf] = {}
    for name, part in node.fields().items():
        paths = [path for kind in possible if (path := full_path(kind, name)) is not None]
        if not paths:
            known = sorted({p for kind in possible for p in leaves(kind)})
            raise part.wrong(
                f"is no value of a {' or '.join(possible)}; there are {', '.join(known)}"
            )
        kind = _joint(paths[0], possible)
        if paths[0] in feeds:
            raise part.wrong(f"feeds {paths[0]} a second time")
        feeds[paths[0]] = _leaf(part, kind, shared, separator if kind.listed else None)
    _check_figures(feeds, node)
    return feeds


def _joint(path: str, kinds: list[str]) -> LeafKind:
    """Give the type of a value; of a code, the words of every kind that has it."""
    found = [leaves(kind)[path] for kind in kinds if path in leaves(kind)]
    codes = tuple(dict.fromkeys(code for kind in found for code in kind.codes))
    return replace(found[0], codes=codes)


def _check_figures(feeds: dict[str, Leaf], node: Node) -> None:
    for head in ("amount", "items.quantity"):
        given = [n for n in ("figure", "words", "low") if f"{head}.{n}" in feeds]
        given += ["low"] if f"{head}.high" in feeds and "low" not in given else []
        if len(given) > 1:
            raise node.wrong(f"{head} is fed as {' and as '.join(given)}; one is enough")


def _leaf(node: Node, kind: LeafKind, shared: _Shared, separator: str | None = None) -> Leaf:
    if not node.is_object:
        return Leaf(
            kind=kind, column=node.words(), numbers=shared.numbers, dates=shared.dates,
            separator=separator, line=node.line,
        )  # fmt: skip
    found = node.only(_LEAF)
    if ("column" in found) == ("constant" in found):
        raise node.wrong("either column or constant is needed")
    if "constant" in found and kind.type == "id":
        raise found["constant"].wrong("an id belongs to the words of a row; give it under values")
    if "default" in found and kind.in_words:
        raise found["default"].wrong("only a code has a default; words stand in the row or nowhere")
    return Leaf(
        kind=kind,
        column=found["column"].words() if "column" in found else None,
        constant=_canonical(found["constant"], kind) if "constant" in found else None,
        default=_canonical(found["default"], kind) if "default" in found else None,
        values=_values(found.get("values"), kind),
        numbers=_numbers(found.get("numbers"), shared.numbers),
        dates=_dates(found.get("dates"), shared.dates),
        separator=found["separator"].sign() if "separator" in found else separator,
        line=node.line,
    )


def _values(node: Node | None, kind: LeafKind) -> dict[str, str]:
    if node is None:
        return {}
    if kind.type in ("words", "figure", "whole", "day"):
        raise node.wrong("words, figures and days are taken as they stand in the row")
    return {
        " ".join(words.split()).casefold(): _canonical(part, kind)
        for words, part in node.fields().items()
    }


def _canonical(node: Node, kind: LeafKind) -> str:
    """Check the form in which a map itself writes a value of this type."""
    text = node.words()
    if kind.type == "code":
        return node.one_of(kind.codes)
    if kind.type == "truth":
        return "yes" if node.truth() else "no"
    if kind.type == "currency" and not _CURRENCY.fullmatch(text):
        raise node.wrong(f"{text!r} is no code of a currency (EUR, USD …)")
    is_values = ".values" in node.path
    if (kind.type == "id" or (kind.type == "actor" and is_values)) and not _ACTOR_ID.fullmatch(
        text
    ):
        raise node.wrong(f"{text!r} is no actor id (GBR, org:eu, person:…, group:…)")
    if kind.type in ("figure", "whole", "day"):
        raise node.wrong("a figure or day stands in the row, never in the map")
    return text


def _check_constants(feeds: dict[str, Leaf], source: SourceMap, node: Node) -> None:
    """Words that a map gives for all rows must stand in the table's own title or publisher."""
    places = [words for words in (source.title, source.publisher) if words]
    if source.columns:
        return  # told by each row; a row that does not say them is refused there
    for path, leaf in feeds.items():
        if leaf.constant is None or leaf.kind.type not in ("words", "actor"):
            continue
        if not any(found_whole(leaf.constant, words) is not None for words in places):
            name = path.rsplit(".", 1)[0] if leaf.kind.type == "actor" else path
            at = node.fields().get(name, node)
            raise at.wrong(
                f"{leaf.constant!r} stands neither in source.title nor in source.publisher; give "
                "the table's own title as it is printed, or a column that says it"
            )
