import { describe, expect, it } from '@jest/globals';
import * as rules from './support/houseRules.ts';
import { everyReadIsLean } from './support/leanReads.ts';
import { readSourceTree, type SourceTree, withFile, withoutFile } from './support/sourceTree.ts';

const tree = readSourceTree();
const long = 'export const line = 1;\n'.repeat(251);

/** Each rule as a sentence, with a planted fault that it must find. */
const house: readonly [sentence: string, rule: rules.HouseRule, faulty: SourceTree, breach: string][] = [
  [
    'no agency imports another',
    rules.noAgencyImportsAnother,
    withFile(tree, 'subgraphs/tax/rules/planted.ts', "import { age } from '../../identity/rules.ts';"),
    'subgraphs/tax/rules/planted.ts imports subgraphs/identity/rules.ts',
  ],
  [
    'the gateway knows no agency',
    rules.theGatewayKnowsNoAgency,
    withFile(tree, 'gateway/call/planted.ts', "const first = agencies.get('tax');"),
    'gateway/call/planted.ts names the agency tax',
  ],
  [
    'the kit knows neither the gateway nor an agency',
    rules.theKitKnowsNeitherGatewayNorAgency,
    withFile(tree, 'kit/planted.ts', "import { startGateway } from '../gateway/server.ts';"),
    'kit/planted.ts imports gateway/server.ts',
  ],
  [
    'only scripts and test support import the embedded database',
    rules.onlyScriptsAndTestSupportImportTheEmbeddedDatabase,
    withFile(tree, 'kit/planted.ts', "import { startEmbeddedMongo } from '../embedded-mongo/server.ts';"),
    'kit/planted.ts imports embedded-mongo/server.ts',
  ],
  [
    'the embedded database stands alone',
    rules.theEmbeddedDatabaseStandsAlone,
    withFile(tree, 'embedded-mongo/planted.ts', "import { setting } from '#kit/setting.ts';"),
    'embedded-mongo/planted.ts imports kit/setting.ts',
  ],
  [
    'inside an agency imports run one way',
    rules.insideAnAgencyImportsRunOneWay,
    withFile(tree, 'subgraphs/tax/model.ts', "import { taxLoaders } from './loaders.ts';"),
    'subgraphs/tax/model.ts imports subgraphs/tax/loaders.ts',
  ],
  [
    'there are no import cycles',
    rules.thereAreNoImportCycles,
    withFile(
      withFile(tree, 'kit/planted.ts', "import './plantedToo.ts';"),
      'kit/plantedToo.ts',
      "export { planted } from './planted.ts';",
    ),
    'kit/planted.ts -> kit/plantedToo.ts -> kit/planted.ts',
  ],
  [
    'the environment is read in one place',
    rules.theEnvironmentIsReadInOnePlace,
    withFile(tree, 'gateway/planted.ts', 'const port = process.env.PORT;'),
    'gateway/planted.ts reads the environment itself',
  ],
  [
    "an agency's time is that of the service",
    rules.anAgencysTimeIsThatOfTheService,
    withFile(tree, 'subgraphs/tax/rules/planted.ts', 'export const isLate = (dueAt: Date) => dueAt < new Date();'),
    'subgraphs/tax/rules/planted.ts asks the machine for the time',
  ],
  [
    'every read is lean',
    everyReadIsLean,
    withFile(tree, 'subgraphs/tax/planted.ts', 'export const bill = Bill.findOne({ npwp }).sort({ _id: 1 });'),
    'subgraphs/tax/planted.ts:1 reads without lean()',
  ],
  [
    'files are short enough to read in one sitting',
    rules.filesAreShortEnoughToReadInOneSitting,
    withFile(tree, 'gateway/planted.ts', long),
    'gateway/planted.ts has 251 lines',
  ],
  [
    'every agency has a README, a seed and tests',
    rules.everyAgencyHasAReadmeASeedAndTests,
    withFile(tree, 'subgraphs/planted/schema.graphql', 'type Query { planted: Int }'),
    'planted has no seed.ts',
  ],
  [
    'every error code is documented',
    rules.everyErrorCodeIsDocumented,
    withoutFile(tree, 'docs/errors.md'),
    'CONFLICT is not in docs/errors.md',
  ],
  [
    'every agency has its service in docker-compose.yml',
    rules.everyAgencyHasItsServiceInCompose,
    withFile(tree, 'subgraphs/planted/schema.graphql', 'type Query { planted: Int }'),
    'planted has no service',
  ],
];

describe.each(house)('the house rule that %s', (_sentence, rule, faulty, breach) => {
  it('holds', () => {
    expect(rule(tree)).toEqual([]);
  });

  it('is broken by a planted fault', () => {
    expect(rule(faulty)).toContain(breach);
  });
});
