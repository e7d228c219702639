// The camera of the first picture: metres to px and back, and all corners inside the free part.

import test from 'node:test';
import assert from 'node:assert/strict';
import { createProjection, fittedCamera } from '../../processing/scene/page/firstpicture.js';

const SIZE = { width: 1000, height: 600 };
const PADDING = { left: 200, right: 100, top: 50, bottom: 150 };
const near = (found, expected, slack = 0.01) => expected.forEach((value, k) => assert.ok(Math.abs(value - found[k]) < slack, `${found} is not ${expected}`));

test('from above a metre is a pixel, north is up', () => {
  const { project, ground } = createProjection({ centre: [10, 20], scale: 1, bearing: 0, pitch: 0 }, SIZE, PADDING);
  near(project([10, 20]), [550, 250]);
  near(project([110, 20]), [650, 250]);
  near(project([10, 120]), [550, 150]);
  near(ground([650, 150]), [110, 120]);
});

test('a bearing of 90 degrees has the east above', () => {
  const { project, ground } = createProjection({ centre: [0, 0], scale: 1, bearing: 90, pitch: 0 }, SIZE, PADDING);
  near(project([100, 0]), [550, 150]);
  near(ground([550, 150]), [100, 0]);
});

test('a tilted view shows far things smaller, and finds its way back', () => {
  const { project, ground } = createProjection({ centre: [0, 0], scale: 1, bearing: -14, pitch: 46 }, SIZE, PADDING);
  assert.ok(project([0, 300])[2] < 1);
  assert.ok(project([0, -300])[2] > 1);
  for (const point of [[300, 200], [-250, -100], [0, 400]]) near(ground(project(point)), point, 1e-6);
});

test('the home view shows every corner between the panels', () => {
  const corners = [[0, 0], [4000, 0], [4000, 3000], [0, 3000]];
  for (const pitch of [0, 46]) {
    const camera = fittedCamera(corners, { size: SIZE, padding: PADDING, bearing: -14, pitch, largest: 10 });
    const seen = corners.map(createProjection(camera, SIZE, PADDING).project);
    assert.ok(seen.every(([x, y]) => x > 200 && x < 900 && y > 50 && y < 450));
    const [low, high] = [Math.min(...seen.map(([, y]) => y)), Math.max(...seen.map(([, y]) => y))];
    assert.ok(Math.max((high - low) / 400, (Math.max(...seen.map(([x]) => x)) - Math.min(...seen.map(([x]) => x))) / 700) > 0.9);
  }
});
