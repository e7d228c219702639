// Lines cut into their straight pieces, as deck.gl's LineLayer takes them: without joints, so that each is drawn fast.

/** data for a LineLayer, and the line each piece belongs to. A line is flat metres [x, y, x, y …]. */
export function linePieces(lines) {
  const length = lines.reduce((sum, line) => sum + Math.max(0, line.length / 2 - 1), 0);
  const [source, target] = [new Float32Array(3 * length), new Float32Array(3 * length)];
  const lineOf = new Uint32Array(length);
  let piece = 0;
  for (const [row, line] of lines.entries()) {
    for (let k = 0; k + 3 < line.length; k += 2, piece += 1) {
      source.set([line[k], line[k + 1]], 3 * piece);
      target.set([line[k + 2], line[k + 3]], 3 * piece);
      lineOf[piece] = row;
    }
  }
  return { lineOf, data: { length, attributes: { getSourcePosition: { value: source, size: 3 }, getTargetPosition: { value: target, size: 3 } } } };
}
