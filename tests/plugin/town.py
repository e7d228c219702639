"""The sample town as files: its workspace and the result of a check, made once for all tests of layers and maps."""

from __future__ import annotations

from pathlib import Path


def write_town(folder: Path, *, language: str = "en") -> tuple[Path, Path]:
    """workspace.gpkg and result.gpkg of the town."""
    from community3d.processing import environment

    # As in QGIS: first the packages, so that they keep to their own GEOS.
    environment.load_engine()
    import pandas as pd
    from community3d.layers.problems import problem_frame
    from community3d.layers.profiles import WALKERS, profile
    from community3d.layers.progress import SILENT
    from community3d.layers.sample.town import sample_town
    from community3d.layers.workspace import Workspace, write_workspace
    from community3d.processing.algorithms.resulting import write_database
    from community3d.processing.engine.check import district_check
    from community3d.processing.engine.results import Settings

    tables, crs = sample_town(), "EPSG:4549"
    workspace, result = folder / "workspace.gpkg", folder / "result.gpkg"
    write_workspace(workspace, tables, crs)
    sources = pd.DataFrame(columns=["table", "source", "rows_read", "rows_loaded", "rows_rejected", "crs"])
    used = {"INPUT": str(workspace), "PROFILE": "tdt1063", "WALKER": "planning", "WEIGHT": "households"}
    given = Workspace(workspace, crs, tables, problem_frame([], crs=crs), sources)
    results = district_check(given, settings=Settings(profile("tdt1063"), WALKERS["planning"]), parameters=used)
    write_database(result, results, language=language, version="0.1.0", progress=SILENT)
    return workspace, result
