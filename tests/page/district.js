// An invented district in the size of a real one: 3 sub-districts, 20 communities, 70 grids, 9 categories.
// Its figures are made up for the panels and do not belong to any doorplate but the three of building 0.

const COMMUNITIES = [
  ['锦帆社区', 2251, 0.623, 5], ['云锦社区', 2047, 0.726, 6], ['桂雨社区', 8300, 0.727, 7], ['东篱社区', 1238, 0.749, 4], ['双塔社区', 6919, 0.758, 4],
  ['文昌社区', 1409, 0.764, 4], ['先锋社区', 7884, 0.766, 3], ['清禾社区', 5196, 0.772, 2], ['玉屏社区', 8520, 0.782, 4], ['碧泉社区', 8921, 0.797, 5],
  ['南浦社区', 3138, 0.813, 3], ['枫溪社区', 4807, 0.842, 4], ['长洲社区', 10798, 0.849, 3], ['水香里社区', 3046, 0.851, 4], ['莲塘社区', 5968, 0.916, 2],
  ['采莲社区', 6022, 0.918, 2], ['月港社区', 7010, 0.921, 2], ['虹桥里社区', 1188, 0.93, 1], ['听橹社区', 6901, 0.941, 1], ['望湖社区', 4100, null, 0],
];
const CATEGORIES = [
  ['elderly', '养老', 'Elderly care', 5, '养', 'hexagon', 0.706], ['park', '公园绿地', 'Park or square', 5, '园', 'diamond', 0.746],
  ['primary_school', '小学', 'Primary school', 10, '小', 'square', 0.837], ['market', '菜市场', 'Wet market', 10, '菜', 'square', 0.787],
  ['health', '卫生服务', 'Health care', 15, '医', 'circle', 0.921], ['secondary_school', '中学', 'Secondary school', 15, '中', 'square', 0.935],
  ['culture', '文化活动', 'Culture', 15, '文', 'hexagon', 0.919], ['sport', '体育健身', 'Sport', 15, '体', 'diamond', 0.961], ['football', '足球场地', 'Football ground', 15, '足', 'diamond', 0.615],
];
const STREETS = ['石灯街道', '澄桥街道', '望湖街道'];
const GRIDS = 70;

function areaTable() {
  const names = ['示例区', ...STREETS, ...COMMUNITIES.map(([name]) => name), ...Array.from({ length: GRIDS }, (_, i) => `第 ${i + 1} 网格`)];
  const level = ['district', ...STREETS.map(() => 'subdistrict'), ...COMMUNITIES.map(() => 'community'), ...Array(GRIDS).fill('grid')];
  const count = names.length;
  const grid = (i) => i - 1 - STREETS.length - COMMUNITIES.length;
  const parent = names.map((_, i) => (i === 0 ? -1 : level[i] === 'subdistrict' ? 0 : level[i] === 'community' ? 1 + (i % 3) : 4 + (grid(i) % 20)));
  const households = names.map((_, i) => (i === 0 ? 105640 : level[i] === 'subdistrict' ? 35213 : level[i] === 'community' ? COMMUNITIES[i - 4][1] : 1400 + i));
  const zeros = Array(count).fill(0);
  return {
    level, parent, households, name: names,
    partition: level.map((one) => (one === 'grid' ? 'grid' : 'admin')),
    code: names.map((_, i) => (i === 0 ? '990106' : level[i] === 'grid' ? `990106001001${String(grid(i)).padStart(3, '0')}` : `990106${String(i).padStart(6, '0')}`)),
    residents: households.map((value) => Math.round(value * 2.62)),
    doorplates: households.map((value) => Math.round(value / 40)),
    buildings: households.map((value) => Math.round(value / 28)),
    quality: names.map(() => 'good'),
    leader_posts: names.map((_, i) => (level[i] === 'community' ? 4 : null)),
    worker_posts: names.map((_, i) => (level[i] === 'community' ? 9 : null)),
    x: zeros, y: zeros, bbox: Array(count * 4).fill(100),
  };
}

function measures(areas) {
  const rows = areas.name.length + 1;
  const columns = {};
  const bend = (rate, i) => (rate === null ? NaN : Math.max(0.02, Math.min(1, rate + ((i * 37) % 23) / 100 - 0.11)));
  const completeness = [...areas.level.map((level, i) => (level === 'community' ? COMMUNITIES[i - 4][2] ?? NaN : 0.825 + ((i * 13) % 9) / 100 - 0.04)), 0.825];
  const per = (of) => CATEGORIES.flatMap((one, c) => Array.from({ length: rows }, (_, i) => of(one, c, i)));
  const total = (i) => (i === rows - 1 ? 105640 : areas.households[i]);
  const rate = (one, c, i) => (i === rows - 1 || areas.level[i] === 'district' ? one[6] : Number.isNaN(completeness[i]) ? NaN : bend(one[6], i + c));
  const missed = (one, c, i) => Math.round(total(i) * (1 - (rate(one, c, i) || 0)));
  const parts = { too_far: 0.684, behind_gate: 0.197, no_route: 0.082, not_snapped: 0.037, no_facility: 0 };
  for (const [weight, factor] of [['households', 1], ['residents', 2.62]]) {
    const put = (name, values) => { columns[`m.${weight}.${name}`] = Float64Array.from(values, (value) => value * factor); };
    const keep = (name, values) => { columns[`m.${weight}.${name}`] = Float64Array.from(values); };
    put('total', per((one, c, i) => total(i)));
    put('ok', per((one, c, i) => total(i) - missed(one, c, i)));
    for (const [why, share] of Object.entries(parts)) put(why, per((one, c, i) => missed(one, c, i) * share));
    for (const name of ['rate', 'low', 'high']) keep(name, per(rate));
    keep('verdict', per(() => 0));
    keep('completeness', completeness);
    keep('reached', completeness.map((share) => share * 9));
    keep('judged', completeness.map(() => 9));
    put('covered_all', completeness.map((share, i) => Math.round(total(i) * 0.212)));
    put('covered_total', completeness.map((_, i) => total(i)));
    keep('failing', [...areas.level.map((level, i) => (level === 'community' ? COMMUNITIES[i - 4][3] : 3)), 5]);
  }
  return columns;
}

/** The head and columns of the district; targets = 0.85 for all, or null as the default standard has it. */
export function districtCore({ target = null, ledger = true } = {}) {
  const areas = areaTable();
  const facilities = CATEGORIES.map(([, name], i) => `桂雨${name}${i === 0 ? '服务中心' : '站'}`);
  const categories = CATEGORIES.map(([id, zh, en, limit, glyph, shape]) => ({
    id, zh, en, limit, unit: 'min', target, glyph, shape, source: 'TD/T 1063-2021', clause: `社区${zh}步行${limit}分钟覆盖率`, confidence: 'confirmed', facilities: 17, judged: true, reach: [5, 10, 15],
  }));
  const json = {
    format: 'community3d-scene',
    version: 1,
    meta: {
      title: '示例区社区生活圈三维一张图', sample: true, date: '2026-11-20', crs: 'EPSG:4549', run: 'abc123', hasLedger: ledger,
      standard: { id: 'tdt1063', zh: 'TD/T 1063-2021', en: 'TD/T 1063-2021' }, walker: { id: 'planning', zh: '规划默认', en: 'Planning', speed: 1 },
      weight: 'households', weights: ['households', 'residents'], weightWord: 'households', weightSources: { given: 2500, estimated: 141 }, personsPerHousehold: 2.62,
      snapLimit: 200, direction: 'to_facility', suppressBelow: 5, targetSource: target === null ? '' : 'user', unit: 'min', stops: [5, 10, 15],
      origin: [120.6, 31.3], toLonLat: [[120.6, 1.05e-5, 0], [31.3, 0, 9.02e-6]], bounds: [-2000, -2000, 2000, 2000],
      problems: { warning: 12, note: 3 }, sources: [{ table: 'doorplates', rows_read: 2641, rows_loaded: 2641, rows_rejected: 0 }],
    },
    statement: { columns: [{ table: 'buildings', column: 'name', rows: 3834 }, { table: 'doorplates', column: 'address', rows: 2641 }], suppressed_counts: 14 },
    counts: { buildings: 3, doorplates: 4, facilities: facilities.length, gates: 40 },
    tiles: { buildings: [0, 3], doorplates: [0, 4] },
    categories: ledger ? categories : [],
    levels: [{ id: 'district', count: 1 }, { id: 'subdistrict', count: 3 }, { id: 'community', count: 20 }, { id: 'grid', count: GRIDS }],
    areas,
    facilities: {
      name: facilities, categories: CATEGORIES.map((_, i) => (i === 2 ? [2, 5] : [i])), x: facilities.map((_, i) => i * 60), y: facilities.map(() => 90), area: facilities.map(() => 6),
      floor_m2: facilities.map((_, i) => (i % 2 ? null : 1200.5)), capacity: facilities.map(() => 60), opening: facilities.map((_, i) => (i === 0 ? '8:00–18:00' : null)),
      loads: facilities.map((_, i) => [[-1, 3412 - i, 518, 8939, 1357]]), outside: facilities.map((_, i) => Number(i === 8)),
    },
    estates: { name: ['康乐新村二期'], xy: [[10, 10]] },
    roads: [{ name: '丰泽路', x: 0, y: 120 }],
    uses: ['', 'residential'],
    figures: { HOUSEHOLDS: [105640, 'households'], RESIDENTS: [283200, 'residents'] },
    legend: { all: [153, 36, 213, 1605, 1181, 646], ...Object.fromEntries(CATEGORIES.map(([id]) => [id, [153, 2551, 1130]])) },
  };
  return { json, columns: ledger ? measures(areas) : {} };
}

/** The one tile: building 0 with two doorplates, 21 floors; building 1 without doorplates; a hostile name. */
export function districtTile() {
  const minutes = [6.5, 1.6, 9.7, 12.1, 15.2, 9.6, 12.7, 11.2, 19.4];
  const metres = [393, 99, 580, 727, 913, 578, 762, 670, 1166];
  const whys = [1, 0, 0, 1, 2, 0, 0, 0, 1];
  const rows = [0, 1, 2, 3];
  const per = (values, change) => values.flatMap((value, c) => rows.map((row) => change(value, row, c)));
  const areas = (first) => [1, 3, 7, first];
  return {
    json: { names: ['康乐新村二期 \u0001 幢', '<img src=x onerror=alert(1)>'], addresses: ['丰泽路 \u0001 号', '\u003c/script><b>丰泽</b>路 \u0001 号'] },
    columns: {
      'b.parts': Uint32Array.of(1, 1, 1), 'b.rings': Uint32Array.of(1, 1, 1), 'b.sizes': Uint32Array.of(4, 4, 4),
      'b.x': Float32Array.of(-60, -60, -40, -40, 40, 40, 60, 60, 90, 90, 110, 110), 'b.y': Float32Array.of(90, 110, 110, 90, -110, -90, -90, -110, -10, 10, 10, -10),
      'b.base': new Float32Array(3), 'b.height': Float32Array.of(63, 18, 3), 'b.floors': Uint16Array.of(21, 6, 0), 'b.source': Uint8Array.of(1, 0, 2), 'b.use': Uint8Array.of(1, 1, 0),
      'b.households': Float32Array.of(90, 50, NaN), 'b.residents': Float32Array.of(261, -1, NaN), 'b.classes': Uint8Array.of(3, 1, 0), 'b.share': Uint16Array.of(612, 1, 0),
      'b.ok': Uint8Array.from(whys.flatMap((why) => [why ? 2 : 1, 2, 0])), 'b.area': Uint16Array.from([1, 1, 1, 2, 2, 2, 7, 7, 7, 25, 25, 25]),
      'b.name': Uint8Array.of(1, 1, 2), 'b.numbers': Uint32Array.of(12, 7),
      'd.x': Float32Array.of(-52, -48, 50, 10), 'd.y': Float32Array.of(90, 90, -90, -120), 'd.building': Uint32Array.of(1, 1, 2, 0), 'd.estate': Uint16Array.of(1, 1, 1, 0),
      'd.households': Float32Array.of(50, 40, 50, 1), 'd.snap': Float32Array.of(12, 12.5, NaN, 260), 'd.area': Uint16Array.from([0, 1, 2, 3].map((k) => areas(25)[k]).flatMap((v) => [v, v, v, v])),
      'd.metres': Float32Array.from(per(metres, (value, row, c) => (row === 3 && whys[c] === 2 ? NaN : value + row * 3))),
      'd.rest': Float32Array.from(per(minutes, (value, row, c) => value + row / 20 - (metres[c] + row * 3) / 60)),
      'd.facility': Uint16Array.from(per(whys, (_, __, c) => c + 1)), 'd.why': Uint8Array.from(per(whys, (why, row) => (row === 1 ? 0 : why))),
      'd.address': Uint8Array.of(1, 1, 2, 1), 'd.numbers': Uint32Array.of(118, 120, 7, 9),
    },
  };
}
