"""Workbooks: stored values with the number of their row, headings over several rows, nothing harmful carried out."""

from __future__ import annotations

import datetime
import zipfile

import numpy as np
import pandas as pd
import pytest
import xlsxwriter
from community3d.layers.errors import InputError
from community3d.layers.incoming.files import read_table
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st


@pytest.fixture
def workbook(tmp_path):
    """Writes sheets of rows and returns the file."""

    def write(*, fill=None, **sheets):
        path = tmp_path / "门牌.xlsx"
        with xlsxwriter.Workbook(path, {"strings_to_formulas": False, "nan_inf_to_errors": True}) as book:
            for name, rows in sheets.items():
                sheet = book.add_worksheet(name)
                for number, row in enumerate(rows):
                    sheet.write_row(number, 0, row)
                if fill:
                    fill(book, sheet)
        return path

    return write


def changed(path, part, change):
    """The workbook with one of its parts changed."""
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    parts[part] = change(parts[part])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name, content)
    return path


ROWS = [["编号", "地址", "户数"], ["1", "长江路18号", 26], ["2", "东吴南路3号", 8.5]]


def test_text_stays_text_and_numbers_stay_numbers(workbook):
    table = read_table(str(workbook(门牌=ROWS)))
    assert table.frame.to_dict("list") == {"编号": ["1", "2"], "地址": ["长江路18号", "东吴南路3号"], "户数": [26.0, 8.5]}
    assert table.lines.tolist() == [2, 3]


def test_long_codes_keep_all_digits(workbook):
    table = read_table(str(workbook(a=[["code", "n"], [320506001012, 1], [320506001013, 2]])))
    assert table.frame["code"].tolist() == [320506001012, 320506001013]


def test_a_sheet_is_chosen_where_several_hold_something(workbook):
    path = workbook(门牌=ROWS, 设施=[["name"], ["甲"]], 空=[])
    with pytest.raises(InputError, match=r"has 2 sheets with content: 门牌, 设施\. Add \|sheet= and one of them\."):
        read_table(str(path))
    assert read_table(f"{path}|sheet=设施").frame["name"].tolist() == ["甲"]
    with pytest.raises(InputError, match=r"has no sheet 街道\. It has: 门牌, 设施, 空\."):
        read_table(f"{path}|sheet=街道")


def test_empty_sheets_beside_it_do_not_matter(workbook):
    assert len(read_table(str(workbook(Sheet1=ROWS, Sheet2=[], Sheet3=[]))).frame) == 2


def test_a_title_and_a_heading_of_two_rows_are_understood(workbook):
    def merged(book, sheet):
        sheet.merge_range("A1:E1", "长桥街道门牌清单")
        sheet.merge_range("A2:A3", "编号")
        sheet.merge_range("B2:C2", "坐标")
        sheet.merge_range("D2:E2", "人口")
        sheet.write_row("B3", ["X", "Y", "户数", "人数"])
        sheet.write_row("A4", ["M1", 120.5, 31.2, 5, 12])

    table = read_table(str(workbook(a=[], fill=merged)))
    assert table.frame.columns.tolist() == ["编号", "X", "Y", "户数", "人数"]
    assert table.lines.tolist() == [4]


def test_equal_names_below_merged_cells_are_told_apart_by_those_above(workbook):
    def merged(book, sheet):
        sheet.merge_range("A1:A2", "编号")
        sheet.merge_range("B1:C1", "2025年")
        sheet.merge_range("D1:E1", "2026年")
        sheet.write_row("B2", ["户数", "人数", "户数", "人数"])
        sheet.write_row("A3", ["M1", 1, 2, 3, 4])

    names = read_table(str(workbook(a=[], fill=merged))).frame.columns.tolist()
    assert names == ["编号", "2025年 户数", "2025年 人数", "2026年 户数", "2026年 人数"]


def test_dates_are_dates_and_times_are_text(workbook):
    def dated(book, sheet):
        sheet.write_datetime("B2", datetime.datetime(2026, 11, 20), book.add_format({"num_format": 'yyyy"年"m"月"d"日"'}))
        sheet.write_datetime("C2", datetime.time(8, 30), book.add_format({"num_format": "hh:mm"}))
        sheet.write_number("D2", 46346, book.add_format({"num_format": '0.00"days"'}))

    row = read_table(str(workbook(a=[["编号", "日期", "开门", "数"], ["1"]], fill=dated))).frame.iloc[0]
    assert row["日期"] == pd.Timestamp("2026-11-20")
    assert (row["开门"], row["数"]) == ("08:30", 46346)


def test_formulas_give_their_stored_value_and_nothing_else(workbook):
    def computed(book, sheet):
        sheet.write_formula("B2", "=1+1", None, 2)
        sheet.write_formula("B3", "=cmd|' /C calc'!A0", None, "")

    table = read_table(str(workbook(a=[["编号", "值"], ["1"], ["=cmd|' /C calc'!A0"]], fill=computed)))
    assert table.frame["编号"].tolist() == ["1", "=cmd|' /C calc'!A0"]
    assert table.frame["值"].tolist()[0] == 2
    assert np.isnan(table.frame["值"].tolist()[1])
    assert [str(note) for note in table.notes] == [
        "Formulas without a stored value, left empty: 1. Save the file once in a spreadsheet program."
    ]


def test_readings_of_characters_are_no_part_of_them(workbook):
    def with_reading(old):
        return old.replace("<t>长江路18号</t>".encode(), '<t>长江路18号</t><rPh sb="0" eb="2"><t>changjiang</t></rPh>'.encode())

    table = read_table(str(changed(workbook(a=ROWS), "xl/sharedStrings.xml", with_reading)))
    assert table.frame["地址"].tolist()[0] == "长江路18号"


def test_a_bomb_is_refused(workbook):
    path = changed(workbook(a=ROWS), "xl/worksheets/sheet1.xml", lambda old: old + b" " * 60_000_000)
    with pytest.raises(InputError, match=r"would unpack to 60 MB from 0\.1 MB: this is no table"):
        read_table(str(path))


def test_entities_are_refused(workbook):
    def declared(old):
        return old.replace(b"<sst", b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><sst', 1)

    with pytest.raises(InputError, match="declares entities of its own"):
        read_table(str(changed(workbook(a=ROWS), "xl/sharedStrings.xml", declared)))


def test_cells_far_away_do_not_fill_the_memory(workbook):
    path = changed(workbook(a=ROWS), "xl/worksheets/sheet1.xml", lambda old: old.replace(b'r="C3"', b'r="XFD3"'))
    with pytest.raises(InputError, match="has 16384 columns"):
        read_table(str(path))


def test_old_and_protected_workbooks_are_named(tmp_path):
    path = tmp_path / "old.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 600)
    with pytest.raises(InputError, match=r"old \.xls workbook or protected by a password"):
        read_table(str(path))


@pytest.mark.parametrize("content", [b"id,name\n1,a\n", b"PK\x03\x04 nothing more"])
def test_other_files_under_that_name_are_refused(tmp_path, content):
    path = tmp_path / "t.xlsx"
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"is no \.xlsx workbook|is damaged"):
        read_table(str(path))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(places=st.lists(st.tuples(st.integers(0, 20_000), st.integers(0, 255)), max_size=12), cut=st.integers(0, 9_000))
def test_a_mutated_workbook_is_read_or_refused(workbook, places, cut):
    path = workbook(门牌=ROWS)
    data = bytearray(path.read_bytes())
    for place, byte in places:
        data[place % len(data)] = byte
    path.write_bytes(bytes(data[: len(data) - cut] if cut < len(data) - 4 else data))
    try:
        read_table(str(path))
    except InputError:
        return


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(places=st.lists(st.tuples(st.integers(0, 3_000), st.sampled_from(list(b"<>/\"'=r0A9stv&;\xff\0 "))), max_size=8))
def test_mutated_xml_inside_is_read_or_refused(workbook, places):
    def mutated(old):
        data = bytearray(old)
        for place, byte in places:
            data[place % len(data)] = byte
        return bytes(data)

    path = workbook(门牌=ROWS)
    for part in ("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"):
        try:
            read_table(str(changed(path, part, mutated)))
        except InputError:
            continue
