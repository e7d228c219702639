// The map: deck.gl layers over the model, watched through the state.
//
// createMap(container, model, state, options) → map; options:
//   spec      the deck as pydeck built it (views, initialViewState, layers by id)
//   padding   {left, right, top, bottom} in px: the boxes of the panels; the centre of the map is the centre of what they leave free
//   onPick    (selection | null, {x, y, position}) after a click; without it the map sets state.selection itself
//   onReady   after the first picture
//   onProblem (kind): 'no-webgl' | 'context-lost' | 'context-restored' | 'light-mode'
//
// map has:
//   flyTo(target)          target = selection {kind, index} | {bounds: [x0, y0, x1, y1]} | {x, y, zoom} | {longitude, latitude, zoom}
//   home()                 the whole district inside the padding; the selection is kept
//   zoomBy(levels)         + nearer, − farther
//   panBy(dx, dy)          px
//   turnBy(bearing, pitch) degrees
//   northUp()              first call: bearing 0; second call: pitch 0
//   setPadding(padding)
//   resize()
//   picture(scale)         → Promise of a canvas with what is drawn
//   project([x, y, z])     → [px, py] in page pixels
//   unproject([px, py])    → [x, y] on the ground
//   lonLat([x, y])         → [longitude, latitude];   metres([longitude, latitude]) → [x, y]
//   metresPerPixel()       at the centre of the free part of the map
//   pickAt([px, py])       → selection or null
//   occupied(boxes)        page boxes [x, y, width, height] that labels must leave free
//   bearing(), pitch(), zoom()
//   redraw()
//   destroy()
export function createMap(container, model, state, options) {
  throw new Error('not built yet');
}
