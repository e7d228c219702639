"""Tables as text: each row is loaded or set apart with its line and the reason."""

from __future__ import annotations

import csv
import io

import pandas as pd
import pytest
from community3d.layers.errors import InputError
from community3d.layers.incoming import text_table
from community3d.layers.incoming.files import read_table
from community3d.layers.incoming.plain_lines import plain_columns
from community3d.layers.incoming.text_table import delimiter_of, read_text_table
from hypothesis import given, settings
from hypothesis import strategies as st

FIELD = st.text(st.sampled_from('ab1, ;"\n|\t路号'), max_size=6)


def read(words: str | bytes, **options):
    return read_text_table(words if isinstance(words, bytes) else words.encode(), name="t.csv", **options)


def apart(table):
    return [(misfit.line, str(misfit.reason)) for misfit in table.misfits]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "utf-16"])
def test_delimiter_and_encoding_are_recognised(delimiter, codec):
    words = "编号,地址,户数\n1,长江路18号,26\n2,东吴南路3号,8\n".replace(",", delimiter)
    table = read(words.encode(codec))
    assert table.frame.to_dict("list") == {"编号": ["1", "2"], "地址": ["长江路18号", "东吴南路3号"], "户数": ["26", "8"]}
    assert table.lines.tolist() == [2, 3]


def test_signs_inside_fields_do_not_mislead():
    # AMap writes its three types with semicolons.
    assert delimiter_of("name,type\n甲,体育;影剧院;剧场\n乙,科教;学校;中学\n") == ","


def test_rows_with_too_many_or_too_few_fields_are_set_apart():
    table = read("id,name\n1,a\n2,b,c\n3\n4,d,\n")
    assert table.frame["id"].tolist() == ["1", "4"]
    assert apart(table) == [(3, "The row has 3 fields instead of 2."), (4, "The row has 1 fields instead of 2.")]
    assert table.misfits[0].fields == ("2", "b", "c")
    assert table.rows_read == 4


def test_quoted_newlines_belong_to_their_row_and_lines_are_those_of_the_file():
    table = read('id,note\r\n1,"two\r\nlines"\r\n2,"a ""word"""\r\n')
    assert table.frame["note"].tolist() == ["two\r\nlines", 'a "word"']
    assert table.lines.tolist() == [2, 4]


def test_a_quotation_mark_that_is_not_closed_costs_one_row():
    table = read('id,name\n1,a\n2,"b\n3,c\n4,d\n')
    assert table.frame["id"].tolist() == ["1", "3", "4"]
    assert [line for line, _ in apart(table)] == [3]
    assert "quotation mark" in apart(table)[0][1]


def test_inches_inside_a_field_are_no_quotation_marks():
    assert read('id,name\n1,pipe 12" wide\n2,b\n').frame["name"].tolist() == ['pipe 12" wide', "b"]


def test_rows_in_another_encoding_are_set_apart():
    rows = ["编号,地址\n", "1,长江路18号\n", "2,东吴南路3号\n", "3,人民路5号\n"]
    utf8 = b"".join(row.encode("gbk" if number == 2 else "utf-8") for number, row in enumerate(rows))
    gbk = b"".join(row.encode("utf-8" if number == 2 else "gbk") for number, row in enumerate(rows))
    assert apart(read(utf8)) == [(3, "The row has bytes that are not UTF-8: it is damaged or in another encoding.")]
    assert apart(read(gbk)) == [(3, "The row is in UTF-8, not in GB18030 as the rest of the file.")]
    assert read(gbk).frame["编号"].tolist() == read(utf8).frame["编号"].tolist() == ["1", "3"]


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "big5", "utf-16-le"])
def test_a_file_cut_in_the_middle_of_a_character_loses_its_last_row_only(codec):
    table = read("編號,地址\n1,元州街\n2,大勇路".encode(codec)[:-1], encoding=codec)
    assert table.frame["編號"].tolist() == ["1"]
    assert [line for line, _ in apart(table)] == [3]


def test_nul_characters_are_set_apart():
    assert apart(read(b"id,name\n1,a\n2,b\0\n3,c\n")) == [(3, "The row has NUL characters: it is damaged.")]


def test_blank_rows_are_counted():
    table = read("id,name\n\n1,a\n , \n,\n2,b\n\n")
    assert table.frame["id"].tolist() == ["1", "2"]
    assert table.lines.tolist() == [3, 6]
    assert [str(note) for note in table.notes] == ["Blank rows passed over: 4."]


def test_equal_names_are_told_apart():
    table = read("id,Name,name,\n1,a,b,\n")
    assert table.frame.columns.tolist() == ["id", "Name", "name_2"]
    assert "stands more than once" in str(table.notes[0])


def test_titles_above_the_heading_are_passed_over():
    table = read("长桥街道门牌清单,,\n,,2026年\n编号,地址,户数\n1,长江路,2\n2,东吴路,3\n")
    assert table.frame.columns.tolist() == ["编号", "地址", "户数"]
    assert table.lines.tolist() == [4, 5]
    assert [str(note) for note in table.notes] == ["Rows above the heading that were passed over: 2."]


def test_rows_whose_cells_are_names_too_are_no_heading():
    # 小区 and 街道 are names of columns, here they are kinds of land.
    table = read("编号,名称,甲,乙\n1,小区,街道,社区\n2,小区,街道,网格\n")
    assert (table.frame["编号"].tolist(), table.lines.tolist()) == (["1", "2"], [2, 3])


def test_a_table_without_heading_gets_one():
    table = read("1,长江路,120.5\n2,东吴路,120.6\n")
    assert table.frame.columns.tolist() == ["column_1", "column_2", "column_3"]
    assert len(table.frame) == 2


@pytest.mark.parametrize("content", [b"", b"\n\n", b" , \n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_a_file_without_content_is_refused(content):
    with pytest.raises(InputError, match=r"t\.csv holds no table"):
        read(content)


def test_a_filter_is_not_ignored(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("id,name\n1,a\n")
    with pytest.raises(InputError, match="works on layers only"):
        read_table(f"{path}|subset=id=1")


def test_old_macs_ended_lines_otherwise():
    assert read("id,name\r1,a\r2,b\r").frame["name"].tolist() == ["a", "b"]


@settings(max_examples=40, deadline=None)
@given(rows=st.lists(st.tuples(FIELD, FIELD), max_size=30))
def test_what_was_written_is_read_back_with_its_line(rows):
    rows = [("编号", "地址"), *[(f"n{number}{first}", second) for number, (first, second) in enumerate(rows)]]
    out = io.StringIO(newline="")
    writer, starts = csv.writer(out, lineterminator="\n"), []
    for row in rows:
        starts.append(out.getvalue().count("\n") + 1)
        writer.writerow(row)
    table = read(out.getvalue())
    assert list(zip(table.frame["编号"], table.frame["地址"].fillna(""))) == rows[1:]
    assert table.lines.tolist() == starts[1:]
    assert not table.misfits


@settings(max_examples=60, deadline=None)
@given(words=st.text(st.sampled_from('ab,"\n'), max_size=60))
def test_no_line_is_lost_whatever_the_quotation_marks(words):
    # Ten more rows make comma the delimiter; each line of content is in the frame, set apart or inside a quoted field.
    table = read("x,y\n" + "1,2\n" * 10 + words)
    content = [line for line in words.split("\n") if line.strip(", \n")]
    found = "".join(table.frame.fillna("").to_numpy().ravel()) + "".join("".join(misfit.fields) for misfit in table.misfits)
    unclosed = [misfit for misfit in table.misfits if not misfit.fields]
    assert len(unclosed) or found.count("a") + found.count("b") == "".join(content).count("a") + "".join(content).count("b")
    starts = [*table.lines.tolist(), *[misfit.line for misfit in table.misfits]]
    assert len(set(starts)) == len(starts)


LINE = st.text(st.sampled_from('ab ,,,"\r😀路'), max_size=12)


@settings(max_examples=150, deadline=None)
@given(
    lines=st.lists(st.tuples(st.one_of(LINE, st.just("1,甲,2")), st.sampled_from(["\n", "\r\n"])), max_size=40),
    longest=st.sampled_from([9, 10**5]),
)
def test_pieces_without_quotation_marks_are_read_as_csv_reads_them(lines, longest):
    words = "编号,地址,户数\n" + "1,甲路1号,2\n" * 70 + "".join(map("".join, lines))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text_table, "LONGEST_FIELD", longest)
        patch.setattr("community3d.layers.incoming.lines.PIECE_BYTES", 40)
        quickly = read(words)
        patch.setattr(text_table.Lines, "piece", lambda _self: None)
        slowly = read(words)
    pd.testing.assert_frame_equal(quickly.frame, slowly.frame)
    assert quickly.lines.tolist() == slowly.lines.tolist()
    assert [(*line, misfit.fields) for line, misfit in zip(apart(quickly), quickly.misfits)] == [
        (*line, misfit.fields) for line, misfit in zip(apart(slowly), slowly.misfits)
    ]
    assert list(map(str, quickly.notes)) == list(map(str, slowly.notes))


def test_lines_without_quotation_marks_are_columns():
    found = plain_columns("1,a\r\n2,b,\r\n3\r\n,\r\n" + "4,😀\r\n" * 30, ",", 2, longest=10)
    assert [column[:4] for column in found.columns] == [["1", "2", "", "4"], ["a", "b", "", "😀"]]
    assert (found.rows[:4].tolist(), found.odd) == ([0, 1, 3, 4], {2: ["3"]})
    assert plain_columns("1,a\n2,bbbbbbbbb\n", ",", 2, longest=10) is None  # csv reads no field of more than ten characters


@settings(max_examples=60, deadline=None)
@given(data=st.binary(max_size=300))
def test_any_bytes_are_a_table_or_refused(data):
    try:
        table = read(data)
    except InputError:
        return
    assert len(table.lines) == len(table.frame)


@pytest.mark.long
def test_a_million_rows_are_read_within_reason(tmp_path):
    row = "{0},江苏省苏州市吴中区长桥街道长江路{1}号{1}幢,长江路,{1},120.{0},31.{0},{1}\n"
    words = "编号,地址,路名,号,经度,纬度,户数\n" + "".join(row.format(number, number % 900) for number in range(1_000_000)) + "坏行\n"
    table = read(words.encode("gbk"))
    assert (len(table.frame), apart(table)) == (1_000_000, [(1_000_002, "The row has 1 fields instead of 7.")])
