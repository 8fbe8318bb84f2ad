import { type GraphQLObjectType, getNamedType, isObjectType } from 'graphql';
import { badInput } from '#kit/errors.ts';
import { Random } from '#kit/sandbox/random.ts';
import { type Facts, Thing } from './thing.ts';
import type { World } from './world.ts';

const usualPage = 10;

/**
 * One page of a list, as `first` and `after` ask for it. The list is as long, and holds the same, however it is paged.
 *
 * @throws BAD_USER_INPUT when `after` is no cursor of a mocked list
 */
export function page(type: GraphQLObjectType, name: string, args: Facts, world: World): Thing {
  const [edgeType, nodeType] = typesOfList(type);
  const total = new Random(`${world.seed} ${name} total`).whole(3, 24);
  const after = typeof args['after'] === 'string' ? placeOf(args['after']) : -1;
  const first = typeof args['first'] === 'number' ? args['first'] : usualPage;
  const nodes = nodesOf(nodeType, name, total, world);
  const shown = nodes.slice(after + 1, after + 1 + first);
  const edges = shown.map(
    (node, index) =>
      new Thing(edgeType, `${name} edge ${after + 1 + index}`, { node, cursor: cursorOf(after + 1 + index) }),
  );
  return new Thing(type.name, name, {
    edges,
    totalCount: nodes.length,
    pageInfo: {
      hasNextPage: after + 1 + shown.length < nodes.length,
      endCursor: shown.length > 0 ? cursorOf(after + shown.length) : null,
    },
  });
}

function nodesOf(type: string, name: string, total: number, world: World): Thing[] {
  if (world.isEntity(type)) return world.some(type, name, total);
  return Array.from({ length: total }, (_, index) => new Thing(type, `${name} ${index}`));
}

function typesOfList(type: GraphQLObjectType): [edge: string, node: string] {
  const edge = getNamedType(type.getFields()['edges']?.type);
  const node = isObjectType(edge) ? getNamedType(edge.getFields()['node']?.type) : undefined;
  if (!edge || !node) throw new Error(`${type.name} has edges without nodes.`);
  return [edge.name, node.name];
}

function cursorOf(place: number): string {
  return Buffer.from(`mock ${place}`).toString('base64url');
}

function placeOf(cursor: string): number {
  const [, digits] = /^mock (\d{1,6})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (digits === undefined) throw badInput('This is no cursor of this list.', 'after');
  return Number(digits);
}
