import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { composeServices } from '@apollo/composition';
import { type DocumentNode, GraphQLError, lexicographicSortSchema, parse, printSchema } from 'graphql';
import { agencyNames, subgraphsFolder } from './agencies.ts';
import { applicationTypesName, applicationTypesSchema, concreteApplicationTypes } from './applicationTypes.ts';
import { unreasonedDeprecations } from './checks/deprecations.ts';
import { missingTerms, readGlossary } from './checks/glossaryTerms.ts';
import { keptForAll } from './checks/keptForAll.ts';
import { type Finding, lintAcrossAgencies, lintAgencySchema } from './checks/lint.ts';
import { lostRules } from './checks/lostRules.ts';
import { unusualNames } from './checks/naming.ts';
import { renamedRules } from './checks/renamedRules.ts';
import { unlimitedLists } from './checks/unlimitedLists.ts';
import { unmarkedPersonal } from './checks/unmarkedPersonal.ts';

/** The graph of all agencies, in its two written forms. */
export interface ComposedGraph {
  /** What the gateway plans with. */
  readonly supergraph: string;
  /** What a client sees. */
  readonly api: string;
}

/** The agencies' schemas do not fit together, or break a rule of the house. */
export class CompositionError extends Error {
  override readonly name = 'CompositionError';
  readonly faults: readonly string[];
  /** The faults of which agency and place are known. */
  readonly findings: readonly Finding[];

  constructor(faults: readonly string[], findings: readonly Finding[] = []) {
    super(`The agencies' schemas do not compose:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.faults = faults;
    this.findings = findings;
  }
}

const firstAgencyPort = 4001;
const supergraphFile = fileURLToPath(new URL('./supergraph.graphql', import.meta.url));
const apiFile = fileURLToPath(new URL('./api.graphql', import.meta.url));
/** What things are called by law, and what in code. */
const glossary = readGlossary(readFileSync(new URL('../docs/glossary.md', import.meta.url), 'utf8'));
/** What all agencies share, looked at beside them. */
const shared = {
  name: 'shared',
  typeDefs: parse(readFileSync(new URL('./shared.graphql', import.meta.url), 'utf8')),
};

/**
 * Composes the schemas of all agencies of a folder into one graph, together with the generated application types.
 *
 * @throws CompositionError listing every fault found, with the agency and the place
 */
export function composeGraph(folder: string = subgraphsFolder): ComposedGraph {
  const agencies = agencyNames(folder).map((name, index) => ({
    name,
    url: `http://localhost:${firstAgencyPort + index}/graphql`,
    typeDefs: parseSchema(name, readFileSync(`${folder}/${name}/schema.graphql`, 'utf8')),
  }));
  const findings = [
    ...agencies.flatMap(({ name, typeDefs }) => [...lintAgencySchema(name, typeDefs), ...renamedRules(name, typeDefs)]),
    ...[...agencies, shared].flatMap(({ name, typeDefs }) => [
      ...unusualNames(name, typeDefs),
      ...unreasonedDeprecations(name, typeDefs),
      ...missingTerms(name, typeDefs, glossary),
    ]),
    ...lintAcrossAgencies(agencies),
    ...lostRules([...agencies, shared]),
    ...unmarkedPersonal([...agencies, shared]),
    ...agencies.flatMap(unlimitedLists),
    ...agencies.flatMap(keptForAll),
  ];
  if (findings.length > 0) throw new CompositionError(findings.map(sentence), findings);

  const schemas = agencies.map((agency) => ({ ...agency, typeDefs: withShared(agency.typeDefs) }));
  const applicationTypes = {
    name: applicationTypesName,
    url: 'local:',
    typeDefs: parse(applicationTypesSchema(concreteApplicationTypes(agencies.map(({ typeDefs }) => typeDefs)))),
  };
  const result = composeServices([applicationTypes, ...schemas]);
  if (result.errors) throw new CompositionError(result.errors.map(({ message }) => message));
  return {
    supergraph: result.supergraphSdl,
    api: `${printSchema(lexicographicSortSchema(result.schema.toAPISchema().toGraphQLJSSchema()))}\n`,
  };
}

/** The composed graph as it was last written to schema/. */
export function committedGraph(): ComposedGraph {
  return { supergraph: readIfThere(supergraphFile), api: readIfThere(apiFile) };
}

/** Writes the composed graph to schema/, where it is committed. */
export function writeGraph(graph: ComposedGraph): void {
  writeFileSync(supergraphFile, graph.supergraph);
  writeFileSync(apiFile, graph.api);
}

function readIfThere(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function parseSchema(agency: string, text: string): DocumentNode {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof GraphQLError) throw new CompositionError([`${agency}: ${error.message}`]);
    throw error;
  }
}

function withShared(schema: DocumentNode): DocumentNode {
  return { ...schema, definitions: [...shared.typeDefs.definitions, ...schema.definitions] };
}

function sentence({ agency, coordinate, message }: Finding): string {
  return `${agency}: ${coordinate} ${message}.`;
}
