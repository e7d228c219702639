// The outline of the selected area, above all boundaries.

import { withAlpha } from './colours.js';

export function areaOutlineLayers({ make, colours, record, shapes }) {
  const { selection } = record;
  const paths = selection?.kind === 'area' ? shapes.areas.shapes.filter((_, i) => shapes.areas.rows[i] === selection.index).map((shape) => (shape.positions ? shape.positions.subarray(0, shape.holeIndices[0]) : shape)) : [];
  return [make('selected-area', 'boundaries', { data: paths, getPath: (path) => path, positionFormat: 'XY', _pathType: 'open', getWidth: 3, getColor: withAlpha(colours.theme === 'dark' ? colours.surfaces.selection : colours.surfaces.selection_outline, 255), updateTriggers: { getColor: colours.theme } })];
}
