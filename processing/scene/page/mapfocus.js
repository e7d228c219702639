// The map as something that holds the focus: a cross at its centre and a menu on the right button.
import { copyText, walkFrom } from './actions.js';
import { openMenu } from './menu.js';

const PLACES = 6;

function contextMenu(page, host, event) {
  const { model, state, map, t } = page;
  const at = [event.clientX, event.clientY];
  const ground = map.unproject(at);
  openMenu(host, {
    at,
    chosen: null,
    options: [{ id: 'copy', label: t('copy_coordinates') }, { id: 'measure', label: t('measure_here') }, ...(model.meta.live ? [{ id: 'walk', label: t('walk_from_here') }] : [])],
    choose(what) {
      if (what === 'walk') {
        walkFrom(page, ground);
        return;
      }
      if (what === 'measure') state.set({ measure: { points: [ground], done: false }, selection: null });
      else copyText(map.lonLat(ground).map((value) => value.toFixed(PLACES)).join(', '), t('copied'));
    },
  });
}

/** Make the map a stop of the Tab key, with its own keys (keyboard.js). */
export function mountMapFocus(host, page) {
  const cross = document.getElementById('cross');
  const follow = () => {
    const focused = host.matches(':focus-visible') || Boolean(host.querySelector(':focus-visible'));
    const [x, y] = page.centrePixel();
    Object.assign(cross.style, { left: `${x}px`, top: `${y}px` });
    cross.classList.toggle('shown', focused);
  };
  host.tabIndex = 0;
  host.setAttribute('role', 'application');
  host.addEventListener('focusin', follow);
  host.addEventListener('focusout', () => setTimeout(follow, 0));
  page.onLayout(follow);
  host.addEventListener('contextmenu', (event) => {
    event.preventDefault();
    contextMenu(page, host, event);
  });
}
