// The hover tooltip of the map: name and one value.
import { element, redraw } from './dom.js';
import { ageWords } from './eventpanel.js';

function tooltipLines({ model, state, t, say }, { kind, index }) {
  const { category, weight } = state.get();
  if (kind === 'building') {
    if (!model.buildings.ready(index)) return null;
    const share = model.buildings.completeness(index);
    const ok = category === null ? null : model.buildings.ok(index, category);
    const value = category === null ? (share === null ? '' : `${t('completeness')} ${say.share(share)}`) : ok === null ? '' : t(ok ? 'covered' : 'not_covered');
    return [model.buildings.name(index) ?? t('unnamed_building'), value];
  }
  if (kind === 'doorplate') return [model.doorplates.address(index) ?? t('no_address'), ''];
  if (kind === 'event') return [model.events.category(index), [model.events.state(index), ageWords({ model, t }, index)].filter(Boolean).join(' · ')];
  if (kind === 'facility') return [model.facilities.name(index) || t('unnamed'), ''];
  return [model.areas.name(index), model.measures.present ? say.share(model.measures.rate(index, category, weight)) : ''];
}

/** Follow the state's pointer. */
export function mountTooltip(host, page) {
  page.watch(host, ['pointer', 'pointerAt', 'language'], () => {
    const { pointer, pointerAt } = page.state.get();
    const lines = pointer && pointerAt ? tooltipLines(page, pointer) : null;
    host.hidden = !lines;
    if (!lines) return;
    redraw(host, element('b', {}, lines[0]), element('span', {}, [lines[1], page.t('click_to_see')].filter(Boolean).join(' · ')));
    const right = pointerAt[0] > window.innerWidth / 2;
    Object.assign(host.style, { left: `${pointerAt[0]}px`, top: `${pointerAt[1]}px`, transform: right ? 'translate(calc(-100% - 1rem), 1rem)' : '' });
  });
}
