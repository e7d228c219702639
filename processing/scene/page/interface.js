// The page around the map: header, panels, dock, tools, keys. Figures come from the model, choices go to the state.
import { createWords } from './i18n.js';
import { createPhrases } from './phrases.js';
import { element } from './dom.js';
import { keepLayout, occupiedBoxes, panelPadding } from './layout.js';
import { mountHeader } from './header.js';
import { mountOverview } from './overview.js';
import { mountChanges, mountCompare } from './comparepanel.js';
import { mountChangeTable } from './changetable.js';
import { mountCoverage } from './coverage.js';
import { mountLegend } from './legend.js';
import { mountRanking } from './ranking.js';
import { mountPrivacy, mountWhy } from './why.js';
import { mountSelection } from './selection.js';
import { mountDrawer, mountRail } from './drawer.js';
import { mountDock } from './dock.js';
import { mountScale, mountTools } from './tools.js';
import { mountMeasure } from './measure.js';
import { mountReaching } from './livepanel.js';
import { mountPublication } from './publication.js';
import { mountMapFocus } from './mapfocus.js';
import { mountDialog } from './dialog.js';
import { mountFallback, mountNothing, mountNotice } from './fallback.js';
import { mountTooltip } from './tooltip.js';
import { mountTour } from './tour.js';
import { mountKeys } from './keyboard.js';
import { ownStop } from './actions.js';

const POINTER_MS = 5000;

/** A small record that only the panels share. */
function createLocal(initial) {
  let record = initial;
  const listeners = [];
  return Object.freeze({
    get: () => record,
    set(patch) {
      record = { ...record, ...patch };
      listeners.forEach((listener) => listener(record));
    },
    subscribe: (listener) => listeners.push(listener),
  });
}

/** The levels that can be ranked: without the district, unless there are several. */
export function rankableLevels(model) {
  return model.levels.filter(({ id, count }) => id !== 'district' || count > 1);
}

function createPage({ model, state, map, words, about }) {
  const t = createWords(words, () => state.get().language);
  const say = createPhrases({ t, language: () => state.get().language, suppressBelow: model.meta.suppressBelow, rounded: model.meta.worksOut });
  const byDoorplate = model.meta.weightWord === 'doorplates';
  return {
    model,
    state,
    map,
    about: about ?? {},
    t,
    say,
    local: createLocal({ belowOnly: false, letters: true }),
    name: (category) => category[state.get().language] || category.zh || category.id,
    // What a weight counts: where no household is known each doorplate counts as one.
    unit: (weight) => (weight === 'households' && byDoorplate ? 'doorplates' : weight),
    rankLevels: () => rankableLevels(model),
    watch(host, keys, draw) {
      draw(state.get(), new Set(keys));
      state.subscribe(keys, draw);
    },
    centrePixel() {
      const { left, right, top, bottom } = panelPadding();
      return [(left + window.innerWidth - right) / 2, (top + window.innerHeight - bottom) / 2];
    },
    centre() {
      return map ? map.unproject(this.centrePixel()) : [0, 0];
    },
  };
}

const byId = (id) => document.getElementById(id);

function mountLeft(page) {
  const parts = { compare: mountCompare, overview: mountOverview, coverage: mountCoverage, changes: mountChanges, legend: mountLegend };
  for (const [name, mount] of Object.entries(parts)) {
    const section = element('section', { class: `section part-${name}` });
    byId('left').append(section);
    mount(section, page);
  }
}

function mountRight(page) {
  const standing = element('div', { class: 'standing' });
  const panel = element('div', { class: 'panel', role: 'region', 'aria-labelledby': 'panel-name', hidden: true });
  const ranking = element('section', { class: 'section part-ranking' });
  const changed = element('section', { class: 'section part-ranking part-changed' });
  const why = element('section', { class: 'section part-why' });
  const privacy = element('p', { class: 'privacy' });
  standing.append(ranking, changed, why);
  if (!page.model.measures.present) {
    const none = element('p', { class: 'note' });
    standing.append(none);
    page.watch(none, ['language'], () => { none.textContent = page.t('no_ledger'); });
  }
  byId('right').append(standing, panel, privacy);
  mountRanking(ranking, page);
  mountChangeTable(changed, page);
  mountWhy(why, page);
  mountPrivacy(privacy, page);
  mountSelection(panel, standing, page);
}

function keepRoot({ model, state, t, say }) {
  const root = document.documentElement;
  const follow = () => {
    const { theme, language, wall, compare } = state.get();
    root.dataset.theme = theme;
    root.lang = language === 'zh' ? 'zh-CN' : 'en';
    root.dataset.wall = String(wall);
    root.dataset.compare = compare ?? '';
    byId('skip').textContent = t('skip_to_ranking');
    byId('left').setAttribute('aria-label', t('figures'));
    byId('right').setAttribute('aria-label', t('ranking'));
    byId('region').setAttribute('aria-label', t('map_region'));
    byId('region').setAttribute('role', 'region');
    byId('map').setAttribute('aria-label', mapSentence({ model, state, t, say }));
  };
  follow();
  state.subscribe(['theme', 'language', 'wall', 'compare'], follow);
}

// On a wall the pointer is only seen while it moves.
function hidePointer({ state }) {
  const root = document.documentElement;
  let timer = 0;
  document.addEventListener('pointermove', () => {
    if (!state.get().wall) return;
    root.classList.add('awake');
    clearTimeout(timer);
    timer = setTimeout(() => root.classList.remove('awake'), POINTER_MS);
  });
}

/** One sentence on what the map shows, for those who do not see it. */
export function mapSentence({ model, state, t, say }) {
  const { meta, measures } = model;
  const { weight, level } = state.get();
  if (!measures.present) return t('map_sentence_plain', { title: meta.title });
  const rated = model.areas.ofLevel(level).map((area) => [area, measures.completeness(area, weight)]).filter(([, share]) => share !== null);
  const lowest = rated.sort((a, b) => a[1] - b[1])[0];
  const share = say.share(measures.completeness(null, weight));
  if (!lowest) return t('map_sentence_whole', { title: meta.title, share });
  return t('map_sentence', { title: meta.title, share, count: rated.length, level: t(level), name: model.areas.name(lowest[0]), low: say.share(lowest[1]) });
}

function openRightWhenNeeded({ state, layout }) {
  const right = byId('right');
  const follow = () => {
    const narrow = ['narrow', 'phone'].includes(layout());
    right.classList.toggle('closed', narrow && state.get().drawer !== 'ranking' && !state.get().selection);
  };
  follow();
  state.subscribe(['drawer', 'selection'], follow);
  return follow;
}

// What a person sees first where the left column is folded away: layers on a laptop, figures on a wall with large text.
function openFirstDrawer({ state, layout }) {
  if (state.get().drawer !== null || layout() !== 'laptop' || window.innerWidth < 1366) return;
  state.set({ drawer: document.documentElement.dataset.size === 'wall' ? 'figures' : 'layers' });
}

/** Build the page around the map; called once, when the figures are there. Returns padding, boxes and notices for the map, and what tells that it failed. */
export function mountInterface(context) {
  const page = createPage(context);
  const { state, map } = page;
  const levels = page.rankLevels();
  if (levels.length && !levels.some(({ id }) => id === state.get().level)) state.set({ level: levels[levels.length - 1].id });
  const { category, minutes } = state.get();
  if (category !== null && minutes === null) state.set({ minutes: ownStop(page.model, category) });
  keepRoot(page);
  const onLayout = [];
  Object.assign(page, { layout: () => document.documentElement.dataset.layout, wallLayout: () => page.layout() === 'wall', onLayout: (listener) => onLayout.push(listener), arrange: () => {} });
  const keeper = keepLayout(page);
  Object.assign(page, { layout: keeper.layout, arrange: keeper.arrange });
  keeper.onLayout(() => onLayout.forEach((listener) => listener()));
  openFirstDrawer(page);
  page.onLayout(() => openFirstDrawer(page));
  page.search = mountHeader(byId('header'), page);
  mountLeft(page);
  mountRail(byId('rail'), page);
  mountDrawer(byId('drawer'), page);
  let failed = false;
  const fail = (kind) => {
    if (!failed) mountFallback(byId('map'), page, kind);
    failed = true;
  };
  if (!map) fail(context.problem ?? 'no-webgl');
  mountScale(byId('scale'), page);
  mountTools(byId('tools'), page);
  mountDock(byId('dock'), page);
  mountMeasure(byId('measure'), page);
  mountReaching(byId('reaching'), page);
  if (map) mountMapFocus(byId('map'), page);
  const notice = mountNotice(byId('notice'), page);
  mountNothing(byId('nothing'), page);
  mountTooltip(byId('tooltip'), page);
  mountTour(byId('tour'), page);
  mountRight(page);
  mountDialog(page);
  mountKeys(page);
  mountPublication(page);
  hidePointer(page);
  page.onLayout(openRightWhenNeeded(page));
  byId('skip').addEventListener('click', (event) => {
    event.preventDefault();
    byId('right').focus();
  });
  page.arrange();
  return { padding: panelPadding, occupied: occupiedBoxes, notice, fail };
}
