import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixSetting } from '#kit/setting.ts';
import { SupergraphAlarm } from '../supergraph/alarm.ts';
import { fileSource } from '../supergraph/fileSource.ts';
import { firstSupergraph } from '../supergraph/first.ts';
import { keep } from '../supergraph/kept.ts';
import { SupergraphRefused } from '../supergraph/refused.ts';
import { demandsOf, readSupergraphSettings, type SupergraphSettings } from '../supergraph/settings.ts';
import { urlSource } from '../supergraph/urlSource.ts';
import { registryFolder } from './support/registryFolder.ts';
import { compose, silentLog } from './support/smallGraph.ts';
import { smallSchemas } from './support/smallSchemas.ts';

const folder = mkdtempSync(join(tmpdir(), 'sources-'));
const registry = registryFolder(folder);
const { supergraph: text } = compose(smallSchemas);
registry.publish(text);
afterAll(() => {
  for (const name of ['', '_PUBLIC_KEY', '_LEAST_VERSION', '_KEPT']) fixSetting(`SUPERGRAPH${name}`, '');
  rmSync(folder, { recursive: true });
});

describe('a supergraph at an address', () => {
  let server: Server;
  let url: URL;
  let broken = false;
  const statuses: number[] = [];
  beforeAll(async () => {
    server = createServer(({ url: path = '', headers }, response) => {
      const body = readFileSync(join(folder, path), 'utf8');
      const etag = `"${body.length}"`;
      const status = broken ? 500 : headers['if-none-match'] === etag ? 304 : 200;
      statuses.push(status);
      response.writeHead(status, { etag }).end(status === 200 ? body : '');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = new URL(`http://127.0.0.1:${(server.address() as { port: number }).port}/supergraph.graphql`);
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it('is sent once, and again when it changed', async () => {
    const source = urlSource(url, true);
    expect(await source.read()).toEqual({ text, ledger: JSON.stringify(registry.ledger) });
    expect(await source.read()).toEqual({ text, ledger: JSON.stringify(registry.ledger) });
    expect(statuses).toEqual([200, 200, 304, 304]);
    registry.publish(`${text}# again`);
    expect((await source.read()).text).toBe(`${text}# again`);
  });

  it('that does not answer as it should is told as such', async () => {
    broken = true;
    await expect(urlSource(url, true).read()).rejects.toMatchObject({ reason: 'UNREACHABLE' });
  });
});

describe('the supergraph to begin with', () => {
  const keptFile = join(folder, 'kept.json');
  const settings = { at: registry.file, publicKey: registry.publicKey, keptFile };
  const begin = (change: Partial<SupergraphSettings> = {}) => {
    const alarms: { reason: string }[] = [];
    const log = { ...silentLog, error: (alarm: { reason: string }) => alarms.push(alarm) };
    const first = firstSupergraph(
      { ...settings, ...change },
      fileSource(registry.file, true),
      new SupergraphAlarm(log as never),
      (agency, url) => {
        if (!url.startsWith('http://127.0.0.1:1/'))
          throw new SupergraphRefused('ORIGIN', `${agency} may not be there.`);
      },
    );
    return { first, alarms };
  };

  it('is the published one', async () => {
    const version = registry.publish(text);
    expect((await begin().first).publication?.version).toBe(version);
  });

  it('is the one that was kept, when an older one lies there after a restart', async () => {
    const publication = registry.ledger.at(-1) ?? null;
    keep(keptFile, { text, publication }, demandsOf(settings));
    registry.write(`${text}# again`, registry.ledger.slice(0, 2));
    const { first, alarms } = begin();
    expect((await first).publication).toEqual(publication);
    expect(alarms).toMatchObject([{ reason: 'OLDER' }]);
  });

  it('is none when an older one lies there after a restart, and only the least version is told', async () => {
    const leastVersion = registry.ledger.length;
    const older = begin({ keptFile: undefined, leastVersion });
    await expect(older.first).rejects.toMatchObject({ reason: 'OLDER' });
    expect((await begin({ keptFile: undefined }).first).publication?.version).toBeLessThan(leastVersion);
  });

  it.each([
    ['cannot be built', `${text} extend type Query { broken: Missing }`],
    ['leads where no agency may be', text.replace('http://127.0.0.1:1/', 'http://169.254.169.254/')],
  ])('is the one that was kept, when what was published %s', async (what, unservable) => {
    registry.publish(unservable);
    const { first, alarms } = begin();
    expect((await first).text).toBe(text);
    expect(alarms).toMatchObject([{ reason: what.startsWith('cannot') ? 'INVALID' : 'ORIGIN' }]);
  });

  it('is none when nothing good lies there and nothing was kept', async () => {
    registry.write('', []);
    await expect(begin({ keptFile: join(folder, 'none.json') }).first).rejects.toThrow('empty');
  });

  it('is nothing unsigned in production, or from an address', () => {
    expect(() => readSupergraphSettings(true)).toThrow('SUPERGRAPH_PUBLIC_KEY is missing');
    fixSetting('SUPERGRAPH', 'http://127.0.0.1:1/supergraph.graphql');
    expect(() => readSupergraphSettings(false)).toThrow('SUPERGRAPH_PUBLIC_KEY is missing');
    fixSetting('SUPERGRAPH_PUBLIC_KEY', registry.publicKeyText);
    fixSetting('SUPERGRAPH_LEAST_VERSION', '1');
    expect(readSupergraphSettings(true)).toMatchObject({ at: new URL('http://127.0.0.1:1/supergraph.graphql') });
    fixSetting('SUPERGRAPH_PUBLIC_KEY', 'no key');
    expect(() => readSupergraphSettings(true)).toThrow('not an Ed25519 public key');
  });

  it('is in production nothing that could be older than before the restart (A49)', () => {
    fixSetting('SUPERGRAPH_PUBLIC_KEY', registry.publicKeyText);
    fixSetting('SUPERGRAPH_LEAST_VERSION', '');
    expect(readSupergraphSettings(false)).toMatchObject({ leastVersion: 0, keptFile: undefined });
    expect(() => readSupergraphSettings(true)).toThrow('SUPERGRAPH_KEPT');
    fixSetting('SUPERGRAPH_LEAST_VERSION', '0');
    expect(() => readSupergraphSettings(true)).toThrow('SUPERGRAPH_LEAST_VERSION is missing');
    fixSetting('SUPERGRAPH_LEAST_VERSION', '7');
    expect(readSupergraphSettings(true)).toMatchObject({ leastVersion: 7 });
    fixSetting('SUPERGRAPH_LEAST_VERSION', '');
    fixSetting('SUPERGRAPH_KEPT', keptFile);
    expect(readSupergraphSettings(true)).toMatchObject({ leastVersion: 0, keptFile });
  });
});
