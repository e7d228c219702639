"""The Processing provider: all algorithms of the toolbox."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..i18n import tr
from ..styles import look
from . import extern
from .algorithms.applyfixes import ApplyFixes
from .algorithms.assignareas import AssignAreas
from .algorithms.base import VERSION
from .algorithms.buildgridcodes import BuildGridCodes
from .algorithms.capacity import Capacity
from .algorithms.checknetwork import CheckNetwork
from .algorithms.communityscale import CommunityScale
from .algorithms.comparecoverage import CompareCoverage
from .algorithms.convertdatum import ConvertDatum
from .algorithms.crosswalk import Crosswalk
from .algorithms.dataquality import DataQuality
from .algorithms.districtcheck import DistrictCheck
from .algorithms.estateedges import EstateEdges
from .algorithms.exportscene import ExportScene
from .algorithms.facilitystandards import FacilityStandards
from .algorithms.gridstaffing import GridStaffing
from .algorithms.importareas import ImportAreas
from .algorithms.importchecklist import ImportCheckList
from .algorithms.importdoorplates import ImportDoorplates
from .algorithms.importevents import ImportEvents
from .algorithms.importfacilities import ImportFacilities
from .algorithms.importlayer import ImportLayer
from .algorithms.importosm import ImportOsm
from .algorithms.isochrones import Isochrones
from .algorithms.keeping import Keeper
from .algorithms.landcoverage import LandCoverage
from .algorithms.locateaddresses import LocateAddresses
from .algorithms.nearby import Nearby
from .algorithms.nearestroutes import NearestRoutes
from .algorithms.networkquality import NetworkQuality
from .algorithms.populationweights import PopulationWeights
from .algorithms.previewimport import PreviewImport
from .algorithms.rankgates import RankGates
from .algorithms.runscenario import RunScenario
from .algorithms.sampledistrict import SampleDistrict
from .algorithms.servicecoverage import ServiceCoverage
from .algorithms.verify import Verify
from .algorithms.whatif import WhatIf

ALGORITHMS = (
    SampleDistrict,
    ImportOsm,
    ImportLayer,
    ConvertDatum,
    PopulationWeights,
    PreviewImport,
    ImportDoorplates,
    ImportAreas,
    ImportFacilities,
    ImportEvents,
    LocateAddresses,
    BuildGridCodes,
    Crosswalk,
    EstateEdges,
    AssignAreas,
    CheckNetwork,
    NetworkQuality,
    DataQuality,
    Verify,
    ApplyFixes,
    ImportCheckList,
    Isochrones,
    ServiceCoverage,
    LandCoverage,
    Capacity,
    FacilityStandards,
    NearestRoutes,
    Nearby,
    WhatIf,
    RankGates,
    CompareCoverage,
    RunScenario,
    ExportScene,
    DistrictCheck,
    CommunityScale,
    GridStaffing,
)


class Community3DProvider(QgsProcessingProvider):
    """Offers the algorithms to the toolbox, models, scripts and qgis_process."""

    def __init__(self) -> None:
        super().__init__()
        self.keeper = Keeper()

    def unload(self) -> None:
        """Free what was kept between runs."""
        self.keeper.end()
        super().unload()

    def id(self) -> str:
        """The first half of every algorithm's id."""
        return "community3d"

    def name(self) -> str:
        """The provider's name."""
        return tr("Community 3D")

    def versionInfo(self) -> str:  # noqa: N802
        """The plugin's version."""
        return VERSION

    def icon(self) -> QIcon:
        """The plugin's icon."""
        return QIcon(str(look.icon("plugin")))

    def loadAlgorithms(self) -> None:  # noqa: N802
        """Make one of each, with the packages of an offline bundle within reach."""
        extern.reach()
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
