import { MongoError, notSupported } from '../errors.ts';
import { type Document, isDocument } from '../values/document.ts';
import { isNumeric, toNumber } from '../values/numbers.ts';
import { assertOnly, booleanField, type Command, countField, documentField, reply } from './command.ts';

/** What a fail point does to a command. */
export type Failure = {
  readonly error?: MongoError;
  readonly closeConnection: boolean;
  readonly blockTime: number;
  readonly writeConcernError?: Document;
};

type Active = {
  readonly commands: readonly string[];
  readonly failure: Failure;
  skip: number;
  times: number;
};

const dataFields = [
  'failCommands',
  'errorCode',
  'closeConnection',
  'errorLabels',
  'writeConcernError',
  'blockConnection',
  'blockTimeMS',
];

/** The `failCommand` fail point of MongoDB's own tests, with which a client's handling of errors can be tested. */
export class FailPoint {
  private active: Active | undefined;

  configure(body: Document): void {
    if (body['configureFailPoint'] !== 'failCommand')
      throw notSupported(`The fail point ${String(body['configureFailPoint'])}`);
    const mode = body['mode'];
    if (mode === 'off') {
      this.active = undefined;
      return;
    }
    const data = documentField(body, 'data');
    assertOnly(data, dataFields, 'configureFailPoint.data');
    const commands = data['failCommands'];
    if (!Array.isArray(commands)) throw new MongoError(2, 'failCommands must be an array');
    this.active = { commands: commands.map(String), failure: parseFailure(data), ...parseMode(mode) };
  }

  /** What happens to a command that is about to run; counts it. */
  take(command: string): Failure | undefined {
    const { active } = this;
    if (!active?.commands.includes(command)) return undefined;
    if (active.skip > 0) {
      active.skip -= 1;
      return undefined;
    }
    active.times -= 1;
    if (active.times <= 0) this.active = undefined;
    return active.failure;
  }
}

const parseMode = (mode: unknown): { skip: number; times: number } => {
  if (mode === 'alwaysOn') return { skip: 0, times: Number.POSITIVE_INFINITY };
  const [entry] = isDocument(mode) ? Object.entries(mode) : [];
  if (entry && isNumeric(entry[1])) {
    if (entry[0] === 'times') return { skip: 0, times: toNumber(entry[1]) };
    if (entry[0] === 'skip') return { skip: toNumber(entry[1]), times: Number.POSITIVE_INFINITY };
  }
  throw new MongoError(2, 'The mode of a fail point must be off, alwaysOn, {times: n} or {skip: n}');
};

const parseFailure = (data: Document): Failure => {
  const code = data['errorCode'];
  const labels = data['errorLabels'];
  return {
    ...(isNumeric(code)
      ? {
          error: new MongoError(
            toNumber(code),
            "Failing command via 'failCommand' failpoint",
            Array.isArray(labels) ? { errorLabels: labels } : {},
          ),
        }
      : {}),
    closeConnection: booleanField(data, 'closeConnection', false),
    blockTime: booleanField(data, 'blockConnection', false) ? countField(data, 'blockTimeMS', 0) : 0,
    ...(isDocument(data['writeConcernError']) ? { writeConcernError: data['writeConcernError'] } : {}),
  };
};

export const configureFailPoint: Command = {
  accepts: ['configureFailPoint', 'mode', 'data'],
  run: ({ body, database }, { failPoint }) => {
    if (database !== 'admin')
      throw new MongoError(13, 'configureFailPoint may only be run against the admin database.');
    failPoint.configure(body);
    return reply({});
  },
};
