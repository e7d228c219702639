// What stands above all: routes, stems and signs of facilities, labels, measuring line, outline of a selected area.

import { badgeName, markName } from './atlas.js';
import { mixed, withAlpha } from './colours.js';
import { FINENESS, drawnLabels, needsShaping } from './shaped.js';
import { layerShown } from './state.js';

const FONTS = '"Microsoft YaHei","PingFang SC","Noto Sans CJK SC","Source Han Sans SC","WenQuanYi Micro Hei",sans-serif';

// Signs and stems of the facilities that have a place.
export function facilityLayers({ make, colours, placed, atlas, categories }) {
  const icons = placed.filter((one) => one.kind === 'icon');
  const stems = [...icons, ...placed.filter((one) => one.stem !== undefined && one.position[2] > one.stem)].filter((one) => one.position[2] > 0);
  const signs = icons.flatMap(signsOf);
  const colourOf = new Map(categories.map((category) => [category.id, category.colour[colours.theme]]));
  return [
    make('stems', 'stems', {
      data: stems,
      getSourcePosition: (one) => [one.position[0], one.position[1], one.stem || 0],
      getTargetPosition: (one) => one.position,
      getColor: (one) => (one.fan ? withAlpha(hexTriple(colourOf.get(one.fan[0])), 170) : withAlpha(colours.surfaces.selection, 255)),
    }),
    make(`icons-${colours.theme}`, 'icons', {
      data: signs,
      iconAtlas: atlas.canvas,
      iconMapping: atlas.mapping,
      getIcon: (sign) => sign.icon,
      getPosition: (sign) => sign.position,
      getSize: (sign) => sign.size,
      getPixelOffset: (sign) => sign.offset,
    }),
  ];
}

function hexTriple(hex) {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}

// The signs of one spot side by side, its count at the corner where there are too many.
function signsOf(icon) {
  const step = icon.size * 1.05;
  const first = (-(icon.fan.length - 1) / 2) * step;
  const signs = icon.fan.map((category, k) => ({ icon: category, position: icon.position, size: icon.size, offset: [first + k * step, -icon.size / 2] }));
  if (icon.mark) signs.push({ icon: markName(icon.mark), position: icon.position, size: icon.size * 0.8, offset: [(icon.fan.length / 2) * step, -icon.size * 1.05] });
  if (icon.more) signs.push({ icon: badgeName(icon.more), position: icon.position, size: icon.size * 0.72, offset: [icon.size * 0.5, -icon.size * 0.95] });
  return signs;
}

// Labels with a halo, and labels on a pill.
export function labelLayers({ make, record, colours, placed }) {
  const all = placed.filter((one) => one.kind === 'label');
  const labels = all.filter((one) => !needsShaping(one.text));
  const halo = labels.filter((one) => one.look === 'halo');
  const pills = labels.filter((one) => one.look === 'pill');
  const { surfaces, boundaries } = colours;
  const ramp = record.compare === 'change' ? colours.change : colours.ramp;
  const haloColours = { subdistrict: boundaries.subdistrict, road: surfaces.text_2, estate: surfaces.text_2, grid: surfaces.text_2, building: surfaces.text_1, unchanged: surfaces.text_2 };
  const haloColour = (one) => withAlpha(haloColours[one.group] || surfaces.text_1, 255);
  const pillColours = {
    text: (one) => withAlpha(one.group === 'selection' ? [22, 30, 46] : surfaces.text_1, 255),
    ground: (one) => (one.group === 'selection' ? withAlpha(surfaces.selection, 255) : withAlpha(colours.theme === 'dark' ? surfaces.page : [255, 255, 255], colours.pillAlpha)),
    border: (one) => withAlpha(pillBorder(one, colours, ramp), 255),
    width: (one) => (one.group === 'community' ? 2 : 1),
  };
  const common = { fontFamily: FONTS, fontWeight: 700, getText: (one) => one.text, getPosition: (one) => one.position, getSize: (one) => one.size, getTextAnchor: 'middle', getAlignmentBaseline: 'center' };
  // A text layer without any text would draw its letters on a canvas of no height.
  const layers = [
    halo.length && make('names', 'names', {
      ...common,
      data: halo,
      fontSettings: { sdf: true, fontSize: 72, buffer: 10, radius: 14, cutoff: 0.22, smoothing: 0.16 },
      outlineWidth: 5,
      outlineColor: withAlpha(surfaces.page, 255),
      getColor: haloColour,
      updateTriggers: { getColor: colours.theme },
    }),
    pills.length && make('pills', 'pills', {
      ...common,
      data: pills,
      fontSettings: { sdf: false, fontSize: 48, buffer: 4 },
      getPixelOffset: (one) => [one.dx, one.dy],
      background: true,
      backgroundPadding: [7, 3, 7, 3],
      backgroundBorderRadius: 3,
      getColor: pillColours.text,
      getBackgroundColor: pillColours.ground,
      getBorderColor: pillColours.border,
      getBorderWidth: pillColours.width,
      updateTriggers: { getColor: colours.theme, getBackgroundColor: colours.theme, getBorderColor: colours.theme },
    }),
    shapedLabels({ make, labels: all.filter((one) => needsShaping(one.text)), paint: (one) => (one.look === 'pill'
      ? { ink: css(pillColours.text(one)), ground: css(pillColours.ground(one)), border: css(pillColours.border(one)), borderWidth: pillColours.width(one) }
      : { ink: css(haloColour(one)), ground: css(withAlpha(surfaces.page, 255)), borderWidth: 0 }) }),
  ];
  return layers.filter(Boolean);
}

const css = ([red, green, blue, alpha]) => `rgb(${red} ${green} ${blue} / ${alpha / 255})`;

// Labels that the text layer cannot set, each as a picture of its own.
function shapedLabels({ make, labels, paint }) {
  if (!labels.length) return null;
  const { canvas, mapping } = drawnLabels(labels, FONTS, paint);
  return make('shaped', 'icons', {
    data: labels,
    iconAtlas: canvas,
    iconMapping: mapping,
    getIcon: (one) => one.id,
    getPosition: (one) => one.position,
    getSize: (one) => mapping[one.id].height / FINENESS,
    getPixelOffset: (one) => [one.dx, one.dy],
  });
}

function pillBorder(label, colours, ramp) {
  if (label.group === 'selection') return colours.surfaces.selection;
  if (label.group === 'facility') return mixed(colours.surfaces.panel_line, colours.surfaces.text_3, 0.6);
  return ramp[label.one || 0];
}

// Walks from the selected place to its nearest facilities; straight lines stay thin, they only show which belongs to which.
export function routeLayers({ make, colours, record, routes }) {
  const faded = (route) => record.emphasis !== null && route.category !== record.emphasis;
  const width = (route) => (route.straight ? 2.2 : 4.5);
  const trigger = [colours.theme, record.emphasis, record.selection?.kind, record.selection?.index, routes.map((route) => Number(route.straight)).join('')];
  return [
    make('route-halo', 'route_halo', { data: routes, getPath: (route) => route.path, getWidth: (route) => width(route) + (route.straight ? 2.8 : 4), getColor: (route) => withAlpha(colours.surfaces.page, faded(route) ? 60 : 190), updateTriggers: { getColor: trigger, getWidth: trigger } }),
    make('routes', 'routes', { data: routes, getPath: (route) => route.path, getWidth: width, getColor: (route) => withAlpha(route.ok ? colours.routes.within : colours.routes.over, faded(route) ? 70 : 255), updateTriggers: { getColor: trigger, getWidth: trigger } }),
  ];
}

// Reported events: the older, the wider and paler the ring.
export function eventLayers({ make, model, record, colours }) {
  const { events } = model.head;
  if (!events.x.length) return [];
  const ring = (i) => (events.age[i] === null ? 1 : Math.min(5, 1 + Math.log2(1 + events.age[i]) / 2));
  return [make('events', 'events', {
    data: eventData(model),
    visible: layerShown(record, 'events'),
    getPosition: (_, { index }) => [events.x[index], events.y[index], 2],
    getFillColor: withAlpha(colours.surfaces.amber, 255),
    getLineColor: (_, { index }) => withAlpha(colours.surfaces.text_1, Math.round(255 / ring(index))),
    getLineWidth: (_, { index }) => ring(index),
    getRadius: (_, { index }) => (record.selection?.kind === 'event' && record.selection.index === index ? 10 : 6),
    updateTriggers: { getFillColor: colours.theme, getLineColor: colours.theme, getRadius: record.selection?.kind === 'event' ? record.selection.index : null },
  })];
}

const eventRows = new WeakMap();

// The same data object as long as the page lives.
function eventData(model) {
  if (!eventRows.has(model)) eventRows.set(model, { length: model.head.events.x.length });
  return eventRows.get(model);
}

// The line of the measuring tool with its corners.
export function measureLayers({ make, colours, measure }) {
  const points = measure ? measure.points : [];
  return [
    make('measure', 'measure', { data: points.length > 1 ? [points] : [], getPath: (line) => line.map(([x, y]) => [x, y, 0.5]), getColor: withAlpha(colours.surfaces.accent, 255), updateTriggers: { getColor: colours.theme } }),
    make('measure-points', 'gates', { data: points, parameters: { depthCompare: 'always', depthWriteEnabled: false }, radiusUnits: 'pixels', getRadius: 5, radiusMinPixels: 5, getPosition: ([x, y]) => [x, y, 0.5], getFillColor: withAlpha(colours.surfaces.accent, 255), getLineColor: withAlpha(colours.surfaces.page, 255), getLineWidth: 2, updateTriggers: { getFillColor: colours.theme } }),
  ];
}
