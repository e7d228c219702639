"""verify: the sample town recomputed on this computer, beside the answers worked out on paper."""

from __future__ import annotations

import math
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ...i18n import tr, translator
from ...layers.errors import InputError
from ...layers.progress import Progress
from ...layers.words import Text, render, text
from .. import environment
from . import parameters
from .base import CHECKS, Algorithm, Outcome
from .districtcheck import FILES, write_parts
from .settings import settings

if TYPE_CHECKING:
    import pandas as pd

    from ..engine.acceptance import Finding
    from ..engine.results import Results

NEEDS = {"report": environment.REPORT, "xlsx": environment.WORKBOOK, "scene": environment.SCENE}
# (120° E, 31° N) lies on the central meridian: easting 500 km, northing the meridian's arc from the equator. CGCS2000:
# 111132.9525494 × 31 − 16038.5084 sin 62° + 16.8326 sin 124° − 0.0220 sin 186° = 3,430,974.324 m.
PLACE = (120.0, 31.0)
ON_PLANE = (500_000.0, 3_430_974.324)
# github.com/wandergis/coordtransform prints this pair for Tian'anmen.
TRUE_PLACE, SHIFTED_PLACE = (116.404, 39.915), (116.41024449916938, 39.91640428150164)
PLANE_M, DEGREES = 0.001, 1e-7


class Verify(Algorithm):
    """Recomputes the sample town."""

    NAME = "verify"
    GROUP = CHECKS
    TAGS = ("acceptance", "self-test", "installation", "验收", "自检", "安装", "yzaz")
    FIGURES = {"FIRST_WORD": str, "ITEMS": float, "ITEMS_SAME": float, "ITEMS_NOT_CHECKED": float, "FACTS": float}

    def title(self) -> str:
        """Short name."""
        return tr("Verify installation")

    def about(self) -> str:
        """One sentence."""
        return tr("Computes the sample town on this computer and compares every answer with those worked out on paper.")

    def inputs(self) -> Iterator[parameters.Parameter]:
        """Only where to."""
        yield parameters.vector_output("OUTPUT", tr("Verification"))

    def compute(self, *, progress: Progress) -> Outcome:
        """Write, read, decide, write all parts; raises InputError that names each item that differs."""
        from ..engine.acceptance import NOT_CHECKED, SAME, different, town_findings

        with tempfile.TemporaryDirectory(prefix="community3d-") as folder:
            results = _checked(Path(folder), progress.part(0, 0.4))
            files = _file_findings(Path(folder), results, progress.part(0.4, 1))
        findings = [*town_findings(results), *_coordinate_findings(), *files]
        wrong = different(findings)
        if wrong:
            raise InputError(
                text("This installation computes otherwise than it should. Send these lines to who maintains it."), *map(_line, wrong)
            )
        verdicts = [finding.verdict for finding in findings]
        same, facts = verdicts.count(SAME), sum(finding.agreeing for finding in findings)
        figures = {"ITEMS": len(findings), "ITEMS_SAME": same, "ITEMS_NOT_CHECKED": verdicts.count(NOT_CHECKED), "FACTS": facts}
        return Outcome(crs=results.crs, frames={"OUTPUT": _frame(findings)}, figures={"FIRST_WORD": _first_word(findings, same), **figures})


def _checked(folder: Path, progress: Progress) -> Results:
    """The district check of the sample town, which goes through a workspace file as any district does."""
    from ...layers.sample.town import sample_town
    from ...layers.workspace import read_workspace, write_workspace
    from ..engine.check import district_check

    path = folder / "town.gpkg"
    town = sample_town()
    write_workspace(path, town, crs=town["areas"].crs.to_string())
    return district_check(read_workspace(path), settings=settings({}, walker="planning"), progress=progress)


def _coordinate_findings() -> list[Finding]:
    import numpy as np
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsCoordinateTransformContext, QgsPointXY

    from ...layers.datum import GCJ02, WGS84, convert
    from ..engine.acceptance import Finding

    systems = [QgsCoordinateReferenceSystem(name) for name in ("EPSG:4490", "EPSG:4549")]
    point = QgsCoordinateTransform(*systems, QgsCoordinateTransformContext()).transform(QgsPointXY(*PLACE))
    plane = math.dist((point.x(), point.y()), ON_PLANE) <= PLANE_M
    shifted = convert(np.array([TRUE_PLACE]), source=WGS84, target=GCJ02)
    back = convert(shifted, source=GCJ02, target=WGS84)
    shifts = [math.dist(shifted[0], SHIFTED_PLACE) <= DEGREES, math.dist(back[0], TRUE_PLACE) <= DEGREES]
    return [
        Finding(text("CGCS2000 degrees to metres"), 1, int(plane), text("{x}, {y} found", x=point.x(), y=point.y())),
        Finding(text("GCJ-02 there and back"), 2, sum(shifts)),
    ]


def _file_findings(folder: Path, results: Results, progress: Progress) -> list[Finding]:
    titles = {
        "database": text("Result database, read back"),
        "report": text("Report, twice the same"),
        "xlsx": text("Workbook, twice the same"),
        "scene": text("3D scene, twice the same and without a link to the outside"),
    }
    return [
        _file_finding(part, title, folder, results, progress.part(number / len(titles), (number + 1) / len(titles)))
        for number, (part, title) in enumerate(titles.items())
    ]


def _file_finding(part: str, title: Text, folder: Path, results: Results, progress: Progress) -> Finding:
    from ..engine.acceptance import Finding

    try:
        environment.require(NEEDS.get(part, {}))
    except InputError as missing:
        return Finding(title, 0, 0, missing.problems[0], checked=False)
    first, second = (_written(part, folder / name, results, progress) for name in ("first", "second"))
    if part == "database":
        return _read_back(title, first, results)
    facts = [first.read_bytes() == second.read_bytes()]
    facts += [_closed(first.read_text("utf-8"))] if part == "scene" else []
    return Finding(title, len(facts), sum(facts))


def _written(part: str, folder: Path, results: Results, progress: Progress) -> Path:
    folder.mkdir(exist_ok=True)
    write_parts(folder, results, [part], language="zh", report_date="", progress=progress)
    return folder / FILES[part]


def _closed(page: str) -> bool:
    return "default-src 'none'" in page and not any(f'{name}="http' in page for name in ("src", "href"))


def _read_back(title: Text, path: Path, results: Results) -> Finding:
    from ...layers.geopackage import read_table
    from ..engine.acceptance import compared

    read, kept = (frame.set_index("doorplate_id")["completeness"].to_dict() for frame in (read_table(path, "ledger"), results.ledger))
    return compared(title, kept, read)


def _frame(findings: list[Finding]) -> pd.DataFrame:
    import pandas as pd

    translate = translator("zh" if tr("Verification") != "Verification" else "en")
    rows = [
        (
            render(finding.item, translate),
            finding.facts,
            finding.agreeing,
            finding.verdict,
            render(finding.detail, translate) if finding.verdict != "same" else "",
        )
        for finding in findings
    ]
    return pd.DataFrame(rows, columns=["item", "facts", "agreeing", "verdict", "detail"])


def _line(finding: Finding) -> Text:
    return text(
        "{item}: {agreeing} of {facts} agree. {detail}",
        item=finding.item,
        agreeing=finding.agreeing,
        facts=finding.facts,
        detail=finding.detail,
    )


def _first_word(findings: list[Finding], same: int) -> str:
    if same == len(findings):
        return tr("The installation is correct: all {count} items agree.").format(count=same)
    absent = [render(finding.detail, tr) for finding in findings if finding.verdict != "same"]
    return tr("What could be checked is correct: {same} of {count} items.").format(same=same, count=len(findings)) + " " + " ".join(absent)
