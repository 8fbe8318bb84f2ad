import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Box } from './mapLayout.ts';
import { around, panned, reshaped, type Window, whole, zoomed } from './mapWindow.ts';

/** As wide as this at most, in the map's units, an entity that was chosen can be read; on a phone less. */
const readableWidth = 620;
/** As wide as this the map opens at most on a narrow screen. */
const openingWidth = 520;
const wheelZoom = 1.15;
/** A pointer that moves less was meant to click. */
const clickPixels = 4;

/** Lets pointers and wheel move the window over a map that a drawing shows; two fingers zoom. */
export function usePanAndZoom(svg: RefObject<SVGSVGElement | null>, map: Box) {
  const [window, setWindow] = useState<Window>(() => whole(map, 1.5));
  const change = useCallback((next: (now: Window) => Window) => setWindow(next), []);
  const showAll = useCallback(() => setWindow((now) => whole(map, now.width / now.height)), [map]);
  const show = useCallback(
    (box: Box) =>
      setWindow((now) => around(now, box, Math.min(readableWidth, svg.current?.clientWidth || readableWidth))),
    [svg],
  );

  const isOpened = useRef(false);
  useEffect(() => {
    const element = svg.current;
    if (!element) return;
    isOpened.current = false;
    const observer = new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {};
      if (width === 0 || height === 0) return;
      setWindow((now) => (isOpened.current ? reshaped(now, width / height) : opening(map, width, height)));
      isOpened.current = true;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [svg, map]);

  useEffect(() => {
    const element = svg.current;
    return element ? listen(element, map, setWindow) : undefined;
  }, [svg, map]);
  return { window, change, showAll, show };
}

/** The whole map where it can be read, else its beginning. */
function opening(map: Box, width: number, height: number): Window {
  const ratio = width / height;
  const all = whole(map, ratio);
  if (width > openingWidth || all.width < openingWidth) return all;
  return { x: map.x, y: map.y, width: openingWidth, height: openingWidth / ratio };
}

function listen(svg: SVGSVGElement, map: Box, set: (next: (now: Window) => Window) => void): () => void {
  const pointers = new Map<number, PointerEvent>();
  let moved = 0;
  const partsOf = ({ clientX, clientY }: { clientX: number; clientY: number }) => {
    const { left, top, width, height } = svg.getBoundingClientRect();
    return { x: (clientX - left) / width, y: (clientY - top) / height };
  };
  const onWheel = (event: WheelEvent) => {
    event.preventDefault();
    const { x, y } = partsOf(event);
    set((now) => zoomed(now, event.deltaY > 0 ? wheelZoom : 1 / wheelZoom, map, x, y));
  };
  const onDown = (event: PointerEvent) => {
    pointers.set(event.pointerId, event);
    moved = 0;
  };
  const onMove = (event: PointerEvent) => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    moved += Math.hypot(event.clientX - before.clientX, event.clientY - before.clientY);
    const [from, to] = [partsOf(before), partsOf(event)];
    const other = [...pointers.values()].find(({ pointerId }) => pointerId !== event.pointerId);
    pointers.set(event.pointerId, event);
    if (!other) {
      set((now) => panned(now, from.x - to.x, from.y - to.y, map));
      return;
    }
    const apart = (one: PointerEvent) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
    const middle = partsOf({
      clientX: (event.clientX + other.clientX) / 2,
      clientY: (event.clientY + other.clientY) / 2,
    });
    set((now) => zoomed(now, apart(before) / Math.max(1, apart(event)), map, middle.x, middle.y));
  };
  const onUp = ({ pointerId }: PointerEvent) => void pointers.delete(pointerId);
  const onClick = (event: MouseEvent) => {
    // Whoever moved the map did not mean the entity under the pointer.
    if (moved > clickPixels) event.stopPropagation();
  };
  svg.addEventListener('wheel', onWheel, { passive: false });
  svg.addEventListener('pointerdown', onDown);
  globalThis.addEventListener('pointermove', onMove);
  globalThis.addEventListener('pointerup', onUp);
  globalThis.addEventListener('pointercancel', onUp);
  svg.addEventListener('click', onClick, { capture: true });
  return () => {
    svg.removeEventListener('wheel', onWheel);
    svg.removeEventListener('pointerdown', onDown);
    globalThis.removeEventListener('pointermove', onMove);
    globalThis.removeEventListener('pointerup', onUp);
    globalThis.removeEventListener('pointercancel', onUp);
    svg.removeEventListener('click', onClick, { capture: true });
  };
}
