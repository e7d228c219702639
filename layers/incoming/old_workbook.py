"""Sheets of old .xls workbooks, where GDAL has a driver for them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from ..arrow import tidy
from ..errors import InputError
from ..progress import SILENT, Progress
from ..reading import source_of
from ..words import text
from .headings import header_of
from .layer import configured, read_gdal_layer
from .table import Table, column_names

DRIVER = "XLS"
HEAD_ROWS = 40


def read_old_workbook(source: str, path: Path, *, progress: Progress = SILENT) -> Table:
    """The rows of a sheet: the one named, else the only one. All values are text, as this GDAL reads them.

    Raises InputError where there is no driver, or the workbook is protected by a password.
    """
    from osgeo import ogr

    refused = text("{path} is an old .xls workbook or protected by a password. Save it as .xlsx without a password.", path=str(path))
    if ogr.GetDriverByName(DRIVER) is None:
        raise InputError(refused)
    with configured("OGR_XLS_HEADERS", "DISABLE"), configured("OGR_XLS_FIELD_TYPES", "STRING"):
        try:
            frame = read_gdal_layer(_with_sheet(source), path, progress=progress)
        except InputError as error:
            if "cannot be read" in str(error):
                raise InputError(refused) from error
            raise
    rows = pd.DataFrame(frame).astype(object).where(frame.notna(), None).to_numpy(object).tolist()
    header = header_of(rows[:HEAD_ROWS])
    if header is None:
        raise InputError(text("{name} holds no table: it has no row with content.", name=str(path)))
    width = max(map(len, rows))
    names, notes = column_names([*header.cells, *[""] * (width - len(header.cells))])
    lines = np.arange(1, len(rows) + 1)[header.first_row :]
    filled = [any(cell not in (None, "") for cell in row) for row in rows[header.first_row :]]
    body = [row for row, there in zip(rows[header.first_row :], filled) if there]
    columns = {name: tidy([row[position] or None for row in body]) for position, name in enumerate(names)}
    kept = {name: values for name, values in columns.items() if name in header.cells or not pd.isna(values).all()}
    return Table(pd.DataFrame(kept), lines[np.array(filled, bool)], notes=(*header.notes, *notes))


def _with_sheet(source: str) -> str:
    """The source as GDAL's layers are named: a sheet is one."""
    parts = source_of(source)
    return source if parts.layer is None else f"{parts.path}|layername={parts.layer}"
