import type { Entity, Link, MapModel } from './mapModel.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedEntity extends Box {
  readonly entity: Entity;
}

export interface PlacedAgency extends Box {
  readonly agency: string;
}

export interface PlacedLink {
  readonly link: Link;
  /** A curve, as SVG writes it. */
  readonly path: string;
}

export interface MapLayout extends Box {
  readonly agencies: readonly PlacedAgency[];
  readonly entities: readonly PlacedEntity[];
  readonly links: readonly PlacedLink[];
}

const box = { width: 190, height: 48, gap: 14 };
const frame = { padding: 18, title: 34, gapX: 130, gapY: 50 };
const margin = 30;
/** Links within the last column bend out so far; below, the buttons of the drawing lie over it. */
const marginRight = 110;
const marginBottom = 70;
const frameWidth = box.width + 2 * frame.padding;

/** Places each agency's entities below each other in a frame, and the frames in columns of about the same height. */
export function layOut({ entities, links }: MapModel, columns: number): MapLayout {
  const heights = Array.from({ length: columns }, () => margin);
  const agencies: PlacedAgency[] = [];
  const placed: PlacedEntity[] = [];
  for (const [agency, own] of byOwner(entities)) {
    const column = heights.indexOf(Math.min(...heights));
    const [x, y] = [margin + column * (frameWidth + frame.gapX), heights[column] ?? margin];
    const height = frame.title + own.length * (box.height + box.gap) - box.gap + frame.padding;
    agencies.push({ agency, x, y, width: frameWidth, height });
    own.forEach((entity, index) => {
      const top = y + frame.title + index * (box.height + box.gap);
      placed.push({ entity, x: x + frame.padding, y: top, width: box.width, height: box.height });
    });
    heights[column] = y + height + frame.gapY;
  }
  const used = Math.min(columns, agencies.length);
  return {
    x: 0,
    y: 0,
    width: margin + marginRight + used * frameWidth + Math.max(0, used - 1) * frame.gapX,
    height: Math.max(...heights) - frame.gapY + marginBottom,
    agencies,
    entities: placed,
    links: drawn(links, placed),
  };
}

function byOwner(entities: readonly Entity[]): [string, Entity[]][] {
  const groups = new Map<string, Entity[]>();
  for (const entity of entities) groups.set(entity.owner, [...(groups.get(entity.owner) ?? []), entity]);
  return [...groups].sort(([one, a], [other, b]) => b.length - a.length || one.localeCompare(other));
}

function drawn(links: readonly Link[], placed: readonly PlacedEntity[]): PlacedLink[] {
  const places = new Map(placed.map((place) => [place.entity.name, place]));
  return links.flatMap((link) => {
    const [from, to] = [places.get(link.from), places.get(link.to)];
    return from && to ? [{ link, path: curve(from, to) }] : [];
  });
}

/** From side to side; within a column it bends out to the right, so that it does not run behind the boxes. */
function curve(from: Box, to: Box): string {
  const [startY, endY] = [from.y + from.height / 2, to.y + to.height / 2];
  if (from.x === to.x) {
    const right = from.x + from.width;
    const bend = right + 24 + Math.min(60, Math.abs(endY - startY) / 6);
    return `M${right} ${startY} C${bend} ${startY} ${bend} ${endY} ${right} ${endY}`;
  }
  const leads = from.x < to.x;
  const [startX, endX] = leads ? [from.x + from.width, to.x] : [from.x, to.x + to.width];
  const reach = Math.max(50, Math.abs(endX - startX) / 2) * (leads ? 1 : -1);
  return `M${startX} ${startY} C${startX + reach} ${startY} ${endX - reach} ${endY} ${endX} ${endY}`;
}
