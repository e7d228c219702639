"""Packages of a version that does not do: the refusal names the version found and the one that is needed."""

from __future__ import annotations

from importlib import metadata

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


def test_pandas_3_is_refused(versions):
    # Under it, rooms written in texts were not cut at the door.
    versions["pandas"] = "3.1.1"
    with pytest.raises(InputError, match=r"The package pandas is too new: 3.1.1; a version below 3.0 is needed"):
        environment.require(environment.ENGINE)


@pytest.mark.parametrize("version", ["1.5.3", "2.3.3"])
def test_older_pandas_are_fine(versions, version):
    versions["pandas"] = version
    environment.require(environment.ENGINE)
