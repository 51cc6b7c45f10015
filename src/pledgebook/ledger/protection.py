"""What makes a table append-only, and the single door through which a payload may be emptied.

A row's payload and salt may be set to NULL, together and once, after a row of ``redactions`` names
it; that row says who asked and why, and stands on the chain. Nothing else of a row ever changes,
and no row is deleted: whatever program writes, the database refuses.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection


def protection(dialect: str, table: str, columns: Iterable[str]) -> list[str]:
    """Give the statements that protect ``table``; ``columns`` are all of its columns."""
    return _PROTECTION[dialect](table, [c for c in columns if c not in ("payload", "salt")])


def unprotected(connection: Connection, tables: Iterable[str]) -> tuple[str, ...]:
    """Names of those tables that lack one of their triggers, or have it switched off."""
    dialect = connection.dialect.name
    there = set(connection.exec_driver_sql(_TRIGGERS[dialect]).scalars())
    needed = {table: {f"{table}_{name}" for name in _NAMES[dialect]} for table in tables}
    return tuple(table for table, names in needed.items() if not names <= there)


#: Triggers of each table, without its name.
_NAMES = {
    "sqlite": ("no_update", "no_delete", "no_replace"),
    "postgresql": ("append_only", "no_update"),
}

#: Names of the triggers that fire in an ordinary session.
_TRIGGERS = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE tbl_name || '%'",
    "postgresql": (
        "SELECT tgname FROM pg_trigger WHERE tgenabled IN ('O', 'A') "
        "AND tgrelid IN (SELECT oid FROM pg_class "
        "WHERE relnamespace = current_schema()::regnamespace)"
    ),
}


def _door(table: str, kept: list[str], same: str) -> str:
    """Condition on OLD and NEW under which a row may be changed: it is emptied as announced."""
    if table == "redactions":
        return "0 = 1"
    announced = "EXISTS (SELECT 1 FROM redactions WHERE redacted = CAST(OLD.seq AS TEXT))"
    unchanged = [f'NEW."{column}" {same} OLD."{column}"' for column in kept]
    return " AND ".join(["NEW.payload IS NULL", "NEW.salt IS NULL", *unchanged, announced])


def _sqlite(table: str, kept: list[str]) -> list[str]:
    refuse = f"SELECT RAISE(ABORT, 'append-only: a row of {table} is never"
    exists = f"EXISTS (SELECT 1 FROM {table} WHERE seq = NEW.seq OR key = NEW.key)"  # noqa: S608
    door = _door(table, kept, "IS")
    change = f"{table}_no_update BEFORE UPDATE ON {table} WHEN NOT ({door})"
    delete = f"{table}_no_delete BEFORE DELETE ON {table}"
    # INSERT OR REPLACE deletes without firing the delete trigger in most programs.
    replace = f"{table}_no_replace BEFORE INSERT ON {table} WHEN {exists}"
    return [
        *(f"DROP TRIGGER IF EXISTS {table}_no_{what}" for what in ("update", "delete", "replace")),
        f"CREATE TRIGGER {change} BEGIN {refuse} changed'); END",
        f"CREATE TRIGGER {delete} BEGIN {refuse} deleted'); END",
        f"CREATE TRIGGER {replace} BEGIN {refuse} replaced'); END",
    ]


def _postgresql(table: str, kept: list[str]) -> list[str]:
    function = f"{table}_append_only()"
    refuse = f"RAISE EXCEPTION 'append-only: a row of {table} is never"
    door = _door(table, kept, "IS NOT DISTINCT FROM")
    body = (
        f"IF TG_OP <> 'UPDATE' THEN {refuse} changed or deleted'; END IF; "
        f"IF NOT ({door}) THEN {refuse} changed'; END IF; RETURN NEW;"
    )
    run = f"EXECUTE FUNCTION {function}"
    return [
        f"DROP TRIGGER IF EXISTS {table}_append_only ON {table}",
        (
            f"CREATE OR REPLACE FUNCTION {function} RETURNS trigger LANGUAGE plpgsql "
            f"AS $$ BEGIN {body} END $$"
        ),
        (
            f"CREATE TRIGGER {table}_append_only BEFORE DELETE OR TRUNCATE ON {table} "
            f"FOR EACH STATEMENT {run}"
        ),
        f"DROP TRIGGER IF EXISTS {table}_no_update ON {table}",
        f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} FOR EACH ROW {run}",
    ]


_PROTECTION = {"sqlite": _sqlite, "postgresql": _postgresql}
