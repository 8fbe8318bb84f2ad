import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const compose = readFileSync(new URL('../docker-compose.yml', import.meta.url), 'utf8');
const services = new Map(
  (compose.split(/^services:\n/m)[1]?.split(/^networks:\n/m)[0] ?? '')
    .split(/^(?= {2}[a-z-]+:\n)/m)
    .map((text) => [/^ {2}([a-z-]+):\n/m.exec(text)?.[1] ?? '', text.replaceAll(/^ *#.*\n/gm, '')]),
);
const service = (name: string) => services.get(name) ?? '';
const agency = compose.split(/^x-agency:/m)[1]?.split(/^services:/m)[0] ?? '';
const networksOf = (text: string) => /^ +networks: \[(.*)\]$/m.exec(text)?.[1];

describe('the database in containers (V21)', () => {
  it('is reached by agencies alone: not by the gateway, and not from outside', () => {
    expect(networksOf(service('mongo'))).toBe('store');
    expect(networksOf(agency)).toBe('inside, store');
    expect(networksOf(service('gateway'))).toBeUndefined();
    expect(service('gateway')).toContain('<<: *server');
    expect(networksOf(compose.split(/^x-agency:/m)[0] ?? '')).toBe('inside');
    expect(compose).toMatch(/^networks:\n {2}inside:\n {2}store:\n {4}internal: true\n/m);
    expect(service('gateway')).not.toContain('mongo');
    expect(service('mongo')).not.toContain('ports:');
  });

  it('packs nothing with zlib, whoever asks for it, and runs no scripts', () => {
    expect(service('mongo')).toContain('--networkMessageCompressors, "snappy,zstd"');
    expect(service('mongo')).toContain('--noscripting');
    expect(compose.match(/MONGODB_URI: .*/g)).toEqual(['MONGODB_URI: mongodb://mongo:27017/?replicaSet=rs0']);
  });
});

describe('what containers show to others', () => {
  it('is on this machine alone, until a proxy of the deployment stands before it', () => {
    const ports = [...services].flatMap(([name, text]) =>
      [...text.matchAll(/ports: \["(.*)"\]/g)].map(([, port]) => `${name} ${port}`),
    );
    expect(ports).toEqual(['gateway 127.0.0.1:4000:4000', 'identity 127.0.0.1:4003:4001']);
    expect(compose.match(/ports:/g)).toHaveLength(ports.length);
  });
});

describe('the gateway in a container', () => {
  it('keeps its supergraph where a restart finds it (A49)', () => {
    expect(service('gateway')).toContain('SUPERGRAPH_KEPT: /kept/supergraph.json');
    expect(service('gateway')).toContain('volumes: [kept:/kept]');
    expect(compose).toMatch(/^volumes:\n(?: {2}\w+:\n)*? {2}kept:\n/m);
    const dockerfile = readFileSync(new URL('../Dockerfile', import.meta.url), 'utf8');
    expect(dockerfile.indexOf('chown node:node /kept')).toBeLessThan(dockerfile.indexOf('USER node'));
    expect(dockerfile).toContain('chown node:node /kept');
  });
});
