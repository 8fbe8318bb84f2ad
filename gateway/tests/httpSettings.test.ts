import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { listeningHost } from '#kit/host.ts';
import { fixSetting } from '#kit/setting.ts';
import { clientOperations } from '../../schema/clientOperations.ts';
import { readConfig } from '../config.ts';

const guards = [
  'APOLLO_DISABLE_SECURITY_RECURSIVE_SELECTIONS_CHECK',
  'APOLLO_DISABLE_SECURITY_NON_LOCAL_SELECTIONS_CHECK',
];

const { privateKey } = generateKeyPairSync('ed25519');
/** What a gateway does not start without. */
const needed = {
  GATEWAY_PRIVATE_KEY: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
  TOKEN_ISSUER: 'http://127.0.0.1:1/one-id',
  TOKEN_JWKS: '{"keys":[]}',
};

afterEach(() => {
  for (const name of ['HOST', 'OPERATIONS_FOLDER', ...Object.keys(needed), ...guards]) fixSetting(name, '');
  fixSetting('NODE_ENV', 'test');
});

describe('the limits of the planner (V5)', () => {
  it.each(guards)('cannot be switched off by %s', (name) => {
    fixSetting(name, 'true');
    expect(readConfig).toThrow(`${name} must not be set`);
  });
});

describe('the documents of our clients', () => {
  const folderWith = (name: string) => {
    const folder = mkdtempSync(join(tmpdir(), 'operations-'));
    writeFileSync(join(folder, 'one.graphql'), `query ${name} { __typename }`);
    return folder;
  };
  const ours = folderWith('Ours');
  const read = (...folders: string[]) => {
    for (const [name, value] of Object.entries(needed)) fixSetting(name, value);
    fixSetting('OPERATIONS_FOLDER', folders.join(', '));
    return clientOperations(readConfig().operationsFolder).map(({ name }) => name);
  };

  it('are those of one folder, or of several, the portal’s beside ours', () => {
    expect(read(ours)).toEqual(['Ours']);
    expect(read(ours, folderWith('OfThePortal'))).toEqual(['Ours', 'OfThePortal']);
  });

  it('have each a name of their own', () => {
    expect(() => read(ours, folderWith('Ours'))).toThrow('Two documents of our clients are called Ours');
  });
});

describe('a server that others can reach (A43)', () => {
  it.each(['0.0.0.0', '::', '10.0.0.7', 'gateway.internal'])('does not start at %s without NODE_ENV', (host) => {
    fixSetting('HOST', host);
    fixSetting('NODE_ENV', '');
    expect(listeningHost).toThrow('NODE_ENV is missing');
    fixSetting('NODE_ENV', 'production');
    expect(listeningHost()).toBe(host);
  });

  it.each(['', '127.0.0.1', '::1', 'localhost'])('may start without it at "%s", where nobody else is', (host) => {
    fixSetting('HOST', host);
    fixSetting('NODE_ENV', '');
    expect(listeningHost()).toBe(host || '127.0.0.1');
  });
});
