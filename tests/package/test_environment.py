"""Packages of a version that does not do: the refusal names the version found and the one that is needed."""

from __future__ import annotations

from importlib import metadata

import pandas as pd
import pytest
from community3d.layers.errors import InputError
from community3d.processing import environment


@pytest.fixture
def versions(monkeypatch):
    """The versions that the packages say they have."""
    stated: dict[str, str] = {}
    real = metadata.version
    monkeypatch.setattr(metadata, "version", lambda name: stated.get(name) or real(name))
    return stated


def test_an_old_package_is_refused(versions):
    versions["shapely"] = "1.8.5"
    with pytest.raises(InputError, match=r"The package shapely is too old: 1.8.5; version 2.0 or newer is needed"):
        environment.require(environment.ENGINE)


def test_a_pandas_that_nobody_has_tried_is_refused(versions):
    versions["pandas"] = "4.0.0"
    with pytest.raises(InputError, match=r"The package pandas is too new: 4.0.0; a version below 4.0 is needed"):
        environment.require(environment.ENGINE)


@pytest.mark.parametrize("version", ["1.5.3", "2.3.3", "3.0.6"])
def test_every_pandas_from_one_and_a_half_to_three_is_fine(versions, version):
    versions["pandas"] = version
    environment.require(environment.ENGINE)


def test_texts_are_objects_in_every_pandas():
    # pandas 3 would make NaN of None, and tests for None would not find it.
    environment.load_engine()
    texts = pd.DataFrame({"road": ["人民路", None]})["road"]
    assert texts.dtype == object
    assert texts[1] is None


@pytest.mark.parametrize("name", ["wheelhouse", "bundle"])
def test_no_package_that_is_refused_is_carried_over(root, name):
    floor, limit = (".".join(map(str, versions["pandas"])) for versions in (environment.ENGINE, environment.BELOW))
    assert f'"pandas>={floor},<{limit.removesuffix(".0")}"' in (root / ".ci" / f"{name}.py").read_text(encoding="utf-8")
