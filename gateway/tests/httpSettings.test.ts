import { afterEach, describe, expect, it } from '@jest/globals';
import { listeningHost } from '#kit/host.ts';
import { fixSetting } from '#kit/setting.ts';
import { readConfig } from '../config.ts';

const guards = [
  'APOLLO_DISABLE_SECURITY_RECURSIVE_SELECTIONS_CHECK',
  'APOLLO_DISABLE_SECURITY_NON_LOCAL_SELECTIONS_CHECK',
];

afterEach(() => {
  for (const name of ['HOST', ...guards]) fixSetting(name, '');
  fixSetting('NODE_ENV', 'test');
});

describe('the limits of the planner (V5)', () => {
  it.each(guards)('cannot be switched off by %s', (name) => {
    fixSetting(name, 'true');
    expect(readConfig).toThrow(`${name} must not be set`);
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
