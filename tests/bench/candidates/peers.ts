import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { print } from 'graphql';
import { environmentWith } from '#kit/setting.ts';
import { type BenchGraph, withoutAccessRules } from '../graphs.ts';
import { publicSchemas } from '../stubs/publicGraph.ts';
import type { Candidate, CandidateSetup } from './candidate.ts';

const folder = fileURLToPath(new URL('../peers/', import.meta.url));
const grafbaseBinary = `${folder}node_modules/@grafbase/cli-x86_64-unknown-linux-musl/grafbase`;
const hiveBinary = `${folder}node_modules/@graphql-hive/gateway/dist/bin.js`;

/** Other gateways, from their own folder: `npm run bench:peers` installs them. */
export const peers: readonly Candidate[] = [
  hive('hive-js', 'Hive Gateway, planner in JavaScript, with JIT', ['--jit']),
  hive('hive-rust', 'Hive Gateway with the Hive Router runtime: planner in Rust', ['--hive-router-runtime']),
  peer({
    name: 'mercurius',
    summary: 'Mercurius gateway with JIT',
    file: `${folder}node_modules/@mercuriusjs/gateway/package.json`,
    unable: ({ name }) => (name === 'ours' ? 'It takes federation 1 only.' : null),
    start: (setup, port) => run(process.execPath, [`${folder}mercurius.js`, String(port), writeServices(setup)]),
  }),
  peer({
    name: 'grafbase',
    summary: 'Grafbase gateway, as its CLI serves it (Rust)',
    file: grafbaseBinary,
    unable: () => null,
    start: (setup, port) => {
      const home = join(setup.directory, `grafbase-${setup.graph.name}`);
      return run(grafbaseBinary, [
        ...['--home', home, 'dev', '--config', writeGrafbaseConfig(setup, home)],
        ...['--listen-address', `127.0.0.1:${port}`],
      ]);
    },
  }),
];

function hive(name: string, summary: string, flags: readonly string[]): Candidate {
  return peer({
    name,
    summary,
    file: hiveBinary,
    unable: () => null,
    start: ({ graph }, port) =>
      run(process.execPath, [
        ...[hiveBinary, 'supergraph', graph.plainSupergraphFile],
        ...['--host', '127.0.0.1', '--port', String(port), '--disable-websockets', ...flags],
      ]),
  });
}

function peer(options: {
  name: string;
  summary: string;
  /** There when the peer is installed. */
  file: string;
  unable: (graph: BenchGraph) => string | null;
  start: (setup: CandidateSetup, port: number) => ChildProcess;
}): Candidate {
  return {
    ...options,
    unable: (graph) => (existsSync(options.file) ? options.unable(graph) : 'It is not installed: npm run bench:peers.'),
    asked: (operation) => operation,
    workers: false,
    answersAnything: false,
  };
}

function run(program: string, parameters: readonly string[]): ChildProcess {
  return spawn(program, parameters, {
    cwd: folder,
    env: environmentWith({ NODE_ENV: 'production', LOG_LEVEL: 'error', OTEL_SDK_DISABLED: 'true' }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function writeServices({ graph, directory }: CandidateSetup): string {
  const file = join(directory, 'mercurius-services.json');
  const services = Object.entries(publicSchemas).map(([name, schema]) => ({ name, schema, url: graph.urlOf(name) }));
  writeFileSync(file, JSON.stringify(services));
  return file;
}

/** Grafbase composes by itself, from the subgraphs' schemas. */
function writeGrafbaseConfig({ graph }: CandidateSetup, home: string): string {
  mkdirSync(home, { recursive: true });
  const parts = graph.subgraphs.map(({ name, schema }) => {
    const file = join(home, `${name}.graphql`);
    writeFileSync(file, print(withoutAccessRules(schema)));
    return `[subgraphs.${name}]\nschema_path = ${JSON.stringify(file)}\nurl = ${JSON.stringify(graph.urlOf(name))}\n`;
  });
  const config = join(home, 'grafbase.toml');
  writeFileSync(config, ['[graph]\npath = "/graphql"\nintrospection = false\n', ...parts].join('\n'));
  return config;
}
