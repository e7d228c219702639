"""Makes the two example models of the help: .venv/bin/python .ci/models.py, on the oldest QGIS that is served."""

from __future__ import annotations

import sys

import pages
from qgis.core import (
    QgsApplication,
    QgsProcessing,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
)
from qgis.PyQt.QtCore import QPointF

FOLDER = pages.HELP / "models"
TYPE = QgsProcessing.SourceType
Source = QgsProcessingModelChildParameterSource
STEP_X, STEP_Y = 260.0, 90.0

# Tables of the workspace that both models ask for: key, label, geometry, optional.
TABLES = (
    ("facilities", "设施 Facilities", TYPE.TypeVectorAnyGeometry, False),
    ("streets", "步行路网 Walking network", TYPE.TypeVectorLine, False),
    ("areas", "区划 Areas", TYPE.TypeVectorPolygon, False),
    ("gates", "小区出入口 Estate gates", TYPE.TypeVectorPoint, True),
    ("walls", "围墙 Walls", TYPE.TypeVectorLine, True),
    ("estates", "小区 Estates", TYPE.TypeVectorPolygon, True),
)


def layer(key: str, label: str, kind: int, optional: bool = False) -> QgsProcessingParameterDefinition:
    """An input of the model that is a layer."""
    return QgsProcessingParameterFeatureSource(key, label, [kind], None, optional)


def model(name: str, inputs: list[QgsProcessingParameterDefinition]) -> QgsProcessingModelAlgorithm:
    """A model with its inputs one under the other."""
    made = QgsProcessingModelAlgorithm(name, "社区三维 Community 3D")
    for number, definition in enumerate(inputs):
        component = QgsProcessingModelParameter(definition.name())
        component.setPosition(QPointF(0, number * STEP_Y))
        made.addModelParameter(definition, component)
    return made


def add(
    made: QgsProcessingModelAlgorithm, step: str, algorithm: str, values: dict[str, Source], outputs: dict[str, str], *, row: int = 0
) -> None:
    """Add a step; outputs gives the names of those that the model hands out."""
    child = QgsProcessingModelChildAlgorithm(f"community3d:{algorithm}")
    child.setChildId(step)
    child.setDescription(child.algorithm().displayName())
    child.setPosition(QPointF((len(made.childAlgorithms()) + 1) * STEP_X, row * 3 * STEP_Y))
    for key, source in values.items():
        child.addParameterSources(key, [source])
    found = {}
    for key, label in outputs.items():
        output = QgsProcessingModelOutput(label, label)
        output.setChildId(step)
        output.setChildOutputName(key)
        output.setPosition(QPointF(child.position().x() + STEP_X / 2, child.position().y() + STEP_Y))
        found[label] = output
    child.setModelOutputs(found)
    made.addChildAlgorithm(child)


def tables(*keys: str) -> dict[str, Source]:
    """Inputs of the model by the keys of the steps that take them."""
    return {key.upper(): Source.fromModelParameter(key) for key in keys}


def monthly_update() -> QgsProcessingModelAlgorithm:
    """A new list of doorplates becomes a ledger, which is compared with that of last month."""
    file = QgsProcessingParameterFile("file", "本月门牌文件 Doorplate file of this month")
    before = layer("ledger_before", "上月覆盖台账 Ledger of last month", TYPE.TypeVectorPoint)
    made = model("每月更新", [file, before, *(layer(*row) for row in TABLES)])
    brought = {"INPUT": Source.fromModelParameter("file"), "REFERENCE": Source.fromModelParameter("areas"), **tables("areas")}
    add(made, "import", "importdoorplates", brought, {"REJECTED": "未入库记录"})
    add(
        made,
        "assign",
        "assignareas",
        {"DOORPLATES": Source.fromChildOutput("import", "OUTPUT"), **tables("areas")},
        {"DISAGREEMENTS": "归属不一致"},
    )
    walking = tables("facilities", "streets", "areas", "gates", "walls", "estates")
    ledger = {"DOORPLATES": Source.fromChildOutput("assign", "OUTPUT"), **walking}
    add(made, "coverage", "servicecoverage", ledger, {"LEDGER": "本月覆盖台账", "SUMMARY": "汇总表"})
    both = {"BEFORE": Source.fromModelParameter("ledger_before"), "AFTER": Source.fromChildOutput("coverage", "LEDGER"), **tables("areas")}
    add(made, "compare", "comparecoverage", both, {"OUTPUT": "变化门牌", "AREAS_OUT": "区划变化"})
    return made


def compare_plans() -> QgsProcessingModelAlgorithm:
    """Two plans are tried on the same district."""
    plans = [layer(f"plan_{letter}", f"方案{letter.upper()} Scenario {letter.upper()}", TYPE.TypeVector) for letter in "ab"]
    doorplates = layer("doorplates", "门牌 Doorplates", TYPE.TypeVectorPoint)
    made = model("方案比选", [*plans, doorplates, *(layer(*row) for row in TABLES)])
    for row, letter in enumerate("ab"):
        given = tables("doorplates", "facilities", "streets", "areas", "gates", "walls", "estates")
        given["CHANGES"] = Source.fromModelParameter(f"plan_{letter}")
        names = {"OUTPUT": f"方案{letter.upper()}变化门牌", "TOTALS": f"方案{letter.upper()}区划变化"}
        add(made, f"plan_{letter}", "whatif", given, names, row=row)
    return made


def main() -> int:
    """Write both files."""
    pages.package()
    application = QgsApplication([], False)
    application.initQgis()
    from community3d.i18n import load
    from community3d.processing.provider import Community3DProvider
    from qgis.PyQt.QtCore import QCoreApplication

    chinese = load("zh_CN")
    QCoreApplication.installTranslator(chinese)
    provider = Community3DProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    FOLDER.mkdir(exist_ok=True)
    written = [
        monthly_update().toFile(str(FOLDER / "monthly-update.model3")),
        compare_plans().toFile(str(FOLDER / "compare-plans.model3")),
    ]
    application.exitQgis()
    return 0 if all(written) else 1


if __name__ == "__main__":
    sys.exit(main())
