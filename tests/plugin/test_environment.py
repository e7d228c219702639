"""The environment check: what it lists, the commands by system, and the window."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis
PINS = {"numpy": "1.24.2", "pandas": "1.5.3", "scipy": "1.10.1"}


def test_every_package_that_a_run_asks_for_has_a_line(qgis_app):
    from community3d.processing import environment
    from community3d.processing.components import OK, components

    lines = {line.name: line for line in components()}
    asked = {**environment.ENGINE, **environment.REPORT, **environment.WORKBOOK, **environment.SCENE, **environment.WORD}
    assert set(asked) <= set(lines)
    assert {lines[name].state for name in asked} == {OK}
    assert {lines[name].switched_off for name in asked} == {""}


def test_an_absent_package_switches_off_what_needs_it_and_nothing_else(qgis_app, monkeypatch):
    from community3d.processing import components

    here = components.installed
    monkeypatch.setattr(components, "installed", lambda name: "" if name == "pydeck" else here(name))
    lines = components.components()
    assert [(line.name, line.state, line.switched_off) for line in lines if line.switched_off] == [("pydeck", "missing", "3D scene")]
    assert components.missing(lines) == {"pydeck": (0, 9)}


def test_an_old_package_is_told_from_an_absent_one(qgis_app, monkeypatch):
    from community3d.processing import components

    monkeypatch.setattr(components, "installed", lambda name: "1.8.5" if name == "shapely" else "99.0")
    monkeypatch.setattr(components, "_libraries", list)
    states = {line.name: line.state for line in components.components()}
    assert (states["shapely"], states["numpy"]) == ("old", "ok")


@pytest.mark.parametrize(
    ("system", "last"),
    [
        ("win32", r'python -m pip install --user --no-index --find-links D:\wheels "pydeck>=0.9"'),
        ("darwin", '"/Q/bin/python3" -m pip install --user "pydeck>=0.9" numpy==1.24.2 pandas==1.5.3 scipy==1.10.1'),
        ("linux", "PYTHONPATH=$(echo ~/community3d-env/lib/python3*/site-packages) qgis"),
    ],
)
def test_each_system_gets_its_own_command(qgis_app, system, last):
    from community3d.processing.remedies import remedies

    assert remedies({"pydeck": (0, 9)}, PINS, system=system, prefix="/Q")[-1].command == last


def test_what_is_there_stays_as_it_is_and_what_is_absent_is_not_pinned(qgis_app):
    from community3d.processing.remedies import remedies

    command = remedies({"pandas": (1, 5), "pydeck": (0, 9)}, PINS, system="win32")[0].command
    assert command == 'python -m pip install --user "pandas>=1.5,<4" "pydeck>=0.9" numpy==1.24.2 scipy==1.10.1'


def test_a_complete_computer_needs_no_command(qgis_app):
    from community3d.processing.remedies import remedies

    assert remedies({}, PINS) == []


def test_the_page_lists_all_lines_and_copies_a_report_without_the_user_s_folder(plugin, monkeypatch):
    from pathlib import Path

    from community3d.plugin.environment.part import Environment
    from community3d.processing import components
    from qgis.core import QgsApplication
    from qgis.PyQt.QtWidgets import QLineEdit, QPushButton, QTreeWidget

    here = components.installed
    monkeypatch.setattr(components, "installed", lambda name: "" if name == "pydeck" else here(name))
    part = Environment(plugin.desk)
    page = part.open()
    assert page.findChild(QTreeWidget, "components").topLevelItemCount() == len(components.components())
    shown = [line.text() for line in page.findChildren(QLineEdit)]
    assert any('"pydeck>=0.9"' in command for command in shown)
    page.findChild(QPushButton, "copy").click()
    copied = QgsApplication.clipboard().text()
    assert "pydeck" in copied
    assert str(Path.home()) not in copied.replace("/\n", "")
    part.remove()


def test_a_press_verifies_the_installation(plugin, until):
    from community3d.plugin.environment.part import Environment
    from qgis.PyQt.QtWidgets import QLabel, QPushButton

    part = Environment(plugin.desk)
    page = part.open()
    page.findChild(QPushButton, "verify").click()
    assert not page.findChild(QPushButton, "verify").isEnabled()
    until(lambda: not plugin.desk.runner.busy, seconds=120)
    answer = page.findChild(QLabel, "answer").text()
    part.remove()
    assert "11" in answer
    assert "correct" in answer


def test_a_package_that_does_not_know_its_version_is_believed(qgis_app, monkeypatch):
    # Debian's shapely says 0+unknown of itself.
    from importlib import metadata

    from community3d.processing import components, environment

    monkeypatch.setattr(metadata, "version", lambda name: "0+unknown")
    environment.require({"shapely": (2, 0)})
    monkeypatch.setattr(components, "_libraries", list)
    assert {line.state for line in components.components() if line.name == "shapely"} == {"ok"}
