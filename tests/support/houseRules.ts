import { parse } from 'yaml';
import { errorCodes } from '#kit/errors.ts';
import { agenciesOf, type Import, importsOf, type SourceTree, sources } from './sourceTree.ts';

/** A rule of the house: gives one sentence per breach, so an empty list means that it holds. */
export type HouseRule = (tree: SourceTree) => string[];

const longestFile = 250;
/** Reference data and generated text are looked up, not read in one sitting. */
const mayBeLong =
  /^(subgraphs\/[^/]+\/(data|kbli)\/|subgraphs\/[^/]+\/occupations\.ts|kit\/(sandbox\/places|application\/clock\/holidays)\.ts)/;
const testSupport = /^(tests\/|kit\/testing\/|embedded-mongo\/)/;

export const noAgencyImportsAnother: HouseRule = (tree) =>
  breaches(tree, ({ from, to }) => {
    const [importer, imported] = [agencyOf(from), agencyOf(to)];
    return importer !== null && imported !== null && importer !== imported;
  });

export const theGatewayKnowsNoAgency: HouseRule = (tree) => {
  const names = agenciesOf(tree);
  const named = sources(tree)
    .filter(([path]) => path.startsWith('gateway/') && !path.includes('/tests/'))
    .flatMap(([path, text]) =>
      names.filter((name) => text.includes(`'${name}'`)).map((name) => `${path} names the agency ${name}`),
    );
  const imported = breaches(tree, ({ from, to }) => from.startsWith('gateway/') && agencyOf(to) !== null);
  return [...named, ...imported];
};

export const theKitKnowsNeitherGatewayNorAgency: HouseRule = (tree) =>
  breaches(tree, ({ from, to }) => from.startsWith('kit/') && /^(gateway|subgraphs|schema|scripts)\//.test(to));

export const onlyScriptsAndTestSupportImportTheEmbeddedDatabase: HouseRule = (tree) =>
  breaches(
    tree,
    ({ from, to }) => to.startsWith('embedded-mongo/') && !from.startsWith('scripts/') && !testSupport.test(from),
  );

export const theEmbeddedDatabaseStandsAlone: HouseRule = (tree) =>
  breaches(
    tree,
    ({ from, to }) => from.startsWith('embedded-mongo/') && /^(kit|gateway|subgraphs|schema|scripts|tests)\//.test(to),
  );

/** In reading order; a part may import the parts before it in this list, never one after it. */
const partsFromTheGround = ['model', 'rules', 'loaders', 'resolvers', 'subgraph', 'server'];

export const insideAnAgencyImportsRunOneWay: HouseRule = (tree) =>
  breaches(tree, ({ from, to }) => {
    if (agencyOf(from) === null || agencyOf(from) !== agencyOf(to)) return false;
    const [importer, imported] = [heightOf(from), heightOf(to)];
    return importer !== null && imported !== null && imported > importer;
  });

export const thereAreNoImportCycles: HouseRule = (tree) => {
  const next = new Map<string, string[]>();
  for (const { from, to, typesOnly } of importsOf(tree)) {
    if (!typesOnly) next.set(from, [...(next.get(from) ?? []), to]);
  }
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) {
      cycles.push([...way.slice(way.indexOf(file)), file].join(' -> '));
      return;
    }
    if (done.has(file)) return;
    for (const target of next.get(file) ?? []) visit(target, [...way, file]);
    done.add(file);
  };
  for (const file of next.keys()) visit(file, []);
  return cycles;
};

export const theEnvironmentIsReadInOnePlace: HouseRule = (tree) =>
  sources(tree)
    .filter(([path]) => path !== 'kit/setting.ts' && !path.startsWith('embedded-mongo/'))
    .filter(([, text]) => /process\.env\b/.test(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*|'[^'\n]*'|`[^`]*`/g, '')))
    .map(([path]) => `${path} reads the environment itself`);

/** Signing in is a matter of tokens and tries, which go by the real time. */
const goesByTheMachine = /^subgraphs\/[^/]+\/(one-id|tests)\//;

export const anAgencysTimeIsThatOfTheService: HouseRule = (tree) =>
  sources(tree)
    .filter(([path]) => path.startsWith('subgraphs/') && !goesByTheMachine.test(path))
    .filter(([, text]) => /\bnew Date\(\)|\bDate\.now\(\)/.test(text))
    .map(([path]) => `${path} asks the machine for the time`);

export const filesAreShortEnoughToReadInOneSitting: HouseRule = (tree) =>
  sources(tree)
    .filter(([path]) => !mayBeLong.test(path) && !path.includes('/generated/'))
    .map(([path, text]) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > longestFile)
    .map(({ path, lines }) => `${path} has ${lines} lines`);

export const everyAgencyHasAReadmeASeedAndTests: HouseRule = (tree) => {
  const required = { 'README.md': /^README\.md$/, 'seed.ts': /^seed\.ts$/, tests: /^tests\/.+\.test\.ts$/ };
  return agenciesOf(tree).flatMap((agency) => {
    const folder = `subgraphs/${agency}/`;
    const files = [...tree.keys()].filter((path) => path.startsWith(folder)).map((path) => path.slice(folder.length));
    return Object.entries(required)
      .filter(([, form]) => !files.some((file) => form.test(file)))
      .map(([part]) => `${agency} has no ${part}`);
  });
};

export const everyErrorCodeIsDocumented: HouseRule = (tree) => {
  const documented = new Set(
    [...(tree.get('docs/errors.md') ?? '').matchAll(/^\| `([A-Z_]+)`/gm)].map(([, code = '']) => code),
  );
  return [
    ...errorCodes.filter((code) => !documented.has(code)).map((code) => `${code} is not in docs/errors.md`),
    ...[...documented]
      .filter((code) => !errorCodes.some((known) => known === code))
      .map((code) => `${code} is no code`),
  ];
};

export const everyAgencyHasItsServiceInCompose: HouseRule = (tree) => {
  const compose = parse(tree.get('docker-compose.yml') ?? '') as { services?: Record<string, unknown> } | null;
  const services = Object.keys(compose?.services ?? {});
  const agencies = agenciesOf(tree);
  return [
    ...agencies.filter((agency) => !services.includes(agency)).map((agency) => `${agency} has no service`),
    ...services
      .filter((service) => !['gateway', 'mongo', 'nats', 'redis', ...agencies].includes(service))
      .map((service) => `the service ${service} is no agency`),
  ];
};

function breaches(tree: SourceTree, isBreach: (found: Import) => boolean): string[] {
  return importsOf(tree)
    .filter(isBreach)
    .map(({ from, to }) => `${from} imports ${to}`);
}

function agencyOf(path: string): string | null {
  return /^subgraphs\/([^/]+)\//.exec(path)?.[1] ?? null;
}

function heightOf(path: string): number | null {
  const height = partsFromTheGround.indexOf(/^subgraphs\/[^/]+\/([^/.]+)/.exec(path)?.[1] ?? '');
  return height === -1 ? null : height;
}
