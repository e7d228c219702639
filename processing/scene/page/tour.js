// 巡览: the page shows itself: the whole district, then its worst communities, then what improved most; any key or click pauses.
import { button, element, redraw } from './dom.js';
import { icon } from './icons.js';
import { rankAreas } from './model.js';
import { rankChanges } from './model-compare.js';
import { ownStop } from './actions.js';

const WHOLE_MS = 12000;
const AREA_MS = 8000;
const TICK_MS = 200;
const WORST = 5;

/** The category that an area misses most: by points below its target, else by its lowest share; null where nothing is judged. */
export function weakestCategory(model, area, weight) {
  const gaps = model.categories.map(({ id, target }) => ({ id, rate: model.measures.rate(area, id, weight), target }))
    .filter(({ rate }) => rate !== null)
    .map(({ id, rate, target }) => ({ id, gap: rate - (target ?? 1) }));
  return gaps.sort((a, b) => a.gap - b.gap)[0]?.id ?? null;
}

/** The stations in order: {area, category, compare, ms}; area null = the whole district. */
export function tourSteps(model, { level, weight }) {
  const whole = { area: null, category: null, compare: null, ms: WHOLE_MS };
  if (!model.measures.present) return [whole];
  const ranked = rankAreas(model, { level, category: null, weight, sort: 'rate' }).filter((row) => row.rank !== null);
  const worst = ranked.slice(0, WORST).map(({ area }) => ({ area, category: weakestCategory(model, area, weight), compare: null, ms: AREA_MS }));
  const canCompare = model.compare && !model.compare.differs.length;
  const [best] = canCompare ? rankChanges(model, { level, category: null, weight, sort: 'rate' }).rows.filter((row) => row.change > 0) : [];
  return [whole, ...worst, ...(best ? [{ area: best.area, category: null, compare: 'change', ms: AREA_MS }] : [])];
}

function show({ model, state, map }, step) {
  const selection = step.area === null ? null : { kind: 'area', index: step.area };
  state.set({ category: step.category, minutes: step.category === null ? null : ownStop(model, step.category), compare: step.compare, origin: null, reached: null, dimmedClass: null, whyFilter: null, failingOnly: false, measure: null, reaching: false, selection });
  if (!map) return;
  if (selection) map.flyTo(selection);
  else map.home();
}

/** Start the tour, go on with it, or put it away. */
export function toggleTour({ state }) {
  const { tour } = state.get();
  state.set({ tour: tour === null ? { step: 0, paused: false } : null });
}

/** The line of the tour above the dock; while it plays any key or click elsewhere pauses it. */
export function mountTour(host, page) {
  const { model, state, t } = page;
  let timer = 0;
  let passed = 0;
  const steps = () => tourSteps(model, state.get());
  const fill = element('div', { class: 'tour-fill' });

  function goOn() {
    const { tour } = state.get();
    const all = steps();
    state.set({ tour: { step: (tour.step + 1) % all.length, paused: false } });
  }

  function tick() {
    passed += TICK_MS;
    const { tour } = state.get();
    const { ms } = steps()[tour.step];
    fill.style.width = `${Math.min(100, (100 * passed) / ms)}%`;
    if (passed >= ms) goOn();
  }

  function pause(event) {
    if (host.contains(event.target) || event.target.closest?.('[data-key="tour"]')) return;
    const { tour } = state.get();
    if (tour && !tour.paused) {
      state.set({ tour: { ...tour, paused: true } });
      if (event.key === ' ') event.preventDefault();
    }
  }

  function draw() {
    const { tour } = state.get();
    host.hidden = tour === null;
    if (!tour) {
      host.replaceChildren();
      return;
    }
    const all = steps();
    const step = all[tour.step];
    const name = step.area === null ? t('home') : model.areas.name(step.area);
    const words = t(tour.paused ? 'tour_paused' : 'tour_line', { step: tour.step + 1, all: all.length, name });
    redraw(host,
      element('span', { role: 'status' }, words),
      tour.paused ? button({ class: 'control', key: 'tour-on', press: () => state.set({ tour: { ...tour, paused: false } }) }, icon('play'), t('go_on')) : null,
      button({ class: 'control', key: 'tour-end', label: t('end_tour'), tip: `${t('end_tour')} (T)`, press: () => state.set({ tour: null }) }, icon('close')),
      element('div', { class: 'tour-track', 'aria-hidden': 'true' }, fill));
  }

  let shownStep = null;
  state.subscribe(['tour'], ({ tour }) => {
    clearInterval(timer);
    if (!tour) shownStep = null;
    else if (shownStep !== tour.step) {
      shownStep = tour.step;
      passed = 0;
      fill.style.width = '0';
      show(page, steps()[tour.step]);
    }
    if (tour && !tour.paused) timer = setInterval(tick, TICK_MS);
    draw();
    page.arrange();
  });
  page.watch(host, ['language'], draw);
  document.addEventListener('pointerdown', pause, true);
  document.addEventListener('keydown', pause, true);
}
