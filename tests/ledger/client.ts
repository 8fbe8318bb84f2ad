import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { citizenScopes } from '#kit/sandbox/cast.ts';
import { businessNamed } from '../support/businessNamed.ts';
import type { LedgerPlatform } from './processes.ts';

const answerWithinMs = 15_000;
const againAfterMs = 150;

const submitText = `mutation ($input: RegisterBusinessInput!) {
  registerBusiness(input: $input) { application { id } errors { code message } }
}`;

/** What one client did, as it wrote it down before and after it did it. */
export interface Entries {
  /** The keys that were sent, by who sent them. */
  readonly sent: ReadonlyMap<string, string>;
  /** The application that was promised for a key. */
  readonly acked: ReadonlyMap<string, string>;
  /** How many tries ended without an answer, so that nobody knew what had become of them. */
  readonly unknown: number;
}

/** The clients' own ledger: written to the disk before anything is sent, and after it was answered. */
export class Ledger {
  private readonly file: string;
  private readonly descriptor: number;

  constructor(file: string) {
    this.file = file;
    this.descriptor = openSync(file, 'a');
  }

  note(what: 'sent' | 'acked' | 'unknown', key: string, more: string): void {
    writeSync(this.descriptor, `${what} ${key} ${more}\n`);
    fsyncSync(this.descriptor);
  }

  read(): Entries {
    const lines = readFileSync(this.file, 'utf8')
      .split('\n')
      .map((line) => line.split(' '));
    const pairs = (what: string) =>
      lines.filter(([first]) => first === what).map(([, key = '', more = '']) => [key, more] as const);
    return { sent: new Map(pairs('sent')), acked: new Map(pairs('acked')), unknown: pairs('unknown').length };
  }

  close(): void {
    closeSync(this.descriptor);
  }
}

/** A citizen who applies, one business after another. */
export interface Client {
  readonly id: string;
  ask(query: string, variables: object): Promise<Record<string, unknown>>;
  /** Applies under a new key, and again under the same until it is answered. @returns the application's number */
  submit(ledger: Ledger, until: AbortSignal): Promise<string | null>;
}

export async function aClient(platform: LedgerPlatform, id: string): Promise<Client> {
  const token = await platform.keys.issuer.tokenFor(
    { kind: 'citizen', id, scopes: [...citizenScopes] },
    { expiresIn: '6h' },
  );
  const ask: Client['ask'] = async (query, variables) => {
    const response = await fetch(`${platform.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(answerWithinMs),
    });
    const { data, errors } = (await response.json()) as { data?: Record<string, unknown>; errors?: unknown };
    if (errors !== undefined || !data) throw new Error(`It was answered ${JSON.stringify(errors)}.`);
    return data;
  };

  return {
    id,
    ask,
    async submit(ledger, until) {
      const key = randomUUID();
      ledger.note('sent', key, id);
      while (!until.aborted) {
        try {
          const { registerBusiness } = (await ask(submitText, { input: businessNamed(key) })) as {
            registerBusiness: { application: { id: string } | null; errors: readonly object[] };
          };
          const { application, errors } = registerBusiness;
          if (!application) throw new Error(`It was refused: ${JSON.stringify(errors)}.`);
          ledger.note('acked', key, application.id);
          return application.id;
        } catch {
          ledger.note('unknown', key, id);
          await new Promise((resolve) => setTimeout(resolve, againAfterMs));
        }
      }
      return null;
    },
  };
}
