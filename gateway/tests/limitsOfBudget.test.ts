import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { clientOperations } from '../../schema/clientOperations.ts';
import { NoAnswer } from '../call/noAnswer.ts';
import { contextOf, startSmallGateway, type Weather } from './support/smallGraph.ts';
import { smallWorld } from './support/smallWorld.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'budgets-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The documents of a folder that holds only this one. */
function withHead(head: string) {
  writeFileSync(join(folder, 'One.graphql'), `# One.\n${head}\nquery One { me { name } }\n`);
  return clientOperations(pathToFileURL(`${folder}/`));
}

describe('the time of a document', () => {
  it.each([
    ['its own, shorter', '# budget: 300', 300],
    ['its own, longer', '# budget: 5000', 5_000],
    ['that of all others', '#', 2_000],
  ])('is what a silent agency gets: %s', async (_what, head, budgetMs) => {
    const given: number[] = [];
    const silent: Weather = async (agency, _call, { timeoutMs }) => {
      given.push(timeoutMs ?? 0);
      throw new NoAnswer(agency, 'SUBGRAPH_TIMEOUT');
    };
    const warm = withHead(head).map(({ name, document, budgetMs: own }) => {
      return { queryHash: name, document: parse(document), operationName: name, budgetMs: own ?? undefined };
    });
    const { gateway } = await startSmallGateway({ world: smallWorld(), weather: silent }, 'compiled', undefined, {
      warm,
    });
    const [known] = warm;
    if (!known) throw new Error('The folder holds one document.');
    const { errors } = await gateway.operation(known).execute({}, contextOf());
    expect(errors?.[0]?.extensions.code).toBe('SUBGRAPH_TIMEOUT');
    expect(given).toHaveLength(1);
    expect(given[0]).toBeLessThanOrEqual(budgetMs);
    expect(given[0]).toBeGreaterThan(budgetMs * 0.5);
  });

  it.each(['soon', '5s', '-1', '0', 'NaN', '1e9'])('is refused when it is no number of milliseconds: %s', (written) => {
    expect(() => withHead(`# budget: ${written}`)).toThrow('One.graphql must say its budget in whole milliseconds');
  });
});
