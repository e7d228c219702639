"""Rows written as pages: SQLite reads back what was put in, finds nothing amiss, and goes on writing."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from community3d.layers import pages
from community3d.layers.records import Field, blobs, nulls, reals, taken, texts, wholes, words

WHOLE = [0, 1, -1, 2, 127, 128, -128, -129, 2**15 - 1, 2**15, -(2**15), 2**23, 2**31, -(2**31), 2**47 - 1, 2**47, 2**63 - 1, -(2**63)]


def database(folder: Path, *before: str, columns: str = "a") -> Path:
    path = folder / "file.db"
    with closing(sqlite3.connect(path)) as connection:
        for command in (*before, f"CREATE TABLE t (id INTEGER PRIMARY KEY, {columns})", "CREATE TABLE other (x)"):
            connection.execute(command)
        connection.execute("INSERT INTO other VALUES (42)")
        connection.commit()
    return path


def append(path: Path, *fields: Field, names: tuple[str, ...] = ("id", "a"), first: int = 1) -> bool:
    count = fields[0].count
    return pages.append_rows(path, "t", names, [(np.arange(count) + first, [nulls(count), *fields])])


def ask(path: Path, query: str) -> list[tuple]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def whole(values: list[int]) -> Field:
    return wholes(np.array(values), np.zeros(len(values), bool))


def is_sound(path: Path) -> bool:
    return ask(path, "PRAGMA integrity_check") == [("ok",)] and ask(path, "SELECT x FROM other") == [(42,)]


def test_whole_numbers_of_every_size_come_back(tmp_path):
    path = database(tmp_path)
    assert append(path, whole(WHOLE))
    assert [value for (value,) in ask(path, "SELECT a FROM t ORDER BY id")] == WHOLE
    assert is_sound(path)


def test_numbers_and_words_of_any_length_stand_side_by_side(tmp_path):
    path = database(tmp_path, columns="a, b, c, d")
    numbers, said = [300, 2**60, 0, -5], ["", "too far", "x" * 40, "ok"]
    fields = [
        whole(numbers),
        taken(texts(["no", "nearly"]), np.array([1, 0, 0, 1])),
        texts(said),
        reals(np.array([1.5, np.nan, 0.0, -2.0])),
    ]
    assert append(path, *fields, names=("id", "a", "b", "c", "d"))
    assert ask(path, "SELECT * FROM t") == [
        (1, 300, "nearly", "", 1.5),
        (2, 2**60, "no", "too far", None),
        (3, 0, "no", "x" * 40, 0.0),
        (4, -5, "nearly", "ok", -2.0),
    ]


def test_a_missing_number_is_nothing(tmp_path):
    path = database(tmp_path, columns="a, b")
    assert append(path, wholes(np.array([7, 0]), np.array([False, True])), reals(np.array([np.nan, 0.5])), names=("id", "a", "b"))
    assert ask(path, "SELECT * FROM t") == [(1, 7, None), (2, None, 0.5)]


def test_text_of_every_length_comes_back(tmp_path):
    path, said = database(tmp_path), ["路" * length for length in range(0, 1300, 7)]
    assert append(path, texts(said))
    assert [value for (value,) in ask(path, "SELECT a FROM t ORDER BY id")] == said
    assert is_sound(path)


def test_text_with_the_sign_between_words_comes_back(tmp_path):
    path = database(tmp_path)
    assert append(path, texts(["a\0b", "", "c"]))
    assert ask(path, "SELECT cast(a AS BLOB) FROM t") == [(b"a\0b",), (b"",), (b"c",)]


def test_words_and_blobs_keep_their_kind_and_may_stand_in_many_rows(tmp_path):
    path = database(tmp_path)
    assert append(path, taken(words(["ok", None, b"\x01\x02"]), np.array([0, 0, 2, 1, 0])))
    assert ask(path, "SELECT a, typeof(a) FROM t")[1:4] == [("ok", "text"), (b"\x01\x02", "blob"), (None, "null")]


def test_a_table_of_three_hundred_columns_has_longer_heads(tmp_path):
    names = [f"c{n}" for n in range(300)]
    path = database(tmp_path, columns=", ".join(names))
    fields = [whole([n, n + 1, -n]) if n % 3 else texts(["x" * n, "y", ""]) for n in range(300)]
    assert append(path, *fields, names=("id", *names)) is False  # a page of 4,096 bytes is too small for such rows
    path.unlink()
    path = database(tmp_path, "PRAGMA page_size = 65536", columns=", ".join(names))
    assert append(path, *fields, names=("id", *names))
    assert ask(path, "SELECT c1, c3, c200, c297 FROM t") == [(1, "xxx", 200, "x" * 297), (2, "y", 201, "y"), (-1, "", -200, "")]
    assert is_sound(path)


def test_a_tree_of_four_levels_finds_every_row(tmp_path):
    path = database(tmp_path, "PRAGMA page_size = 512")
    rows = 60_000
    bodies = np.random.default_rng(1).integers(0, 256, (rows, 150), dtype=np.uint8)
    assert append(path, blobs(bodies), first=100)
    assert is_sound(path)
    assert ask(path, "SELECT count(*), min(id), max(id) FROM t") == [(rows, 100, rows + 99)]
    for row in (0, 1, 30_000, rows - 1):
        assert ask(path, f"SELECT a FROM t WHERE id = {row + 100}") == [(bodies[row].tobytes(),)]


def test_sqlite_goes_on_writing(tmp_path):
    path = database(tmp_path)
    assert append(path, texts([f"word {n}" for n in range(20_000)]))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM t WHERE id % 3 = 0")
        connection.execute("UPDATE t SET a = a || a || a WHERE id % 5 = 0")
        connection.execute("INSERT INTO t (a) VALUES ('new')")
        connection.execute("CREATE INDEX words ON t (a)")
        connection.commit()
    assert is_sound(path)
    assert ask(path, "SELECT id FROM t WHERE a = 'new'") == [(20_001,)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("PRAGMA journal_mode = WAL", ""),
        ("PRAGMA auto_vacuum = FULL", ""),
        ("PRAGMA encoding = 'UTF-16le'", ""),
        ("PRAGMA legacy_file_format = ON", "INSERT INTO t VALUES (1, 'there')"),
        ("PRAGMA page_size = 512", "CREATE INDEX i ON t (a)"),
        ("PRAGMA page_size = 512", "ALTER TABLE t ADD COLUMN b"),
    ],
)
def test_a_file_of_another_form_is_left_to_sqlite_as_it_was(tmp_path, before, after):
    path = database(tmp_path, before)
    ask_and_keep(path, after)
    content = path.read_bytes()
    assert not append(path, texts(["one", "two"]))
    assert path.read_bytes() == content


def ask_and_keep(path: Path, command: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(command)
        connection.commit()


def test_a_row_longer_than_a_page_leaves_the_file_as_it_was(tmp_path):
    path = database(tmp_path)
    content = path.read_bytes()
    fields = [[nulls(2), texts(["short", "short"])], [nulls(2), texts(["short", "x" * 5000])]]
    assert not pages.append_rows(path, "t", ("id", "a"), [(np.array([1, 2]), fields[0]), (np.array([3, 4]), fields[1])])
    assert path.read_bytes() == content


def test_the_page_at_one_gibibyte_is_never_used(tmp_path):
    # SQLite keeps its locks there. The file is made that long without content, which most disks do not store.
    path = database(tmp_path)
    locked = 2**30 // 4096 + 1
    with path.open("r+b") as file:
        file.truncate((locked - 3) * 4096)
        file.seek(28)
        file.write(np.array([locked - 3], ">u4").tobytes())
    said = [f"{n:0200d}" for n in range(200)]
    assert append(path, texts(said))
    assert [value for (value,) in ask(path, "SELECT a FROM t ORDER BY id")] == said
    with path.open("rb") as file:
        file.seek((locked - 2) * 4096)
        leaf, unused, next_leaf = file.read(4096), file.read(4096), file.read(4096)
    assert (leaf[0], next_leaf[0]) == (pages.LEAF, pages.LEAF)
    assert not any(unused)
