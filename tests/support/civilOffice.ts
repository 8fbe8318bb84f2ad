import { createHash, randomUUID } from 'node:crypto';
import type { PersonaSlug } from '#kit/sandbox/cast.ts';
import { asOfficer } from '#kit/testing/builders.ts';
import type { InboxEntry, JourneyPlatform, Payload } from './journeys.ts';
import { valueAt } from './reading.ts';

/** The civil registration office of a regency: whoever checks there, and whoever signs. */
export interface CivilOffice {
  /** Asks as one of the two, and gives what stands at a path of the data. @throws Error when the answer has errors */
  get<Value>(who: Who, query: string, path: string, variables?: Record<string, unknown>): Promise<Value>;
  /** Decides on a file as soon as the desk shows it after so many steps. */
  decide(who: Who, id: string, after: number, decision: string, more?: object): Promise<Payload>;
}

type Who = 'verifier' | 'approver';

const scopes = { verifier: 'applications:verify', approver: 'applications:approve' } as const;

/** The cast's officers work in Banyuwangi; a journey elsewhere has an office of its own. */
export function civilOfficeOf(graph: JourneyPlatform, region: string): CivilOffice {
  const get: CivilOffice['get'] = async (who, query, path, variables = {}) => {
    const officer = asOfficer('civil-records', region, ['applications:read', 'civil:read', scopes[who]]);
    if (officer.kind !== 'officer') throw new Error('An office has officers.');
    const token = await graph.issuer.tokenFor({ ...officer, id: `${officer.id}-${who}` });
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'x-purpose': 'Pemeriksaan laporan',
      'x-case': 'berkas-uji',
    };
    const response = await fetch(`${graph.url}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
    if (errors) throw new Error(`${who} of ${region}: ${JSON.stringify(errors)}`);
    return valueAt(data, path) as never;
  };
  const sequence = 'query ($id: ID!) { application(id: $id) { sequence } }';

  return {
    get,
    async decide(who, id, after, decision, more = {}) {
      const deadline = Date.now() + 15_000;
      let seen: Pick<InboxEntry, 'sequence'> | null = null;
      while ((seen?.sequence ?? 0) < after) {
        if (Date.now() > deadline) throw new Error(`The desk did not hear of step ${after} of ${id}.`);
        seen = await get<Pick<InboxEntry, 'sequence'> | null>(who, sequence, 'application', { id });
      }
      const text = `mutation ($input: DecideApplicationInput!) { decideCivilApplication(input: $input) {
        application { id } errors { code message path } } }`;
      const input = { applicationId: id, decision, expectedSequence: seen?.sequence ?? 0, ...more };
      return get(who, text, 'decideCivilApplication', { input });
    },
  };
}

/** Sends a small document for a requirement of a report. @returns its id */
export async function civilDocument(graph: JourneyPlatform, as: PersonaSlug, requirementCode: string): Promise<string> {
  const bytes = Buffer.from(`%PDF-1.7 a letter ${randomUUID()}`);
  const input = {
    name: 'Surat keterangan',
    kind: 'OTHER',
    requirementCode,
    mediaType: 'application/pdf',
    sizeBytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
  const text = `mutation ($input: RegisterDocumentInput!) { registerCivilDocument(input: $input) {
    upload { documentId uploadUrl } } }`;
  const { documentId, uploadUrl } = await graph.get<{ documentId: string; uploadUrl: string }>(
    as,
    text,
    'registerCivilDocument.upload',
    { input },
  );
  const sent = await fetch(graph.url + uploadUrl, { method: 'PUT', body: Uint8Array.from(bytes) });
  if (!sent.ok) throw new Error(`The document was answered ${sent.status}.`);
  return documentId;
}
