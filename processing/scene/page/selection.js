// The right column: ranking, reasons and privacy line, or the panel of what is selected.
import { button, element, redraw } from './dom.js';
import { icon } from './icons.js';
import { buildingPanel, doorplatePanel } from './panels.js';
import { areaPanel, facilityPanel } from './areapanel.js';
import { eventPanel } from './eventpanel.js';
import { placePanel } from './livepanel.js';
import { copyText, objectAbove, selectObject } from './actions.js';

const PANELS = { building: buildingPanel, doorplate: doorplatePanel, area: areaPanel, facility: facilityPanel, event: eventPanel, place: placePanel };

function loadedFor({ model }, { kind, index }) {
  if (kind === 'building') return model.buildings.ready(index);
  if (kind === 'doorplate') return model.doorplates.ready(index);
  return true;
}

function panelFoot(page, selection) {
  const { state, map, t } = page;
  const above = objectAbove(page, selection);
  return element(
    'div',
    { class: 'panel-foot' },
    map ? button({ class: 'control', key: 'fly', press: () => map.flyTo(selection) }, icon('fly'), t('fly_to')) : null,
    button({ class: 'control', key: 'link', press: () => copyText(window.location.href, t('copied')) }, icon('link'), t('copy_link')),
    above ? button({ class: 'control', key: 'above', press: () => { state.set({ selection: above }); if (map) map.flyTo(above); } }, icon('up'), t('up_one_level')) : null,
  );
}

function drawPanel(host, page, selection) {
  const { t } = page;
  if (!loadedFor(page, selection)) {
    redraw(host, element('p', { class: 'message privacy' }, t('still_reading_object')));
    return;
  }
  const { kind, name, place, body } = PANELS[selection.kind](page, selection.index, selection);
  redraw(
    host,
    element(
      'div',
      { class: 'panel-head' },
      element('p', { class: 'panel-kind' }, kind),
      element('h2', { class: 'panel-name', id: 'panel-name' }, name),
      element('p', { class: 'panel-place' }, place),
      button({ class: 'close', key: 'close', label: t('close_panel'), tip: `${t('close_panel')} (Esc)`, press: () => page.state.set({ selection: null }) }, icon('close')),
    ),
    element('div', { class: 'panel-body scroll', 'data-scroll': `panel/${selection.kind}/${selection.index ?? ''}` }, body),
    panelFoot(page, selection),
  );
}

/** One sentence on what is selected, for those who do not see the panel. */
export function selectionSentence(page, selection) {
  if (!selection || !loadedFor(page, selection)) return '';
  const { kind, name } = PANELS[selection.kind](page, selection.index, selection);
  return page.t('selected_sentence', { kind, name });
}

/** Swap the right column between its standing sections and the selection's panel. */
export function mountSelection(panel, standing, page) {
  const { state } = page;
  let opener = null;
  const draw = (record, changed) => {
    const { selection } = state.get();
    const isNew = changed?.has('selection');
    if (isNew && selection && panel.hidden) opener = document.activeElement;
    const hadFocus = panel.contains(document.activeElement);
    panel.hidden = !selection;
    standing.hidden = Boolean(selection);
    if (!selection) {
      panel.replaceChildren();
      if (hadFocus && opener?.isConnected) opener.focus();
      else if (hadFocus) document.getElementById('right').focus();
      return;
    }
    drawPanel(panel, page, selection);
    if (!isNew) return;
    document.getElementById('live').textContent = selectionSentence(page, selection);
    // Whoever came by keyboard goes on reading in the panel.
    if (standing.contains(opener) && document.activeElement === document.body) panel.querySelector('[data-key="close"]').focus();
  };
  state.subscribe(['selection', 'language', 'weight', 'failingOnly', 'category', 'loaded', 'calm', 'compare', 'near'], draw);
  draw(state.get(), new Set(['selection']));
}
