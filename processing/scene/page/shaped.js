// Labels in scripts whose letters change with their neighbours: the map's text layer would set them letter by letter. Each is
// drawn as one picture, for the browser's own text drawing joins, stacks and turns round as the script wants.

// Scripts that join, stack or run from the right: Uyghur and Kazakh are written in the Arabic one.
const SHAPED = /[\p{scx=Arabic}\p{scx=Tibetan}\p{scx=Mongolian}\p{scx=Devanagari}\p{scx=Bengali}\p{scx=Tamil}\p{scx=Telugu}\p{scx=Gujarati}\p{scx=Gurmukhi}\p{scx=Kannada}\p{scx=Malayalam}\p{scx=Sinhala}\p{scx=Khmer}\p{scx=Myanmar}\p{scx=Thai}\p{scx=Lao}\p{scx=Tai_Le}\p{scx=New_Tai_Lue}\p{scx=Tai_Tham}\p{scx=Phags_Pa}\p{scx=Syriac}\p{scx=Hebrew}]/u;
// Letters with their marks from the first to the last of such a script, and the ellipsis of a name that was cut.
const RUN = new RegExp(`${SHAPED.source}(?:.*${SHAPED.source})?\\p{M}*…?`, 'u');
/** px of the pictures for one of the page. */
export const FINENESS = 2;
const EDGE = 7; // px beside the text, as on the pills of other labels
const CORNER = 3;
const HALO = 4;

/** Whether the letters of a text have to be shaped together. */
export function needsShaping(text) {
  // Signs that many scripts share, as a full stop, have extensions too: letters decide.
  return SHAPED.test(text.replace(/[^\p{L}\p{M}]/gu, ''));
}

/** The text with its run isolated, so that a share behind a name written from the right stays behind it. */
export function isolated(text) {
  return text.replace(RUN, (run) => `\u2068${run}\u2069`);
}

function drawLabel(pen, { text, size, look }, { left, top, width, height }, { ink, ground, border, borderWidth }) {
  pen.beginPath();
  pen.roundRect(left + borderWidth / 2, top + borderWidth / 2, width - borderWidth, height - borderWidth, CORNER);
  pen.lineWidth = look === 'pill' ? borderWidth : HALO;
  pen.fillStyle = ground;
  pen.strokeStyle = look === 'pill' ? border : ground;
  if (look === 'pill') {
    pen.fill();
    pen.stroke();
  } else pen.strokeText(isolated(text), left + width / 2, top + height / 2);
  pen.fillStyle = ink;
  pen.fillText(isolated(text), left + width / 2, top + height / 2, width - 2 * EDGE + size / 2);
}

/** {canvas, mapping} with a picture of each label by its id; paint(label) gives {ink, ground, border, borderWidth} as CSS and px. */
export function drawnLabels(labels, font, paint) {
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  const fontOf = ({ size }) => `700 ${size}px ${font}`;
  const mapping = {};
  let [top, widest] = [0, 0];
  const boxes = labels.map((label) => {
    pen.font = fontOf(label);
    const width = Math.ceil(pen.measureText(isolated(label.text)).width) + 2 * EDGE;
    const box = { left: 0, top, width, height: Math.ceil(label.size * 1.6) };
    [top, widest] = [top + box.height, Math.max(widest, width)];
    return box;
  });
  Object.assign(canvas, { width: widest * FINENESS, height: top * FINENESS });
  pen.scale(FINENESS, FINENESS);
  Object.assign(pen, { textAlign: 'center', textBaseline: 'middle', lineJoin: 'round' });
  labels.forEach((label, k) => {
    const box = boxes[k];
    pen.font = fontOf(label);
    drawLabel(pen, label, box, paint(label));
    mapping[label.id] = { x: 0, y: box.top * FINENESS, width: box.width * FINENESS, height: box.height * FINENESS };
  });
  return { canvas, mapping };
}
