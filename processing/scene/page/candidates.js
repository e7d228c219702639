// Everything that may get a label or an icon at this moment, with its priority.

import { isChange, shareChangeClass } from './model-compare.js';
import { percentShort, points } from './format.js';
import { layerShown } from './state.js';
import { shareClass } from './ramp.js';
import { rankAreas } from './model.js';
import { shortened, textWidth } from './labels.js';
import { needsShaping } from './shaped.js';

const ZOOMS = Object.freeze({ subdistrict: [0, 14.5], community: [12.5, 17], grid: [15.5, 30], estate: [15.8, 30], building: [17.2, 30], road: [15.5, 30] });
const HEIGHTS = Object.freeze({ subdistrict: 240, community: 150, grid: 30 });
const STEM_M = 45;
const CHOSEN_STEM_M = 55;
const NAME_ZOOM = 16.5;
const CHOSEN_NAME_ZOOM = 15;
const SAME_SPOT_M = 1;
const FAN = 4;
const LONGEST_NAME = 12;
const LONGEST_FACILITY = 10;
const PRIORITY = Object.freeze({ selection: 1000, found: 900, street: 700, community: 300, worst: 200, chosenIcon: 500, icon: 250, facility: 240, grid: 150, estate: 140, building: 120, road: 130 });
const WORST = 5;
const SIZES = Object.freeze({ subdistrict: [30, 22], community: [17, 13.5], grid: [14, 12], estate: [14, 12], building: [12, 12], facility: [14, 12], road: [12, 12], selection: [17, 14] });

// Sizes in px for the page's layout and unit.
export function labelSizes(wall, unit) {
  const [base, column] = wall ? [16, 0] : [13, 1];
  return Object.fromEntries(Object.entries(SIZES).map(([kind, sizes]) => [kind, sizes[column] * (unit / base)]));
}

// Facilities that stand on one spot share a stem; their signs form a fan. Made once.
export function facilitySpots(model) {
  const spots = new Map();
  for (let i = 0; i < model.facilities.count; i += 1) {
    const [x, y] = model.facilities.xy(i);
    const key = `${Math.round(x / SAME_SPOT_M)}/${Math.round(y / SAME_SPOT_M)}`;
    if (!spots.has(key)) spots.set(key, { x, y, signs: [] });
    for (const category of model.facilities.categories(i)) spots.get(key).signs.push({ facility: i, category });
  }
  return [...spots.values(), ...goneSpots(model)].filter((spot) => spot.signs.length);
}

// Where facilities of the earlier ledger stood that are there no more; seen only in the comparison.
function goneSpots(model) {
  if (!model.compare) return [];
  const { gone } = model.compare.facilities;
  return gone.x.map((x, index) => ({ x, y: gone.y[index], gone: { index, name: gone.name[index] }, signs: gone.categories[index].map((c) => ({ facility: -1, category: model.categories[c].id })) }));
}

function pill(kind, id, text, position, size, more) {
  const height = size * 1.55;
  return { kind: 'label', look: 'pill', id, text, position, size, width: textWidth(text) * size + size * 1.1, height, dx: 0, dy: 0, group: kind, ...more };
}

function plain(kind, id, text, position, size, more) {
  return { kind: 'label', look: 'halo', id, text, position, size, width: textWidth(text) * size + 4, height: size * 1.2, dx: 0, dy: 0, group: kind, ...more };
}

function within(zoom, kind) {
  return zoom >= ZOOMS[kind][0] && zoom < ZOOMS[kind][1];
}

function areaLabels({ model, record, sizes, zoom, lift }) {
  const labels = [];
  const { category, weight } = record;
  if (within(zoom, 'subdistrict')) {
    for (const i of model.areas.ofLevel('subdistrict')) {
      const name = shortened(model.areas.name(i), LONGEST_NAME);
      const text = needsShaping(name) ? name : [...name].join('\u2009');
      labels.push(plain('subdistrict', `area-${i}`, text, [...model.areas.centre(i), lift * HEIGHTS.subdistrict], sizes.subdistrict, { priority: PRIORITY.street, selection: { kind: 'area', index: i } }));
    }
  }
  const level = within(zoom, 'community') ? 'community' : null;
  if (level) {
    const order = rankAreas(model, { level, category, weight, sort: 'rate' });
    if (record.compare === 'change') labels.push(...changeLabels({ model, record, sizes, lift, level }));
    else order.forEach(({ area }, place) => {
      const share = model.measures.present ? model.measures.rate(area, category, weight) : null;
      const text = shortened(model.areas.name(area), LONGEST_NAME) + (share === null ? '' : ` ${percentShort(share)}`);
      const priority = PRIORITY.community + Math.max(0, order.length - place) / order.length + (place < WORST ? PRIORITY.worst : 0);
      labels.push(pill('community', `area-${area}`, text, [...model.areas.centre(area), lift * HEIGHTS.community], sizes.community, { priority, one: shareClass(share), selection: { kind: 'area', index: area } }));
    });
  }
  if (within(zoom, 'grid') && layerShown(record, 'walls.grid')) {
    for (const i of model.areas.ofLevel('grid')) {
      labels.push(plain('grid', `area-${i}`, model.areas.code(i).slice(-3), [...model.areas.centre(i), lift * HEIGHTS.grid], sizes.grid, { priority: PRIORITY.grid, selection: { kind: 'area', index: i } }));
    }
  }
  return labels;
}

// "桂雨社区 +9.1", the largest changes first; what has not changed keeps its plain name.
function changeLabels({ model, record, sizes, lift, level }) {
  const { category, weight } = record;
  return model.areas.ofLevel(level).map((area) => {
    const change = model.compare.change(area, category, weight);
    const name = shortened(model.areas.name(area), LONGEST_NAME);
    const position = [...model.areas.centre(area), lift * HEIGHTS.community];
    const more = { selection: { kind: 'area', index: area }, one: shareChangeClass(change) };
    if (!isChange(change)) return plain('unchanged', `area-${area}`, name, position, sizes.community, { ...more, priority: PRIORITY.community });
    return pill('community', `area-${area}`, `${name} ${points(change)}`, position, sizes.community, { ...more, priority: PRIORITY.community + PRIORITY.worst * Math.min(1, 5 * Math.abs(change)) });
  });
}

function nameLabels({ model, record, sizes, zoom, lift, inBox }) {
  const labels = [];
  if (within(zoom, 'estate')) {
    model.estates.forEach((name, i) => {
      const xy = model.estatePoint(i);
      if (xy && inBox(xy)) labels.push(plain('estate', `estate-${i}`, shortened(name, LONGEST_NAME), [...xy, lift * 24], sizes.estate, { priority: PRIORITY.estate }));
    });
  }
  if (within(zoom, 'road') && layerShown(record, 'context')) {
    model.roads.forEach((road, i) => inBox([road.x, road.y]) && labels.push(plain('road', `road-${i}`, shortened(road.name, LONGEST_NAME), [road.x, road.y, 1], sizes.road, { priority: PRIORITY.road })));
  }
  if (within(zoom, 'building') && layerShown(record, 'buildings')) {
    for (let i = 0; i < model.buildings.count; i += 1) {
      const xy = model.buildings.centre(i);
      const number = inBox(xy) ? buildingNumber(model.buildings.name(i)) : null;
      if (number) labels.push(plain('building', `building-${i}`, number, [...xy, lift * (model.buildings.height(i) + 2)], sizes.building, { priority: PRIORITY.building + model.buildings.height(i) / 1000 }));
    }
  }
  return labels;
}

// "康乐新村二期12幢" → "12幢"; names without such an end keep their last Hanzi.
export function buildingNumber(name) {
  if (!name) return null;
  const found = /[0-9A-Za-z]+\s*[#幢栋号座楼]+$/.exec(name);
  return found ? found[0] : shortened(name, 8);
}

// Of the facilities of a spot only those that are new, moved or gone; none where the earlier ones are not known.
function changedSigns(model, spot, category) {
  const { facilities } = model.compare;
  const isChanged = ({ facility }) => spot.gone || facilities.new.includes(facility) || facilities.moved.includes(facility);
  return spot.signs.filter((sign) => isChanged(sign) && (category === null || sign.category === category));
}

// What happened to the facilities of a spot: 'new', 'moved', 'gone' or null.
function markOf({ model, record }, spot, facility) {
  if (record.compare !== 'change') return null;
  if (spot.gone) return 'gone';
  return model.compare.facilities.new.includes(facility) ? 'new' : 'moved';
}

// The stem's height and its signs: of the chosen category, else of all that are switched on.
export function facilityCandidates({ model, record, sizes, zoom, lift, spots, iconSize, linked }) {
  const candidates = [];
  for (const spot of spots) {
    const marked = record.compare === 'change' ? changedSigns(model, spot, record.category) : null;
    if (spot.gone && record.compare !== 'change' && record.compare !== 'before') continue;
    const isThere = (sign) => record.compare !== 'before' || !model.compare.facilities.new.includes(sign.facility);
    const signs = marked ?? spot.signs.filter(isThere).filter((sign) => linked.has(sign.facility) || ((record.category === null || sign.category === record.category) && layerShown(record, `facilities.${sign.category}`)));
    if (!signs.length || !layerShown(record, 'facilities')) continue;
    // The one that a selection points to speaks for its spot.
    signs.sort((a, b) => Number(linked.has(b.facility)) - Number(linked.has(a.facility)));
    candidates.push(...spotCandidates({ model, record, sizes, zoom, lift, spot, signs, iconSize, linked }));
  }
  return candidates;
}

function spotCandidates({ model, record, sizes, zoom, lift, spot, signs, iconSize, linked }) {
  const [first] = signs;
  const changed = record.compare === 'change' && record.category === null;
  const chosen = record.category !== null || changed || signs.some((sign) => linked.has(sign.facility));
  const selected = record.selection?.kind === 'facility' && signs.some((sign) => sign.facility === record.selection.index);
  const fan = signs.length > FAN ? [first] : signs;
  const size = iconSize * (selected ? 1.5 : 1);
  const position = [spot.x, spot.y, lift * (chosen ? CHOSEN_STEM_M : STEM_M)];
  const id = spot.gone ? `gone-${spot.gone.index}` : `facility-${first.facility}`;
  const more = signs.length > FAN ? signs.length : 0;
  const priority = selected ? PRIORITY.selection : chosen && !changed ? PRIORITY.chosenIcon : PRIORITY.icon;
  const mark = markOf({ model, record }, spot, first.facility);
  const icon = { kind: 'icon', id, mark, position, size, width: fan.length * size * 1.05, height: size, dy: -size / 2, priority, fan: fan.map((sign) => sign.category), more, facility: first.facility, forced: selected, owner: id, selection: { kind: 'facility', index: first.facility } };
  if (spot.gone) return [{ ...icon, facility: null, selection: null }, pill('facility', `${id}-name`, shortened(spot.gone.name || '', LONGEST_FACILITY), position, sizes.facility, { priority: priority - 5, dy: sizes.facility * 0.95, owner: id })].slice(0, zoom >= CHOSEN_NAME_ZOOM && spot.gone.name ? 2 : 1);
  const named = linked.has(first.facility) || selected || zoom >= (chosen ? CHOSEN_NAME_ZOOM : NAME_ZOOM);
  if (!named) return [icon];
  const text = [shortened(model.facilities.name(first.facility) || '', LONGEST_FACILITY), linked.get(first.facility)].filter(Boolean).join(' ');
  return text ? [icon, pill('facility', `${id}-name`, text, position, sizes.facility, { priority: priority - 5, dy: sizes.facility * 0.95, owner: id, selection: icon.selection })] : [icon];
}

// Candidates of the moment. linked: facility → what to say beside its name (the selected building's nearest ones).
export function labelCandidates(options) {
  const { record, model, sizes, lift } = options;
  const names = layerShown(record, 'names');
  const labels = names ? [...areaLabels(options), ...nameLabels(options)] : [];
  const icons = facilityCandidates(options);
  const chosen = selectionLabel(model, record.selection, sizes, lift);
  return [...(chosen ? [chosen] : []), ...labels.filter((label) => label.id !== chosen?.replaces), ...(names ? icons : icons.filter((one) => one.kind === 'icon'))];
}

function selectionLabel(model, selection, sizes, lift) {
  if (!selection || (selection.kind !== 'building' && selection.kind !== 'doorplate')) return null;
  const building = selection.kind === 'building' ? selection.index : model.doorplates.building(selection.index);
  const text = selection.kind === 'building' ? model.buildings.name(building) : model.doorplates.address(selection.index);
  const xy = selection.kind === 'building' ? model.buildings.centre(building) : model.doorplates.xy(selection.index);
  const top = building === null ? 0 : model.buildings.height(building);
  if (!text) return null;
  return pill('selection', 'selected', shortened(text, 16), [...xy, lift * (top + 30)], sizes.selection, { priority: PRIORITY.selection, forced: true, replaces: `building-${building}`, stem: lift * top });
}
