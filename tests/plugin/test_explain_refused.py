"""What the explanation says where a ledger is missing or does not fit its network any more."""

from __future__ import annotations

import pytest

from .desktop import click_on, line, part_of

pytestmark = pytest.mark.qgis


def test_a_ledger_that_was_changed_does_not_get_a_walk_that_disagrees(plugin, town_files, tmp_path, until):
    import shutil
    import sqlite3

    path = shutil.copy(town_files[1], tmp_path / "result.gpkg")
    with sqlite3.connect(path) as connection:
        triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'ledger'").fetchall()
        for (name,) in triggers:
            connection.execute(f'DROP TRIGGER "{name}"')
        connection.execute("UPDATE ledger SET market_m = 131 WHERE doorplate_id = 'D01'")
    connection.close()
    plugin.desk.layertree.show_result(path)
    until(lambda: not plugin.desk.layertree.busy)
    part = click_on(plugin, "D01", until)
    assert line(part, "Wet market")[4] == "The walk does not agree with the ledger."
    assert line(part, "Health care")[4] == ""


def test_without_a_ledger_the_tool_says_what_to_do_first(plugin):
    part = part_of(plugin)
    part.action.setChecked(True)
    assert "step ③" in part.section.head.text()
