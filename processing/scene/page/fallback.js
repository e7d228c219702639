// Where the map cannot be drawn: say why and show the flat picture made at export; all panels go on working.
import { buildingsWithReason } from './colours.js';
import { button, element, redraw } from './dom.js';

function pictureFromPlain() {
  const found = document.querySelector('#plain .picture, #plain img, #plain svg');
  return found ? found.cloneNode(true) : null;
}

/** Put message and flat picture where the map would be; `kind` names the words. */
export function mountFallback(host, page, kind) {
  const picture = pictureFromPlain();
  const area = element('div', { class: 'flat' });
  host.append(area);
  page.watch(host, ['language'], () => {
    const { t } = page;
    redraw(area, element('p', { class: 'message', role: 'alert' }, element('b', {}, t('no_3d')), element('br'), t(`problem_${kind.replaceAll('-', '_')}`)), picture ?? element('p', { class: 'note' }, t('no_picture')));
  });
}

// Whether the filters of the state leave any building in its colour; told by the legend's own counts where they can tell.
function nothingLit({ model, state }) {
  const { category, dimmedClass, whyFilter, failingOnly, loaded, compare } = state.get();
  if (!model.counts.buildings || !model.measures.present || loaded < 1) return false;
  const counts = compare === 'change' ? model.compare.legend(category) : model.legend(category);
  if (dimmedClass !== null && !counts[dimmedClass]) return true;
  if (whyFilter !== null && !buildingsWithReason(model, category, whyFilter).size) return true;
  const served = category === null ? 5 : 1;
  return failingOnly && counts.every((count, one) => !count || one === 0 || one === served);
}

/** The line over the map that says that a filter leaves nothing, with the way out. */
export function mountNothing(host, page) {
  const { state } = page;
  page.watch(host, ['language', 'category', 'dimmedClass', 'whyFilter', 'failingOnly', 'loaded', 'compare'], () => {
    const { t } = page;
    const nothing = nothingLit(page);
    host.hidden = !nothing;
    host.replaceChildren();
    if (nothing) redraw(host, element('span', { role: 'status' }, t('no_match')), button({ class: 'control', key: 'clear-filter', press: () => state.set({ dimmedClass: null, whyFilter: null, failingOnly: false }) }, t('clear_filter')));
  });
}

/** A passing notice over the map: 'light-mode', 'context-lost', 'context-restored'. */
export function mountNotice(host, page) {
  const { state } = page;
  let kind = null;
  const draw = () => {
    const { t } = page;
    host.hidden = !kind;
    if (!kind) return;
    redraw(host,
      element('span', { role: 'status' }, t(`problem_${kind.replaceAll('-', '_')}`)),
      kind === 'light-mode' && !page.model.meta.publication ? button({ class: 'control', key: 'still-3d', press: () => { state.set({ lightMode: false, view3d: true }); show(null); } }, t('still_3d')) : null,
      kind === 'light-mode' ? button({ class: 'control', key: 'notice-close', press: () => show(null) }, t('close')) : null);
  };
  function show(next) {
    kind = next === 'context-restored' ? null : next;
    draw();
    page.arrange();
  }
  page.watch(host, ['language'], draw);
  state.subscribe(['lightMode'], ({ lightMode }) => show(lightMode ? 'light-mode' : null));
  if (state.get().lightMode) show('light-mode');
  return show;
}
