// Which layout fits the window, and which boxes of it the panels cover.

const SCALES = [1, 1.25, 1.5, 2];
const LARGE_TEXT = 1.5; // from here on the wall keeps its unit but folds its left column into a drawer

/** Whether a window is as large as a wall; its unit then follows its size. */
export function isWallSize(width, height) {
  return width >= 1600 && height >= 900;
}

/** 'wall', 'laptop', 'narrow' or 'phone' for a window of that size in CSS px; large text leaves less room. */
export function layoutFor(width, height, scale = 1) {
  const wall = isWallSize(width, height);
  if (wall && scale < LARGE_TEXT) return 'wall';
  const room = wall ? Math.max(1920, (1920 * width) / height / (16 / 9)) / scale : width / scale;
  if (room >= 1200) return 'laptop';
  return room >= 900 ? 'narrow' : 'phone';
}

/** The text sizes a person can choose. */
export function textScales() {
  return SCALES;
}

const boxOf = (id) => {
  const node = document.getElementById(id);
  const box = node && !node.hidden && node.offsetParent !== null ? node.getBoundingClientRect() : null;
  return box && box.width && box.height ? box : null;
};

/** How far panels reach into the page from each side, in px; dock and tools included. */
export function panelPadding() {
  const width = window.innerWidth;
  const height = window.innerHeight;
  const left = Math.max(0, ...['left', 'rail', 'drawer'].map((id) => boxOf(id)).filter((box) => box && box.left < width / 3).map((box) => box.right));
  const right = Math.max(0, ...['right', 'tools'].map((id) => boxOf(id)).filter((box) => box && box.left > width / 3).map((box) => width - box.left));
  const dock = boxOf('dock');
  const head = boxOf('header');
  return { left, right, top: head ? head.bottom : 0, bottom: dock ? height - dock.top : 0 };
}

/** The boxes that labels of the map must leave free: [x, y, width, height]. */
export function occupiedBoxes() {
  return ['header', 'left', 'rail', 'drawer', 'tools', 'dock', 'scale', 'right', 'notice', 'nothing', 'tour']
    .map(boxOf)
    .filter(Boolean)
    .map((box) => [box.left, box.top, box.width, box.height]);
}

/** Keep layout, text size and paddings right; returns {layout, onLayout, arrange}. */
export function keepLayout({ state, map }) {
  const root = document.documentElement;
  const listeners = [];
  let now = null;
  let planned = 0;

  function measureBoxes() {
    planned = 0;
    const drawerOpen = ['drawer', 'rail'].map(boxOf).filter((box) => box && box.left < window.innerWidth / 3);
    const rightBox = boxOf('right');
    root.style.setProperty('--open-left', `${Math.max(0, ...drawerOpen.map((box) => box.right))}px`);
    root.style.setProperty('--open-right', `${rightBox && now !== 'phone' ? window.innerWidth - rightBox.left : 0}px`);
    // The dock finds its rows in what is left between the panels: measured after that is known.
    const dockBox = boxOf('dock');
    root.style.setProperty('--dock-height', `${dockBox ? dockBox.height : 0}px`);
    if (!map) return;
    map.setPadding(panelPadding());
    map.occupied(occupiedBoxes());
  }

  // One measuring for all panels that change together; not bound to a frame, which a slow map may hold back.
  function arrange() {
    if (!planned) planned = setTimeout(measureBoxes, 0);
  }

  function fit() {
    const { innerWidth: width, innerHeight: height } = window;
    const { textScale } = state.get();
    const next = layoutFor(width, height, textScale);
    root.dataset.size = isWallSize(width, height) ? 'wall' : 'small';
    root.dataset.low = String(height / textScale < 600);
    root.style.setProperty('--text-scale', String(textScale));
    root.style.setProperty('--shift', `${state.get().shift}px`);
    const changed = next !== now;
    now = next;
    root.dataset.layout = next;
    if (changed) listeners.forEach((listener) => listener(next));
    if (map) map.resize();
    arrange();
  }

  window.addEventListener('resize', fit);
  state.subscribe(['textScale'], fit);
  // What changes the height of the dock is known at once; the observer below waits for a frame, which a slow map holds back.
  state.subscribe(['category', 'minutes', 'language', 'lightMode', 'compare'], arrange);
  const watcher = new ResizeObserver(arrange);
  for (const id of ['dock', 'right', 'drawer', 'rail', 'tools', 'header']) watcher.observe(document.getElementById(id));
  fit();
  return { layout: () => now, onLayout: (listener) => listeners.push(listener), arrange };
}
