"""Statements that every request asks, compiled once: on SQLite they cost a tenth so.

The library weighs anew at each call how a statement is to be run, which takes it thirty times as
long as SQLite takes to run it. On a server the way there costs more than all that, so there nothing
is different. What a statement says is still written with the library, and so are its types.
"""

from collections import namedtuple
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Delete, Dialect, Insert, Select, Update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.types import TypeEngine

_Convert = Callable[[Any], Any]
_SQLITE: Final = "sqlite"


class _Compiled:
    """One statement as SQLite is given it."""

    def __init__(self, statement: Any, columns: Sequence[Any], dialect: Dialect) -> None:
        compiled = statement.compile(dialect=dialect)
        self.text = str(compiled)
        self._binds = [
            (name, compiled.params[name], _bound(compiled.binds[name].type, dialect))
            for name in compiled.positiontup
        ]
        told = [_told(column.type, dialect) for column in columns]
        self._converted = [(at, convert) for at, convert in enumerate(told) if convert]

    def bound(self, values: Mapping[str, Any]) -> list[Any]:
        """The values in their order, as SQLite keeps them."""
        given = ((values.get(name, fixed), convert) for name, fixed, convert in self._binds)
        return [value if convert is None else convert(value) for value, convert in given]

    def all_told(self, rows: Iterable[Sequence[Any]]) -> Iterable[Sequence[Any]]:
        """What rows of SQLite mean."""
        return map(self._told, rows) if self._converted else rows

    def _told(self, row: Sequence[Any]) -> Sequence[Any]:
        meant = list(row)
        for at, convert in self._converted:
            meant[at] = convert(meant[at])
        return meant


class _Prepared:
    """What questions and changes have in common."""

    def __init__(self, statement: Any, columns: Sequence[Any] = ()) -> None:
        self._statement = statement
        self._columns = columns
        self._compiled: _Compiled | None = None

    def _run(self, connection: Connection, values: Mapping[str, Any]) -> tuple[Any, _Compiled]:
        if self._compiled is None:
            self._compiled = _Compiled(self._statement, self._columns, connection.dialect)
        compiled = self._compiled
        driver = connection.connection.dbapi_connection
        assert driver is not None
        try:
            return driver.execute(compiled.text, compiled.bound(values)), compiled
        except connection.dialect.loaded_dbapi.Error as error:
            raise _error(error, compiled.text, connection.dialect) from error


class Question(_Prepared):
    """A `select`, whose placeholders are `bindparam`s."""

    def __init__(
        self, statement: Select[Any], row: Callable[[Sequence[Any]], Any] | None = None
    ) -> None:
        """`row` makes of the columns what is returned; without it they are known by name."""
        columns = list(statement.selected_columns)
        super().__init__(statement, columns)
        named: Any = namedtuple("Row", [str(each.key) for each in columns])  # type: ignore[misc]  # noqa: PYI024 - they are known at the start
        self._row = row or named._make

    def all(self, connection: Connection, values: Mapping[str, Any]) -> list[Any]:
        """Every row. On SQLite it begins no transaction."""
        if connection.dialect.name != _SQLITE:
            return [self._row(row) for row in connection.execute(self._statement, values)]
        found, compiled = self._run(connection, values)
        return [self._row(row) for row in compiled.all_told(found)]

    def one_or_none(self, connection: Connection, values: Mapping[str, Any]) -> Any:
        """The one row; None where there is none."""
        found = self.all(connection, values)
        assert len(found) < 2
        return found[0] if found else None


class Change(_Prepared):
    """An `insert`, `update` or `delete`, whose placeholders are `bindparam`s."""

    def __init__(self, statement: Insert | Update | Delete) -> None:
        super().__init__(statement)

    def run(self, connection: Connection, values: Mapping[str, Any]) -> int:
        """How many rows it concerned. The connection is in a transaction already."""
        if connection.dialect.name != _SQLITE:
            return connection.execute(self._statement, values).rowcount
        assert connection.in_transaction()
        changed: int = self._run(connection, values)[0].rowcount
        return changed


def _bound(kind: TypeEngine[Any], dialect: Dialect) -> _Convert | None:
    return kind.dialect_impl(dialect).bind_processor(dialect)


def _told(kind: TypeEngine[Any], dialect: Dialect) -> _Convert | None:
    return kind.dialect_impl(dialect).result_processor(dialect, None)


def _error(error: Exception, text: str, dialect: Dialect) -> BaseException:
    # As the library raises it, and without what the statement was given.
    return DBAPIError.instance(
        text, None, error, dialect.loaded_dbapi.Error, hide_parameters=True, dialect=dialect
    )
