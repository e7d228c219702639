"""Every algorithm's declaration, checked at once."""

from __future__ import annotations

import inspect
import re

import pytest

pytestmark = pytest.mark.qgis


@pytest.fixture(scope="module")
def algorithms(qgis_app):
    from community3d.processing.provider import ALGORITHMS

    made = [algorithm() for algorithm in ALGORITHMS]
    for algorithm in made:
        algorithm.initAlgorithm({})
    return made


def each(algorithms):
    return [(algorithm, definition) for algorithm in algorithms for definition in algorithm.parameterDefinitions()]


def test_names_titles_and_sentences_are_there(algorithms):
    for algorithm in algorithms:
        assert re.fullmatch(r"[a-z]+", algorithm.name())
        assert algorithm.displayName()
        assert algorithm.shortDescription().endswith(".")
        assert algorithm.group()
        assert algorithm.tags()


def test_every_input_has_a_help_of_one_sentence(algorithms):
    for algorithm, definition in each(algorithms):
        if not definition.isDestination():
            assert definition.help().rstrip().endswith("."), (algorithm.name(), definition.name())


def test_units_stand_in_the_labels(algorithms):
    for algorithm, definition in each(algorithms):
        if definition.name().endswith("_M"):
            assert "(m)" in definition.description(), (algorithm.name(), definition.name())


def test_no_label_stands_twice_in_one_dialog(algorithms):
    for algorithm in algorithms:
        labels = [definition.description() for definition in algorithm.parameterDefinitions()]
        assert len(labels) == len(set(labels)), algorithm.name()


def test_compute_takes_each_parameter_by_its_key(algorithms):
    for algorithm in algorithms:
        taken = inspect.signature(algorithm.compute).parameters
        free = any(parameter.kind is parameter.VAR_KEYWORD for parameter in taken.values())
        # SCENARIO is the base's own: it writes a run down after compute.
        definitions = [d for d in algorithm.parameterDefinitions() if d.name() != "SCENARIO"]
        given = {d.name().lower() for d in definitions if d.type() != "vectorDestination"}
        assert free or given == set(taken) - {"progress"}, algorithm.name()
        assert set(taken) - {"progress", "others"} <= given, algorithm.name()


def test_icons_exist(algorithms):
    from community3d.styles import look

    for algorithm in algorithms:
        assert look.icon(algorithm.name()).is_file()


def test_the_help_panel_names_every_key(algorithms):
    for algorithm, definition in each(algorithms):
        assert f"<code>{definition.name()}</code>" in algorithm.shortHelpString()


def test_figures_have_a_meaning(algorithms):
    from community3d.processing.algorithms.helptext import FIGURES

    for algorithm in algorithms:
        missing = [name for name in algorithm.FIGURES if name not in FIGURES]
        assert not missing, (algorithm.name(), missing)


def test_the_version_is_that_of_the_metadata(root):
    from community3d.processing.algorithms.base import VERSION

    assert f"\nversion={VERSION}\n" in (root / "metadata.txt").read_text(encoding="utf-8")
