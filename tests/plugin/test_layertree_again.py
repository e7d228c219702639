"""A second run in a project that shows the first: layers keep their places, looks that a person changed stay."""

from __future__ import annotations

import shutil

import pytest

pytestmark = pytest.mark.qgis


@pytest.fixture
def tree(desk, town_files, until):
    """The town's result, shown."""
    desk.layertree.show_result(town_files[1])
    until(lambda: not desk.layertree.busy)
    return desk.layertree


@pytest.fixture
def show(tree, until):
    """Shows another result and waits for it."""

    def shown_result(path):
        tree.show_result(path)
        until(lambda: not tree.busy)

    return shown_result


def groups(project):
    """The names of the groups and layers under the plugin's own group, by path."""
    found = {}

    def walk(group, path):
        for child in group.children():
            here = f"{path}/{child.name()}"
            found[here] = child
            if hasattr(child, "children") and not hasattr(child, "layer"):
                walk(child, here)

    walk(project.layerTreeRoot(), "")
    return found


def copied(folder, town_files):
    """The town's result once more under another name."""
    folder.mkdir(exist_ok=True)
    return shutil.copy(town_files[1], folder / "result.gpkg")


def test_a_second_run_takes_the_places_of_the_first(tree, show, project, town_files, tmp_path):
    layer = tree.layer("unreached:park")
    node = project.layerTreeRoot().findLayer(layer.id())
    node.setItemVisibilityChecked(True)
    before = [found.name() for found in project.layerTreeRoot().findLayers()]
    show(copied(tmp_path, town_files))
    assert tree.layer("unreached:park").id() == layer.id()
    assert str(tmp_path) in layer.source()
    assert node.itemVisibilityChecked()
    assert [found.name() for found in project.layerTreeRoot().findLayers()] == before


def test_looks_that_a_person_changed_stay(tree, show, town_files, tmp_path):
    from qgis.core import QgsSingleSymbolRenderer, QgsSymbol

    changed, untouched = tree.layer("ledger"), tree.layer("areas_out")
    changed.setRenderer(QgsSingleSymbolRenderer(QgsSymbol.defaultSymbol(changed.geometryType())))
    show(copied(tmp_path, town_files))
    assert changed.renderer().type() == "singleSymbol"
    assert untouched.renderer().type() == "RuleRenderer"


def test_earlier_results_are_kept_where_the_setting_says_so(tree, show, project, settings, town_files, tmp_path):
    settings.setValue("community3d/keep_history", True)
    show(copied(tmp_path, town_files))
    earlier = [path for path in groups(project) if "Earlier · " in path]
    assert any(path.endswith("/Coverage ledger") for path in earlier)
    assert str(tmp_path) in tree.layer("ledger").source()


def test_stale_results_say_so_in_their_names_and_data_do_not(tree):
    tree.mark_stale(True)
    assert tree.layer("ledger").name() == "Coverage ledger (out of date)"
    assert tree.layer("facilities").name() == "Facilities"
    tree.mark_stale(False)
    assert tree.layer("ledger").name() == "Coverage ledger"


def test_a_workspace_shows_its_tables_and_the_result_does_not_show_them_twice(desk, project, town_files, until):
    desk.binding.bind(town_files[0])
    desk.layertree.show_workspace(town_files[0])
    desk.layertree.show_result(town_files[1])
    until(lambda: not desk.layertree.busy)
    named = [node.name() for node in project.layerTreeRoot().findLayers()]
    assert named.count("Facilities") == 1
    assert str(town_files[0]) in desk.layertree.layer("facilities").source()
