import { beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { contextOf, fairWeather, type Scene, startSmallGateway, type Weather } from './support/smallGraph.ts';
import { smallWorld } from './support/smallWorld.ts';

/** As our agencies have it: each answers `me` (ADR 0003). */
const person = (fields: string) => `
  type Query { me: Person @shareable }
  type Person @key(fields: "id") { id: ID! ${fields} }`;
const answering = { people: person('age: Int mood: String'), ratings: person('reputation: String') };

const scene: Scene = { world: smallWorld(), weather: fairWeather };
let gateway: Awaited<ReturnType<typeof startSmallGateway>>['gateway'];

/** An agency answers, but cannot say who asks: what it gives for `me` is null, with an error there. */
const cannotTell =
  (...agencies: string[]): Weather =>
  async (agency, call) =>
    agencies.includes(agency)
      ? { data: { me: null }, errors: [{ message: 'No records.', path: ['me'], extensions: { retryable: true } }] }
      : call();

async function ask(text: string, weather: Weather) {
  scene.weather = weather;
  const result = await gateway.operation({ queryHash: text, document: parse(text) }).execute({}, contextOf());
  return JSON.parse(JSON.stringify(result)) as { data: unknown; errors?: { path: unknown; extensions: unknown }[] };
}

// Of a field that all answer the supergraph does not say who does.
describe.each([
  ['some', { ...answering, works: 'type Query { search: String }' }],
  ['all', answering],
])('a root field that %s agencies answer', (_which, schemas) => {
  beforeAll(async () => {
    gateway = (await startSmallGateway(scene, 'compiled', schemas)).gateway;
  });

  it('is given by the others, with an error for each field that one of them had to tell and could not', async () => {
    const { data, errors } = await ask('{ me { id age mood reputation } }', cannotTell('people'));
    expect(data).toMatchObject({ me: { age: null, mood: null, reputation: expect.anything() } });
    expect(errors?.map(({ path }) => path)).toEqual([
      ['me', 'age'],
      ['me', 'mood'],
    ]);
    expect(errors?.[0]?.extensions).toEqual({ retryable: true, agency: 'people' });
  });

  it('is told once, at itself, where it is null altogether', async () => {
    const { data, errors } = await ask('{ me { age mood } }', cannotTell('people'));
    expect([data, errors?.map(({ path }) => path)]).toEqual([{ me: null }, [['me']]]);
  });

  it('is told by the names that the client gave', async () => {
    const { errors } = await ask('{ i: me { years: age reputation } }', async (agency, call) => {
      const answer = await call();
      if (agency !== 'people') return answer;
      const [key = ''] = Object.keys(answer.data ?? {});
      return { data: { [key]: null }, errors: [{ message: 'No records.', path: [key], extensions: {} }] };
    });
    expect(errors?.map(({ path }) => path)).toEqual([['i', 'years']]);
  });
});
