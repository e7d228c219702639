// An invented scene small enough to check on paper: 2 communities, 3 buildings, 4 doorplates, 2 categories.
//
//   North (101): building 0 with doorplates 0 (30 households, reaches both) and 1 (20 households, no school: too far)
//   South (102): building 1 with doorplate 2 (50 households, neither: school behind a gate, health off the network)
//   building 2 is a shed; doorplate 3 (1 household, both) has no building and lies in South

export const HEAD = {
  format: 'community3d-scene',
  version: 1,
  meta: {
    title: '示例区',
    sample: true,
    date: '2026-11-20',
    crs: 'EPSG:4549',
    run: 'abc123',
    standard: { id: 'tdt1063', zh: 'TD/T 1063-2021', en: 'TD/T 1063-2021' },
    walker: { id: 'planning', zh: '规划默认', en: 'Planning', speed: 1 },
    weight: 'households',
    weights: ['households', 'residents'],
    residentsEstimated: true,
    personsPerHousehold: 2.62,
    snapLimit: 200,
    suppressBelow: 5,
    targetSource: 'user',
    unit: 'min',
    stops: [5, 10, 15],
    origin: [120.6, 31.3],
    toLonLat: [[120.6, 1.05e-5, 0], [31.3, 0, 9.02e-6]],
    bounds: [-200, -200, 200, 200],
    hasLedger: true,
    problems: { error: 0, warning: 2, note: 1 },
    sources: [],
  },
  statement: { columns: [] },
  counts: { buildings: 3, doorplates: 4, facilities: 2, gates: 0 },
  tiles: { buildings: [0, 3], doorplates: [0, 4] },
  categories: [
    { id: 'primary_school', zh: '小学', en: 'Primary school', limit: 10, unit: 'min', target: 0.8, glyph: '小', shape: 'square', facilities: 1, surveyed: true, reach: [] },
    { id: 'health', zh: '卫生服务', en: 'Health care', limit: 15, unit: 'min', target: null, glyph: '医', shape: 'circle', facilities: 1, surveyed: true, reach: [] },
  ],
  levels: [{ id: 'community', count: 2 }],
  areas: {
    level: ['district', 'community', 'community'],
    partition: ['admin', 'admin', 'admin'],
    code: ['1', '101', '102'],
    name: ['示例区', '北社区', '<img onerror=alert(1)>'],
    parent: [-1, 0, 0],
    households: [101, 50, 51],
    residents: [265, 131, 134],
    doorplates: [4, 2, 2],
    buildings: [3, 1, 1],
    quality: ['usable', 'good', 'not_usable'],
    leader_posts: [null, 1, null],
    worker_posts: [null, 3, null],
    x: [0, 0, 0],
    y: [0, 100, -100],
    bbox: [-200, -200, 200, 200, -200, 0, 200, 200, -200, -200, 200, 0],
  },
  facilities: {
    name: ['示例小学', '示例卫生站'],
    categories: [[0], [1]],
    x: [0, 50],
    y: [150, 150],
    area: [1, 1],
    floor_m2: [1200, null],
    capacity: [null, null],
    opening: [null, '8:00–18:00'],
    loads: [[[-1, 31, 20, 81, 52], [0, 31, 20, 81, 52]], [[-1, 51, 0, 134, 0]]],
    outside: [0, 0],
  },
  estates: { name: ['丰泽新村', '望湖小区'], xy: [[-50, 90], null] },
  roads: [{ name: '丰泽路', x: 0, y: 120 }],
  uses: ['', 'residential'],
  events: { category: [], state: [], age: [], x: [], y: [] },
  figures: { RATE_ALL: [0.45, 'share'], 'rate.health': [51 / 101, 'share'] },
  legend: { all: [1, 1, 0, 0, 1, 0], primary_school: [1, 0, 2], health: [1, 1, 1] },
};

// Rows: district, 101, 102, whole; category by category.
const MEASURES = {
  total: [101, 50, 51, 101, 101, 50, 51, 101],
  ok: [31, 30, 1, 31, 51, 50, 1, 51],
  too_far: [20, 20, 0, 20, 0, 0, 0, 0],
  behind_gate: [50, 0, 50, 50, 0, 0, 0, 0],
  no_route: [0, 0, 0, 0, 0, 0, 0, 0],
  not_snapped: [0, 0, 0, 0, 50, 0, 50, 50],
  no_facility: [0, 0, 0, 0, 0, 0, 0, 0],
  rate: [31 / 101, 0.6, 1 / 51, 31 / 101, 51 / 101, 1, 1 / 51, 51 / 101],
  low: [31 / 101, 0.6, 1 / 51, 31 / 101, 51 / 101, 1, 1 / 51, 51 / 101],
  high: [31 / 101, 0.6, 1 / 51, 31 / 101, 1, 1, 1, 1],
  verdict: [2, 2, 2, 2, 0, 0, 0, 0],
  completeness: [82 / 202, 0.8, 1 / 51, 82 / 202],
  reached: [82 / 101, 1.6, 2 / 51, 82 / 101],
  judged: [2, 2, 2, 2],
  covered_all: [31, 30, 1, 31],
  covered_total: [101, 50, 51, 101],
  failing: [1, 1, 1, 1],
};

function measures() {
  const columns = {};
  for (const weight of ['households', 'residents']) {
    for (const [name, values] of Object.entries(MEASURES)) columns[`m.${weight}.${name}`] = Float64Array.from(values);
  }
  return columns;
}

export function inventedCore() {
  return { json: structuredClone(HEAD), columns: measures() };
}

export function inventedTile() {
  const u8 = (...values) => Uint8Array.from(values);
  const u16 = (...values) => Uint16Array.from(values);
  const u32 = (...values) => Uint32Array.from(values);
  const f32 = (...values) => Float32Array.from(values);
  return {
    json: { names: ['康乐新村 \u0001 幢', '车棚'], addresses: ['丰泽路 \u0001 号'] },
    columns: {
      // Squares of 20 m; the second building has a courtyard of 10 m.
      'b.parts': u32(1, 1, 1), 'b.rings': u32(1, 2, 1), 'b.sizes': u32(4, 4, 4, 4),
      'b.x': f32(-60, -60, -40, -40, 40, 40, 60, 60, 45, 55, 55, 45, 90, 90, 110, 110),
      'b.y': f32(90, 110, 110, 90, -110, -90, -90, -110, -105, -105, -95, -95, -10, 10, 10, -10),
      'b.base': f32(0, 0, 0), 'b.height': f32(64, 18, 3),
      'b.floors': u16(21, 6, 0), 'b.source': u8(0, 1, 2), 'b.use': u8(1, 1, 0),
      'b.households': f32(50, 50, NaN), 'b.residents': f32(131, -1, NaN), 'b.classes': u8(4, 1, 0), 'b.share': u16(801, 1, 0),
      'b.ok': u8(2, 2, 0, 1, 2, 0), 'b.area': u16(2, 3, 0),
      'b.name': u8(1, 1, 2), 'b.numbers': u32(12, 7),
      'd.x': f32(-52, -48, 50, 10), 'd.y': f32(90, 90, -90, -120), 'd.building': u32(1, 1, 2, 0), 'd.estate': u16(1, 1, 2, 0),
      'd.households': f32(30, 20, 50, 1), 'd.snap': f32(12, 12.5, NaN, 3), 'd.area': u16(2, 2, 3, 3),
      'd.metres': f32(393, 650.4, 1240, 80, 300, 310, NaN, 90), 'd.rest': f32(0, 0, 0, 0, 0, 0, 0, 0),
      'd.facility': u16(1, 1, 1, 1, 2, 2, 0, 2), 'd.why': u8(0, 1, 2, 0, 0, 0, 4, 0),
      'd.address': u8(1, 1, 1, 0), 'd.numbers': u32(118, 120, 7),
    },
  };
}
