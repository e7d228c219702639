// Colours of the map as [r, g, b, a], from the palette that travels in the file.

import { changeClass } from './model-compare.js';

// '#RRGGBB' as [r, g, b].
export function rgb(hex) {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}

// The colour with an alpha of 0 … 255.
export function withAlpha(colour, alpha) {
  return [colour[0], colour[1], colour[2], alpha];
}

// share of the first colour, the rest of the second.
export function mixed(first, second, share) {
  return first.slice(0, 3).map((value, k) => Math.round(value * share + second[k] * (1 - share)));
}

// Everything the map draws with, for one theme.
export function themeColours(palette, theme) {
  const surfaces = Object.fromEntries(Object.entries(palette.surfaces[theme]).map(([token, hex]) => [token, rgb(hex)]));
  const list = (name) => palette[name][theme].map(rgb);
  const named = (name) => Object.fromEntries(Object.entries(palette[name][theme]).map(([token, hex]) => [token, rgb(hex)]));
  const covered = named('covered');
  return Object.freeze({
    theme,
    surfaces,
    ramp: list('ramp'),
    covered: [covered.none, covered.yes, covered.no],
    reach: list('reach'),
    // By class of change: none, two or more lost … two or more gained.
    change: [list('ramp')[0], ...list('change')],
    boundaries: named('boundaries'),
    routes: named('routes'),
    reachAlpha: theme === 'dark' ? [90, 95, 105] : [80, 66, 58],
    wallAlpha: theme === 'dark' ? { subdistrict: 150, community: 95, grid: 34 } : { subdistrict: 110, community: 60, grid: 24 },
    areaAlpha: theme === 'dark' ? { all: 66, category: 70, selected: 20 } : { all: 60, category: 74, selected: 20 },
    // How much of its own colour a building keeps while something else is selected.
    keep: theme === 'dark' ? 0.34 : 0.5,
    material: theme === 'dark' ? { ambient: 0.4, diffuse: 0.6, shininess: 22, specularColor: [12, 16, 24] } : { ambient: 0.5, diffuse: 0.5, shininess: 22, specularColor: [10, 10, 10] },
    veilAlpha: theme === 'dark' ? 140 : 120,
    pillAlpha: theme === 'dark' ? 214 : 235,
  });
}

const GREY = 0;
const DIM = 0.16;

// The class of a building as the legend counts it: completeness class, or 0 none, 1 covered, 2 not covered.
export function buildingClass(model, category, i) {
  if (category === null) return model.buildings.completenessClass(i);
  const ok = model.buildings.ok(i, category);
  if (ok === null) return 0;
  return ok ? 1 : 2;
}

// The class of a building as the page counts it now: of the change while two ledgers are compared.
export function shownClass(model, record, i) {
  return record.compare === 'change' ? changeClass(model.buildings.change(i, record.category)) : buildingClass(model, record.category, i);
}

// Whether a class of that category counts as served.
export function isServed(category, one) {
  return category === null ? one === 5 : one === 1;
}

// A function from building to its class and how it is lit: {one, lit}; what the filters of the state say.
export function buildingLight(model, record) {
  const { category, dimmedClass, failingOnly, whyFilter, areaFilter, selection } = record;
  const reasons = whyFilter === null ? null : buildingsWithReason(model, category, whyFilter);
  const area = selection?.kind === 'area' ? selection.index : null;
  const inside = (i, wanted) => model.buildings.areaOf(i, model.areas.level(wanted)) === wanted;
  const quiet = selection !== null && selection.kind !== 'facility' && selection.kind !== 'event';
  return (i) => {
    const one = shownClass(model, record, i);
    const grey = failingOnly && record.compare !== 'change' && isServed(category, one);
    const out = (dimmedClass !== null && one !== dimmedClass) || (reasons !== null && !reasons.has(i)) || (areaFilter !== null && !inside(i, areaFilter));
    const aside = quiet && (area === null ? true : !inside(i, area));
    return { one: grey ? GREY : one, out, aside };
  };
}

// Buildings with a doorplate that misses the category (any for null) for that reason.
export function buildingsWithReason(model, category, why) {
  const found = new Set();
  const { doorplates } = model;
  const wanted = model.categories.filter((one) => category === null || one.id === category).map((one) => one.id);
  for (let i = 0; i < doorplates.count; i += 1) {
    const building = doorplates.building(i);
    if (building !== null && !found.has(building) && wanted.some((id) => doorplates.missedFor(i, id, why))) found.add(building);
  }
  return found;
}

// What the colours of buildings depend on.
export function buildingTrigger({ category, compare, dimmedClass, failingOnly, whyFilter, areaFilter, selection }, { theme }) {
  return [theme, category, compare, dimmedClass, failingOnly, whyFilter, areaFilter, selection?.kind, selection?.index];
}

// A function from building to its colour.
export function buildingColours(model, record, colours) {
  const light = buildingLight(model, record);
  const shares = record.category === null ? colours.ramp : colours.covered;
  const table = record.compare === 'change' ? colours.change : shares;
  const full = table.map((colour) => withAlpha(colour, 255));
  const aside = table.map((colour) => withAlpha(mixed(colour, colours.surfaces.ground, colours.keep), 255));
  const out = table.map((colour) => withAlpha(mixed(colour, colours.surfaces.ground, DIM), 255));
  return (i) => {
    const found = light(i);
    if (found.out) return out[found.one];
    return found.aside ? aside[found.one] : full[found.one];
  };
}
