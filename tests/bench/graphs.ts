import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { type DirectiveNode, type DocumentNode, parse, print, visit } from 'graphql';
import { committedGraph } from '../../schema/compose.ts';
import { publish } from '../../schema/registry/publication.ts';
import { type StubAgencies, startStubAgencies } from './stubs/stubAgencies.ts';
import { ourSubgraphs, publicSubgraphs, type StubSubgraph } from './stubs/stubSubgraph.ts';

/** Our own graph, and the one of the public federation gateway benchmark. */
export const graphNames = ['ours', 'public'] as const;
export type GraphName = (typeof graphNames)[number];

/** A graph whose subgraphs are stubs, with what a gateway needs to serve it. */
export interface BenchGraph {
  readonly name: GraphName;
  readonly subgraphs: readonly StubSubgraph[];
  readonly urlOf: (subgraph: string) => string;
  /** The supergraph as composed, with the stubs' addresses. */
  readonly supergraphFile: string;
  /** The same without access rules, which the other gateways refuse or would enforce their own way. */
  readonly plainSupergraphFile: string;
}

export interface BenchGraphs {
  readonly graphs: Readonly<Record<GraphName, BenchGraph>>;
  readonly callsDuring: StubAgencies['callsDuring'];
  stop(): Promise<void>;
}

/** Starts the stubs of both graphs, and writes their supergraphs to a directory. */
export async function startBenchGraphs(directory: string): Promise<BenchGraphs> {
  const members = { ours: ourSubgraphs(), public: publicSubgraphs() };
  const supergraphs = { ours: committedGraph().supergraph, public: composed(members.public) };
  const stubs = await startStubAgencies(members);
  const graphOf = (name: GraphName) => writeGraph(name, members[name], supergraphs[name], stubs, directory);
  return {
    graphs: { ours: graphOf('ours'), public: graphOf('public') },
    callsDuring: stubs.callsDuring,
    stop: stubs.stop,
  };
}

function writeGraph(
  name: GraphName,
  subgraphs: readonly StubSubgraph[],
  supergraph: string,
  stubs: StubAgencies,
  directory: string,
): BenchGraph {
  mkdirSync(directory, { recursive: true });
  const urlOf = (subgraph: string) => stubs.urlOf(name, subgraph);
  const addressed = withAddresses(supergraph, urlOf);
  const supergraphFile = writePublished(join(directory, name), addressed);
  const plain = print(withoutAccessRules(parse(addressed, { noLocation: true })));
  const plainSupergraphFile = writePublished(join(directory, `${name}-plain`), plain);
  return { name, subgraphs, urlOf, supergraphFile, plainSupergraphFile };
}

const publisher = generateKeyPairSync('ed25519');

/** By which our gateway believes the supergraphs of the bench: in production it serves none that is not signed. */
export const supergraphPublicKey = publisher.publicKey.export({ format: 'der', type: 'spki' }).toString('base64');

/** Writes a supergraph into a folder of its own, with its publication beside it. @returns its file */
function writePublished(folder: string, text: string): string {
  mkdirSync(folder, { recursive: true });
  const occasion = { at: new Date(), by: 'bench', why: 'to be measured' };
  const publication = publish([], { text, blob: '0'.repeat(40) }, occasion, publisher.privateKey);
  writeFileSync(join(folder, 'ledger.json'), JSON.stringify([publication]));
  const file = join(folder, 'supergraph.graphql');
  writeFileSync(file, text);
  return file;
}

function composed(subgraphs: readonly StubSubgraph[]): string {
  const result = composeServices(subgraphs.map(({ name, schema }) => ({ name, url: 'http://stub', typeDefs: schema })));
  if (result.errors) throw new Error(result.errors.map(({ message }) => message).join('\n'));
  return result.supergraphSdl;
}

/** A supergraph with other addresses for its subgraphs. */
export function withAddresses(supergraph: string, urlOf: (subgraph: string) => string): string {
  return supergraph.replace(
    /@join__graph\(name: "([^"]+)", url: "[^"]*"\)/g,
    (_, subgraph: string) => `@join__graph(name: "${subgraph}", url: "${urlOf(subgraph)}")`,
  );
}

const accessRules = ['authenticated', 'requiresScopes', 'policy'];

/** The same schema without the directives that say who may read what, and without their links. */
export function withoutAccessRules(schema: DocumentNode): DocumentNode {
  const links = (directive: DirectiveNode) =>
    directive.name.value === 'link' && accessRules.some((rule) => print(directive).includes(`apollo.dev/${rule}/`));
  return visit(schema, {
    Directive: (directive) => (accessRules.includes(directive.name.value) || links(directive) ? null : undefined),
    DirectiveDefinition: ({ name }) => (accessRules.includes(name.value) ? null : undefined),
    ScalarTypeDefinition: ({ name }) =>
      accessRules.some((rule) => name.value.startsWith(`${rule}__`)) ? null : undefined,
  });
}
