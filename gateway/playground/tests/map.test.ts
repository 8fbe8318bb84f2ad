import { describe, expect, it } from '@jest/globals';
import type { SchemaFacts, TypeFacts } from '../facts.ts';
import { layOut } from '../mapLayout.ts';
import { mapModel, search } from '../mapModel.ts';
import { around, panned, reshaped, whole, zoomed } from '../mapWindow.ts';

function type(
  owners: string[],
  keys: string[],
  fields: Record<string, string>,
  more: Partial<TypeFacts> = {},
): TypeFacts {
  const common = { owners, seenBy: 'everybody', personal: null, register: null };
  const named = Object.entries(fields).map(([name, to]) => [name, { ...common, type: to }]);
  return { ...common, keys, interfaces: [], members: [], ...more, fields: Object.fromEntries(named) };
}

const facts: SchemaFacts = {
  types: {
    Citizen: type(['identity', 'tax'], ['id'], { id: 'ID', taxpayer: 'Taxpayer', inbox: 'Page' }),
    Taxpayer: type(['tax'], ['id'], { owner: 'Citizen', self: 'Taxpayer' }),
    Page: type(['mall'], [], { edges: 'Edge' }),
    Edge: type(['mall'], [], { node: 'Found', next: 'Page' }),
    Found: type(['mall'], [], {}, { members: ['Letter'] }),
    Letter: type(['mall'], ['id'], { nik: 'Nik' }, { interfaces: ['Message'] }),
    Message: type(['mall'], ['id'], { id: 'ID' }),
  },
};
const model = mapModel(facts);

describe('the map of a graph', () => {
  it('has the entities with their owners', () => {
    expect(model.entities.map(({ name, owner }) => [name, owner])).toEqual([
      ['Citizen', 'identity'],
      ['Letter', 'mall'],
      ['Message', 'mall'],
      ['Taxpayer', 'tax'],
    ]);
  });

  it('links them over pages and unions, and says what leads to another agency', () => {
    expect(model.links).toEqual([
      { from: 'Citizen', to: 'Taxpayer', ways: ['taxpayer'], crosses: true },
      { from: 'Citizen', to: 'Letter', ways: ['inbox.edges.node'], crosses: true },
      { from: 'Letter', to: 'Message', ways: [], crosses: false },
      { from: 'Taxpayer', to: 'Citizen', ways: ['owner'], crosses: true },
    ]);
  });

  it.each([
    ['tax', ['Taxpayer', 'Citizen']],
    ['NIK', ['Letter']],
    ['mall', ['Letter', 'Message']],
    ['nothing', []],
  ])('is searched by name, agency and field: %s', (wanted, names) => {
    expect(search(model, wanted).map(({ name }) => name)).toEqual(names);
  });

  it('places every entity in the frame of its owner, and none over another', () => {
    const { entities, agencies, links, width, height } = layOut(model, 2);
    expect(links).toHaveLength(4);
    for (const one of entities) {
      const frame = agencies.find(({ agency }) => agency === one.entity.owner);
      expect(one.x > (frame?.x ?? 0) && one.y + one.height < (frame?.y ?? 0) + (frame?.height ?? 0)).toBe(true);
      expect(one.x + one.width < width && one.y + one.height < height).toBe(true);
      const over = entities.filter(
        (other) => other !== one && other.x === one.x && Math.abs(other.y - one.y) < one.height,
      );
      expect(over).toEqual([]);
    }
  });

  it('is laid out empty for whoever may see nothing', () => {
    const empty = layOut(mapModel({ types: {} }), 3);
    expect(empty.entities).toEqual([]);
    expect(Number.isFinite(empty.width + empty.height)).toBe(true);
  });
});

describe('the window on the map', () => {
  const map = { x: 0, y: 0, width: 1_000, height: 500 };
  const all = whole(map, 1);

  it('shows the whole map in any form', () => {
    expect(all).toEqual({ x: 0, y: -250, width: 1_000, height: 1_000 });
    expect(reshaped(all, 2)).toEqual({ x: 0, y: 0, width: 1_000, height: 500 });
  });

  it('keeps the point under the pointer where it is while it zooms', () => {
    const near = zoomed(all, 0.5, map, 0.25, 0.5);
    expect(near.x + 0.25 * near.width).toBe(all.x + 0.25 * all.width);
    expect(near.width).toBe(500);
  });

  it('zooms neither into nothing nor out of sight, and keeps its middle on the map', () => {
    expect(zoomed(all, 0.0001, map).width).toBe(180);
    expect(zoomed(all, 1_000, map).width).toBe(1_600);
    const lost = panned(all, 50, -50, map);
    expect([lost.x + lost.width / 2, lost.y + lost.height / 2]).toEqual([1_000, 0]);
  });

  it('brings what was chosen into its middle', () => {
    const shown = around(all, { x: 800, y: 100, width: 100, height: 50 }, 400);
    expect(shown).toEqual({ x: 650, y: -75, width: 400, height: 400 });
  });
});
