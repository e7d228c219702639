// What of the page's text cannot be read: cut off, outside its panel or the window, or upon other text. Returns sentences.
() => {
  const PANELS = '.header, .column, .drawer, .rail, .tools, .dock, .dialog, .notice, .menu, .search-list, .scale, .toast';
  const OPENED = '.search-list, .menu'; // hang from a panel, outside it
  const SLACK = 1.5; // px: half pixels and slanting ends of letters
  const found = new Set();
  const short = (text) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
  const say = (what, text, holder) => found.add(`${what}: "${short(text)}" in ${holder.className || holder.tagName} of ${holder.closest(PANELS)?.className ?? 'page'}`);
  const clips = (overflow) => overflow !== 'visible';
  const scrolls = (overflow) => overflow === 'auto' || overflow === 'scroll';

  // The part of a box that the boxes around it let through; tells where it is cut: sideways, where nobody scrolls, in any case.
  function seen(text, holder, box) {
    let { left, top, right, bottom } = box;
    let [sideways, upright] = [true, true];
    for (let node = holder; node && node.id !== 'app'; node = node.parentElement) {
      const style = getComputedStyle(node);
      const edge = node.getBoundingClientRect();
      const panel = node.matches(PANELS);
      const named = style.textOverflow === 'ellipsis' && node.closest('[title], button[aria-label]');
      if (clips(style.overflowX) || panel) {
        const over = right > edge.right + SLACK || left < edge.left - SLACK;
        if (over && sideways && named && !/^[\s\d.,%<>:—–-]+$/.test(text)) sideways = false;
        if (over && sideways) say('cut at the side', text, holder);
        if (over) sideways = false;
        [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
      }
      if (clips(style.overflowY) || panel) {
        if (scrolls(style.overflowY) && node.scrollHeight > node.clientHeight) upright = false;
        // A list that scrolls has room for at least a row.
        if (upright && (bottom > edge.bottom + 3 * SLACK || top < edge.top - 3 * SLACK)) say('cut above or below', text, holder);
        [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
      }
      if (style.position === 'fixed' || node.matches(OPENED)) break;
    }
    if (left < -SLACK || right > window.innerWidth + SLACK || (upright && bottom > window.innerHeight + SLACK)) say('outside the window', text, holder);
    return right - left > 1 && bottom - top > 1 ? { left, top, right, bottom } : null;
  }

  const texts = [];
  const walker = document.createTreeWalker(document.getElementById('app'), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement;
    const text = node.data.trim();
    if (!text || holder.closest('.unseen, .skip, svg, [hidden], #print, #map') || !holder.getClientRects().length) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      // A line is higher than its letters: only their middle half must lie on no other.
      const quarter = (box.bottom - box.top) / 4;
      const rest = seen(text, holder, { left: box.left, right: box.right, top: box.top + quarter, bottom: box.bottom - quarter });
      if (rest) texts.push({ text, holder, node, panel: holder.closest(PANELS), ...rest });
    }
  }
  for (let i = 0; i < texts.length; i += 1) {
    for (let j = i + 1; j < texts.length; j += 1) {
      const [a, b] = [texts[i], texts[j]];
      if (a.panel !== b.panel || a.node === b.node) continue;
      const apart = a.right - SLACK <= b.left || b.right - SLACK <= a.left || a.bottom - 1 <= b.top || b.bottom - 1 <= a.top;
      if (!apart) say(`lies on "${short(b.text)}"`, a.text, a.holder);
    }
  }
  return [...found];
}
