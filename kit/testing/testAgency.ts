import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { StatedReason } from '../access-log/statedReason.ts';
import { accessLogCollections } from '../access-log/store.ts';
import { startAgencyServer } from '../agencyServer.ts';
import { anonymous, type Principal } from '../principal.ts';
import { signRequest } from '../signature.ts';
import type { Agency } from '../subgraph.ts';
import { keyRingOf } from '../vault/keyRing.ts';
import { createVault, type Vault } from '../vault/vault.ts';
import { emptyDatabase } from './database.ts';

export interface TestAnswer {
  readonly status: number;
  readonly data: unknown;
  readonly errors: readonly { message: string; path?: (string | number)[]; extensions: { code: string } }[];
  /** The database commands that this one question cost, such as `find citizens`, but for the access log's. */
  readonly commands: readonly string[];
  /** What the access log wrote and read for it, such as `insert accessChain`. */
  readonly logCommands: readonly string[];
}

export interface TestAgency {
  readonly url: string;
  readonly connection: Connection;
  readonly gatewayKey: KeyObject;
  readonly vault: Vault;
  /** Asks as the gateway would, for this principal (nobody when left out); staff say why, unless `reason` says otherwise. */
  ask(
    query: string,
    variables?: Record<string, unknown>,
    principal?: Principal,
    reason?: StatedReason,
  ): Promise<TestAnswer>;
  /** Asks `_entities` for representations, with a selection such as `... on Citizen { businesses { nib } }`. */
  entities(representations: readonly object[], selection: string, principal?: Principal): Promise<TestAnswer>;
  stop(): Promise<void>;
}

/** Starts an agency on a free port with an empty database and a gateway key of its own. */
export async function startTestAgency<Models, Loaders>(agency: Agency<Models, Loaders>): Promise<TestAgency> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const connection = await emptyDatabase(agency.name);
  const commands = countCommands(connection);
  const vault = createVault(agency.name, keyRingOf(agency.name));
  const options = { port: 0, host: '127.0.0.1', connection, gatewayKey: publicKey, vault };
  const server = await startAgencyServer(agency, options);

  const ask: TestAgency['ask'] = async (query, variables = {}, principal = anonymous, reason = {}) => {
    const body = JSON.stringify({ query, variables });
    const identity = { principal, requestId: 'test', ...reasonOf(principal), ...reason };
    const signed = signRequest(privateKey, { agency: agency.name, path: '/graphql', body, identity });
    commands.length = 0;
    const response = await fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...signed },
      body,
    });
    const answer = (await response.json()) as { data?: unknown; errors?: TestAnswer['errors'] };
    return { status: response.status, data: answer.data, errors: answer.errors ?? [], ...sorted(commands) };
  };

  return {
    url: server.url,
    connection,
    gatewayKey: privateKey,
    vault,
    ask,
    entities: (representations, selection, principal) =>
      ask(
        `query ($representations: [_Any!]!) { _entities(representations: $representations) { ${selection} } }`,
        { representations },
        principal,
      ),
    async stop() {
      await connection.dropDatabase();
      await server.stop();
    },
  };
}

function reasonOf({ kind }: Principal): StatedReason {
  return kind === 'citizen' || kind === 'anonymous' ? {} : { purpose: 'a test', caseId: 'test-file' };
}

function sorted(commands: readonly string[]): Pick<TestAnswer, 'commands' | 'logCommands'> {
  const isOfLog = (command: string) => accessLogCollections.some((collection) => command.endsWith(` ${collection}`));
  return { commands: commands.filter((command) => !isOfLog(command)), logCommands: commands.filter(isOfLog) };
}

function countCommands(connection: Connection): string[] {
  const commands: string[] = [];
  connection.getClient().on('commandStarted', ({ commandName, command }) => {
    if (!['endSessions', 'hello', 'ping'].includes(commandName)) {
      commands.push(`${commandName} ${String(command[commandName])}`);
    }
  });
  return commands;
}
