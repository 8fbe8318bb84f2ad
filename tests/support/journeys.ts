import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { connect } from '#kit/mongo.ts';
import type { PersonaSlug } from '#kit/sandbox/cast.ts';
import { setting } from '#kit/setting.ts';
import { agencyNames } from '../../schema/agencies.ts';
import { seedDatabases } from '../../scripts/seedDatabases.ts';
import { startTestPlatform, type TestPlatform } from './platform.ts';
import { valueAt } from './reading.ts';

const dayMs = 86_400_000;

/** The whole graph on databases of its own, so that a journey may change what it likes; the inbox hears every agency. */
export interface JourneyPlatform extends TestPlatform {
  /** Asks, and gives what stands at a path of the data. @throws Error when the answer has errors */
  get<Value>(as: PersonaSlug, query: string, path: string, variables?: Record<string, unknown>): Promise<Value>;
  /** Sends a mutation with one input, and gives its payload. @throws Error when the answer has errors outside it */
  change(as: PersonaSlug, mutation: string, input: object, selection: string): Promise<Payload>;
  /** Decides on an application as the officer sees it now. */
  decide(as: PersonaSlug, mutation: string, id: string, decision: string, more?: object): Promise<Payload>;
  /** Registers a small document and sends it. @param mutation such as `registerLicensingDocument` @returns its id */
  document(as: PersonaSlug, mutation: string, kind?: string): Promise<string>;
  /** What the inbox shows of an application, as soon as it has heard of this many steps. */
  inboxAfter(as: PersonaSlug, id: string, sequence: number): Promise<InboxEntry>;
  /** Moves the time that the service goes by. */
  moveClock(days: number): void;
}

export interface Payload {
  readonly application: { readonly id: string } | null;
  readonly errors: readonly { readonly code: string; readonly message: string; readonly path: string[] | null }[];
}

export interface InboxEntry {
  readonly id: string;
  readonly status: string;
  readonly sequence: number;
  readonly timeline: readonly { readonly to: string; readonly note: string | null }[];
  readonly pendingAction: { readonly kind: string } | null;
}

const inboxQuery = `query ($id: ID!) { application(id: $id) {
  id status sequence timeline { to note } pendingAction { kind }
} }`;

/** A key that was never used. */
export const newKey = (): string => randomUUID();

/** Starts it, on a seeded cast and nobody else. Stopping it removes its databases. */
export async function startJourneys(name: string): Promise<JourneyPlatform> {
  const databaseOf = (agency: string) => ({
    uri: setting('MONGODB_URI', z.string()),
    database: `test_journey_${name}_${agency.replaceAll('-', '_')}`,
  });
  let movedMs = 0;
  await seedDatabases({ citizens: 0, now: new Date(), databaseOf, tell: () => {} });
  const platform = await startTestPlatform(
    {},
    {
      connect: (agency) => connect(databaseOf(agency)),
      citizensView: 'mall',
      clock: () => new Date(Date.now() + movedMs),
      lookForDueEveryMs: 100,
    },
  );

  const get: JourneyPlatform['get'] = async (as, query, path, variables = {}) => {
    const { data, errors } = await platform.ask(query, { as, variables, headers: purposeOf(as) });
    if (errors.length > 0) throw new Error(`${as}: ${JSON.stringify(errors)}`);
    return valueAt(data, path) as never;
  };
  const change: JourneyPlatform['change'] = (as, mutation, input, selection) =>
    get(as, `mutation ($input: ${inputTypeOf(mutation)}!) { ${mutation}(input: $input) { ${selection} } }`, mutation, {
      input,
    });
  const now = async (as: PersonaSlug, id: string) => get<InboxEntry | null>(as, inboxQuery, 'application', { id });

  return {
    ...platform,
    get,
    change,
    async decide(as, mutation, id, decision, more = {}) {
      const seen = await now(as, id);
      const input = { applicationId: id, decision, expectedSequence: seen?.sequence ?? 0, ...more };
      const text = `mutation ($input: DecideApplicationInput!) { ${mutation}(input: $input) {
        application { id } errors { code message path } } }`;
      return get(as, text, mutation, { input });
    },
    async document(as, mutation, kind = 'OTHER') {
      const bytes = Buffer.from(`%PDF-1.7 a scan ${randomUUID()}`);
      const input = {
        name: 'Pindaian',
        kind,
        mediaType: 'application/pdf',
        sizeBytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      };
      const text = `mutation ($input: RegisterDocumentInput!) { ${mutation}(input: $input) {
        upload { documentId uploadUrl } errors { code } } }`;
      const upload = await get<{ documentId: string; uploadUrl: string }>(as, text, `${mutation}.upload`, { input });
      const sent = await fetch(platform.url + upload.uploadUrl, { method: 'PUT', body: Uint8Array.from(bytes) });
      if (!sent.ok) throw new Error(`The document was answered ${sent.status}.`);
      return upload.documentId;
    },
    async inboxAfter(as, id, sequence) {
      const deadline = Date.now() + 15_000;
      while (Date.now() < deadline) {
        const entry = await now(as, id);
        if (entry && entry.sequence >= sequence) return entry;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`The inbox did not hear of step ${sequence} of ${id}.`);
    },
    moveClock(days) {
      movedMs += days * dayMs;
    },
    async stop() {
      await platform.stop();
      for (const agency of agencyNames()) {
        const connection = await connect(databaseOf(agency));
        await connection.dropDatabase();
        await connection.close();
      }
    },
  };
}

/** Staff say what they read for. */
function purposeOf(as: PersonaSlug): Record<string, string> {
  return /^(officer|approver)/.test(as) ? { 'x-purpose': 'Pemeriksaan permohonan' } : {};
}

function inputTypeOf(mutation: string): string {
  return `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
}
