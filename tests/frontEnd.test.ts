import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema, isEnumType } from 'graphql';
import { errorCodes as closedList } from '#kit/errors.ts';
import { environmentWith } from '#kit/setting.ts';
import { askMock } from '../mock/askMock.ts';
import { type RunningMock, startMock } from '../mock/startMock.ts';
import { documentIds } from '../schema/client/generated/documentIds.ts';
import { enumWords } from '../schema/client/generated/enumWords.ts';
import { errorCodes } from '../schema/client/generated/errorCodes.ts';
import { clientOperations } from '../schema/clientOperations.ts';
import { wordsOf } from '../schema/clientPackage.ts';
import { committedGraph } from '../schema/compose.ts';
import { projectFolder } from '../scripts/runSource.ts';
import { newGatewayKeys } from '../scripts/sandboxKeys.ts';

const run = promisify(execFile);
const tsx = `${projectFolder}node_modules/.bin/tsx`;
const patient = 240_000;
const names = clientOperations().map(({ name }) => name);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mpp-client-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the typed client', () => {
  it('is what the schema, the operations and docs/errors.md make (npm run client)', async () => {
    await run(tsx, ['scripts/client.ts', '--check'], { cwd: projectFolder });
  }, 120_000);

  it(
    'compiles as a package of its own, against every operation',
    async () => {
      await run(`${projectFolder}node_modules/.bin/tsc`, ['-p', 'schema/client', '--outDir', folder], {
        cwd: projectFolder,
      });
      const declared = readFileSync(join(folder, 'generated/operations.d.ts'), 'utf8');
      for (const name of names) {
        expect(declared).toMatch(
          new RegExp(`export declare const ${name}Document: DocumentNode<${name}(Query|Mutation),`),
        );
      }
    },
    patient,
  );

  it('names every operation by the id that the gateway knows', () => {
    expect(Object.keys(documentIds).sort()).toEqual([...names].sort());
  });

  it('has words for every value of every enum, and knows every error code', () => {
    const enums = Object.values(buildSchema(committedGraph().api).getTypeMap()).filter(isEnumType);
    for (const type of enums.filter(({ name }) => !name.startsWith('__'))) {
      const words: Readonly<Record<string, unknown>> = enumWords[type.name as keyof typeof enumWords];
      expect(Object.keys(words).sort()).toEqual(
        type
          .getValues()
          .map(({ name }) => name)
          .sort(),
      );
    }
    expect(Object.keys(errorCodes).sort()).toEqual([...closedList].sort());
  });

  it.each([
    ['Disetujui: approved', { id: 'Disetujui', en: 'approved' }],
    ['Bidan/perawat: midwife or nurse (kode 2)', { id: 'Bidan/perawat', en: 'midwife or nurse' }],
    ['Koperasi (07)', { id: 'Koperasi', en: null }],
  ])('reads the words of "%s"', (description, words) => {
    expect(wordsOf(description)).toEqual(words);
  });
});

describe('before a running mock', () => {
  let mock: RunningMock;
  beforeAll(async () => {
    mock = await startMock({ port: 0, seed: '1', gateway: { agencyTimeoutMs: 10_000 } });
  }, 120_000);
  afterAll(() => mock.stop());

  it('the example of 30 lines signs in, shows applications in words and says which agency is away', async () => {
    const { stdout } = await run(tsx, ['schema/client/example.ts', mock.url], { cwd: projectFolder });
    const [name, ...lines] = stdout.trim().split('\n');
    expect(name).toBe('Sari Contohwati');
    expect(lines.filter((line) => line.includes(' · ')).length).toBeGreaterThan(0);
    expect(lines.at(-1)).toBe(`civil-records: ${errorCodes.SUBGRAPH_UNAVAILABLE.means}`);
    const text = readFileSync(`${projectFolder}schema/client/example.ts`, 'utf8');
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(30);
  }, 120_000);

  it('an operation is asked for by its id alone', async () => {
    const body = JSON.stringify({ id: documentIds.VerifyLicense, variables: { code: '7H2KQ-00000-ABCDE-FGHJK' } });
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${mock.url}/graphql`, { method: 'POST', headers, body });
    const { document } = clientOperations().find(({ name }) => name === 'VerifyLicense') ?? { document: '' };
    const byText = await askMock(mock, { document, persona: null, variables: { code: '7H2KQ-00000-ABCDE-FGHJK' } });
    expect(byText.data).not.toBeNull();
    expect(await response.json()).toEqual(byText);
  });
});

describe('a front-end on another port', () => {
  it('may ask the gateway by the one setting that lets it sign in', async () => {
    const tell = `import('${projectFolder}gateway/config.ts').then(({ readConfig }) => console.log(readConfig().corsOrigins))`;
    const settings = {
      GATEWAY_PRIVATE_KEY: newGatewayKeys().gatewayPrivateKey,
      TOKEN_ISSUER: 'https://one-id.example',
      TOKEN_JWKS: '{"keys":[]}',
    };
    const told = async (more: Record<string, string>) =>
      (
        await run(tsx, ['-e', tell], { cwd: projectFolder, env: environmentWith({ ...settings, ...more }) })
      ).stdout.trim();
    expect(await told({})).toBe('undefined');
    expect(await told({ PORTAL_ORIGIN: 'http://localhost:5173' })).toBe("[ 'http://localhost:5173' ]");
  }, 120_000);
});

describe('docs/api.md', () => {
  it(
    'is what the schema, the operations and the mock make (npm run docs)',
    async () => {
      await run(tsx, ['scripts/apiDocs.ts', '--check'], { cwd: projectFolder });
    },
    patient,
  );
});
