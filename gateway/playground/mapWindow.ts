import type { Box } from './mapLayout.ts';

/** The part of the map that is shown, in the map's own units. */
export type Window = Box;

const nearest = 180;
const farthest = 1.6;

/** The window of a form (width by height) that shows the whole of the map. */
export function whole(map: Box, ratio: number): Window {
  const width = Math.max(map.width, map.height * ratio);
  return {
    x: map.x + (map.width - width) / 2,
    y: map.y + (map.height - width / ratio) / 2,
    width,
    height: width / ratio,
  };
}

/** Moves the window by a part of its own size. */
export function panned(window: Window, partX: number, partY: number, map: Box): Window {
  return within({ ...window, x: window.x + partX * window.width, y: window.y + partY * window.height }, map);
}

/** Shows more (a factor over 1) or less; the point at (partX, partY) of the window stays where it is. */
export function zoomed(window: Window, factor: number, map: Box, partX = 0.5, partY = 0.5): Window {
  const ratio = window.width / window.height;
  const most = farthest * Math.max(map.width, map.height * ratio);
  const width = Math.min(most, Math.max(nearest, window.width * factor));
  const height = width / ratio;
  const x = window.x + partX * (window.width - width);
  const y = window.y + partY * (window.height - height);
  return within({ x, y, width, height }, map);
}

/** Brings a box into the middle, near enough to be read. */
export function around(window: Window, box: Box, readableWidth: number): Window {
  const ratio = window.width / window.height;
  const width = Math.min(window.width, readableWidth);
  const height = width / ratio;
  return { x: box.x + box.width / 2 - width / 2, y: box.y + box.height / 2 - height / 2, width, height };
}

/** Gives the window another form, with its middle where it was. */
export function reshaped(window: Window, ratio: number): Window {
  const height = window.width / ratio;
  return { ...window, y: window.y + (window.height - height) / 2, height };
}

/** The middle of the window stays on the map, so that nobody gets lost. */
function within(window: Window, map: Box): Window {
  const middle = (start: number, length: number, from: number, size: number) =>
    Math.min(from + size, Math.max(from, start + length / 2)) - length / 2;
  return {
    ...window,
    x: middle(window.x, window.width, map.x, map.width),
    y: middle(window.y, window.height, map.y, map.height),
  };
}
