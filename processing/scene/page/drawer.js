// The rail of small screens and the drawer it opens; on the wall the drawer holds the layers only.
import { button, element, redraw } from './dom.js';
import { icon } from './icons.js';
import { mountChanges, mountCompare } from './comparepanel.js';
import { mountCoverage } from './coverage.js';
import { mountLayerTree } from './layertree.js';
import { mountLegend } from './legend.js';
import { mountOverview } from './overview.js';
import { toggleDrawer } from './actions.js';

// What each drawer shows, by the part's name.
const CONTENTS = { layers: ['layers', 'legend'], legend: ['legend'], figures: ['compare', 'overview', 'coverage', 'changes'] };

function railButtons(page) {
  const { state, t } = page;
  const { drawer } = state.get();
  const entry = (id, sign, letter) => button({
    class: `rail-button rail-${id}`,
    key: `rail/${id}`,
    pressed: drawer === id,
    'data-tip': letter ? `${t(id)} (${letter})` : t(id),
    press: () => toggleDrawer(page, id),
  }, icon(sign), element('span', {}, t(`rail_${id}`)));
  return [
    entry('layers', 'layers', 'L'),
    entry('legend', 'legend', 'G'),
    page.model.measures.present ? entry('figures', 'figures') : null,
    entry('ranking', 'ranking'),
    button({ class: 'rail-button', key: 'rail/about', 'data-tip': `${t('about')} (?)`, press: () => state.set({ dialog: 'about' }) }, icon('info'), element('span', {}, t('about'))),
  ].filter(Boolean);
}

/** The rail. */
export function mountRail(host, page) {
  page.watch(host, ['language', 'drawer'], () => {
    host.setAttribute('aria-label', page.t('panels'));
    redraw(host, railButtons(page));
  });
}

/** The drawer: each part is built when it is first shown. */
export function mountDrawer(host, page) {
  const { state, t } = page;
  const closeButton = () => button({ class: 'close', key: 'drawer-close', label: t('close_panel'), tip: `${t('close_panel')} (Esc)`, press: () => state.set({ drawer: null }) }, icon('close'));
  const mounts = {
    layers: (section) => mountLayerTree(section, page, { close: () => (page.wallLayout() ? closeButton() : null) }),
    legend: (section) => mountLegend(section, page, { columns: 1 }),
    compare: (section) => mountCompare(section, page),
    changes: (section) => mountChanges(section, page),
    overview: (section) => mountOverview(section, page),
    coverage: (section) => mountCoverage(section, page),
  };
  const sections = {};
  const draw = () => {
    const { drawer } = state.get();
    // On the wall figures and legend stand in the left column.
    const wanted = page.wallLayout() ? (CONTENTS[drawer] ?? []).filter((part) => part === 'layers') : CONTENTS[drawer] ?? [];
    host.hidden = wanted.length === 0;
    for (const part of wanted) {
      if (sections[part]) continue;
      sections[part] = element('section', { class: `section part-${part}` });
      mounts[part](sections[part]);
    }
    const shown = wanted.map((part) => sections[part]);
    // Moving a section would drop the focus inside it.
    if (shown.length !== host.children.length || shown.some((section, i) => host.children[i] !== section)) host.replaceChildren(...shown);
    page.arrange();
  };
  page.watch(host, ['drawer'], draw);
  page.onLayout(draw);
}
