"""An earlier ledger beside the scene's own: figures, changes, and what forbids a comparison."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import scene_invented as invented
import scene_unpack as unpack
from community3d.layers.errors import InputError
from community3d.layers.profiles import walker
from community3d.processing.engine.results import Settings
from community3d.processing.scene.content import scene_content
from community3d.processing.scene.earlier import differences, with_earlier
from community3d.processing.scene.payload import scene_payload

MARKET = 3  # the fourth category of the profile


@pytest.fixture(scope="module")
def facilities(results):
    return results.tables["facilities"]


@pytest.fixture(scope="module")
def without_markets(results, facilities):
    """The earlier ledger: all markets but one were not there yet."""
    markets = facilities.index[facilities["services"] == "market"]
    return facilities.drop(markets[1:]).reset_index(drop=True)


@pytest.fixture(scope="module")
def before(results, without_markets):
    settings = Settings(profile=results.settings.profile, walker=results.settings.walker, run="99887766")
    return invented._ledger({**results.tables, "facilities": without_markets}, settings)


@pytest.fixture(scope="module")
def compared(results, before, without_markets):
    return with_earlier(scene_content(results), before, facilities=without_markets, date="2025-12-31")


@pytest.fixture(scope="module")
def core(compared):
    return unpack.unpacked(scene_payload(compared).parts["core"])


def test_a_scene_of_one_ledger_says_nothing_of_another(payload):
    assert unpack.unpacked(payload.parts["core"])[0]["compare"] is None


def test_the_head_names_dates_runs_and_doorplates(core, results):
    head = core[0]["compare"]
    assert head["dates"] == ["2025-12-31", "2026-11-20"]
    assert head["runs"] == ["99887766", "0a1b2c3d"]
    assert (head["both"], head["new"], head["gone"], head["differs"]) == (len(results.ledger), 0, 0, [])


def test_earlier_rates_are_those_of_the_earlier_ledger(core, before):
    columns, rows = core[1], len(core[0]["areas"]["code"]) + 1
    was = columns["was.households.rate"][(MARKET + 1) * rows - 1]
    ok = before["market_ok"].to_numpy(dtype=bool)
    assert was == pytest.approx(before["households"][ok].sum() / before["households"].sum(), abs=1e-12)


def test_gains_less_losses_are_the_change_of_what_is_reached(core):
    """Doorplates and households are the same in both, so gained - lost = ok after - ok before, in every area."""
    columns, rows = core[1], len(core[0]["areas"]["code"]) + 1
    market = slice(MARKET * rows, (MARKET + 1) * rows)
    gained, lost, after, earlier = (
        np.array(columns[name][market]) for name in ("was.households.gained", "was.households.lost", "m.households.ok", "was.households.ok")
    )
    assert gained[-1] > 0
    assert (gained - lost == after - earlier).all()


def test_only_markets_changed_so_any_change_is_theirs(core):
    columns, rows = core[1], len(core[0]["areas"]["code"]) + 1
    assert columns["was.households.gained_any"] == columns["was.households.gained"][MARKET * rows : (MARKET + 1) * rows]


def test_every_building_stands_in_one_class_of_change(core):
    legend = core[0]["compare"]["legend"]["change"]
    assert sum(legend["all"]) == core[0]["counts"]["buildings"]
    assert legend["all"][4] == legend["market"][4] > 0
    assert legend["park"][3] == sum(legend["park"]) - legend["park"][0]


def test_new_facilities_are_rows_of_the_table(core, facilities):
    names = [core[0]["facilities"]["name"][row] for row in core[0]["compare"]["facilities"]["new"]]
    assert names == facilities.loc[facilities["services"] == "market", "name"].tolist()[1:]


def test_gone_facilities_keep_their_place(results, before, facilities):
    old = facilities.iloc[[0]].assign(facility_id="OLD", name="旧菜场", services="market")
    content = with_earlier(scene_content(results), before, facilities=old)
    gone = unpack.unpacked(scene_payload(content).parts["core"])[0]["compare"]["facilities"]["gone"]
    assert (gone["name"], gone["categories"]) == (["旧菜场"], [[MARKET]])


def test_another_walker_forbids_the_comparison(results, before):
    slow = before.assign(walker="older")
    assert differences(with_earlier(scene_content(results), slow)) == [
        ["walker", "older", "planning"],
        ["speed", walker("older").speed_ms, 1.0],
    ]


def test_a_ledger_of_another_district_is_refused(results, before):
    far = before.assign(doorplate_id=before["doorplate_id"] + "X")
    with pytest.raises(InputError, match="No doorplate_id stands in both ledgers"):
        with_earlier(scene_content(results), far)


def test_few_gained_residents_of_a_grid_are_hidden(results, before, without_markets):
    few = replace(results, ledger=results.ledger.assign(residents=1.0))
    content = with_earlier(scene_content(few), before.assign(residents=1.0), facilities=without_markets)
    head, columns = unpack.unpacked(scene_payload(content).parts["core"])
    rows = len(head["areas"]["code"]) + 1
    grids = [row for row, level in enumerate(head["areas"]["level"]) if level == "grid"]
    gained = [columns["was.residents.gained"][MARKET * rows + row] for row in grids]
    assert not any(0 < count < 5 for count in gained)
