import { beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { apolloPlannerOf } from '../plan/apolloPlanner.ts';
import { onlyYield } from '../plan/pauses.ts';
import type { PlanningGateway } from '../plan/planningGateway.ts';
import { randomNumbers } from './support/randomValue.ts';
import { compose, contextOf, fairWeather, startSmallGateway } from './support/smallGraph.ts';
import { smallSchemas } from './support/smallSchemas.ts';
import { smallWorld } from './support/smallWorld.ts';

const text = '{ me { id name } }';
const known = { queryHash: text, document: parse(text) };

let gateway: PlanningGateway;
beforeAll(async () => {
  ({ gateway } = await startSmallGateway({ world: smallWorld(), weather: fairWeather }, 'compiled'));
});

describe('the planner', () => {
  it('says what clients see and who is asked', () => {
    expect(gateway.schema.getQueryType()?.name).toBe('Query');
    expect(gateway.operation(known).prepare({}).node).toMatchObject({ kind: 'Fetch', serviceName: 'people' });
  });

  it('is not built of what is no supergraph', async () => {
    await expect(apolloPlannerOf('type Query { me: String }', onlyYield)).rejects.toThrow();
  });
});

describe('plans', () => {
  it('are made once, and counted', async () => {
    const asked = { queryHash: 'another', document: parse('{ me { age } }') };
    const before = { ...gateway.counts };
    for (let n = 0; n < 3; n += 1) await gateway.operation(asked).execute({}, contextOf());
    expect(gateway.counts.misses - before.misses).toBe(1);
    expect(gateway.counts.hits - before.hits).toBe(2);
    expect(gateway.counts.missMs).toBeGreaterThan(before.missMs);
  });

  it('of near-equal operations are never taken for each other', async () => {
    const document = parse(
      'query A($n: Int) { people(first: $n) { id } } query B($n: Int) { people(first: $n) { name } }',
    );
    const asked = Array.from({ length: 200 }, (_, n) => ({ operationName: n % 2 ? 'A' : 'B', n: n % 3 }));
    const answers = await Promise.all(
      asked.map(({ operationName, n }) =>
        gateway.operation({ queryHash: 'near', document, operationName }).execute({ n }, contextOf()),
      ),
    );
    answers.forEach(({ data }, index) => {
      const people = data?.people as object[];
      expect(people).toHaveLength(index % 3);
      for (const person of people) expect(Object.keys(person)).toEqual([index % 2 ? 'id' : 'name']);
    });
  });
});

describe('a thousand pairs of near-equal operations', () => {
  it('asked at once, with one name, get each its own answer (V13)', async () => {
    const random = randomNumbers(13);
    const fields = ['id', 'name', 'email', 'nick'];
    const some = () => fields.filter((field) => field === 'id' || random() < 0.5);
    const asked = Array.from({ length: 1_000 }, () => [some(), some()]).flat();
    const answers = await Promise.all(
      asked.map((wanted, index) => {
        const type = index % 2 ? 'Int' : 'Int! = 1';
        const query = `query Same($n: ${type}) { people(first: $n) { ${wanted.join(' ')} } }`;
        return gateway.operation({ queryHash: query, document: parse(query) }).execute({ n: 1 }, contextOf());
      }),
    );
    const given = answers.map(({ data }) => Object.keys((data?.people as object[] | undefined)?.[0] ?? {}));
    expect(given).toEqual(asked);
    expect(new Set(asked.map((wanted) => wanted.join())).size).toBe(8);
  });
});

describe('another supergraph', () => {
  it('takes over with the operations in use already planned', async () => {
    await gateway.operation(known).execute({}, contextOf());
    const schemas = { ...smallSchemas, people: `${smallSchemas.people} extend type Person { extra: String }` };
    const heard: string[] = [];
    gateway.onSchemaLoadOrUpdate(({ apiSchema }) => heard.push(String(apiSchema.getType('Person')?.toConfig().name)));
    await gateway.exchange(compose(schemas).supergraph);
    expect(heard).toEqual(['Person']);
    const { misses } = gateway.counts;
    expect((await gateway.operation(known).execute({}, contextOf())).data).toEqual({
      me: { id: 'p0', name: 'person 0' },
    });
    expect(gateway.counts.misses).toBe(misses);
  });

  it('that cannot be loaded changes nothing', async () => {
    await expect(gateway.exchange('type Query { nonsense: String }')).rejects.toThrow();
    expect((await gateway.operation(known).execute({}, contextOf())).data).toEqual({
      me: { id: 'p0', name: 'person 0' },
    });
  });
});
