import { createHash } from 'node:crypto';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Connection } from 'mongoose';
import type { Disclosures } from '../../access-log/disclosures.ts';
import { createLog } from '../../log.ts';
import { ensureIndexes } from '../../mongo.ts';
import type { Principal } from '../../principal.ts';
import { asCitizen, asOfficer } from '../../testing/builders.ts';
import { dropAndClose, emptyDatabase } from '../../testing/database.ts';
import { keyRingFrom, newDevelopmentKeys } from '../../vault/keyRing.ts';
import { createVault, type Vault } from '../../vault/vault.ts';
import type { CertificateText } from '../certificate.ts';
import { documentLinks, downloadLinkMs, type Links } from '../links.ts';
import { registerDocument } from '../register.ts';
import { serveDocuments } from '../routes.ts';
import { type DocumentModels, documentModels } from '../upload.ts';

export const owner = asCitizen('ctz-owner');
export const officer = asOfficer('archive', '35.10', ['applications:read']);
export const officerElsewhere = asOfficer('archive', '51.03', ['applications:read']);

export const aText: CertificateText = {
  title: { id: 'Surat Izin Praktik', en: 'Licence to Practise' },
  issuer: 'Dinas Contoh',
  number: 'SIP/CONTOH/000001',
  lines: [{ label: { id: 'Nama pemegang', en: 'Holder' }, value: 'Nur Contoh' }],
  issuedAt: new Date('2026-05-04T03:00:00Z'),
  validUntil: '2031-05-03',
  verificationCode: '7H2KQ-00000-ABCDE-FGHJK',
  verifyUrl: 'http://localhost:4000/verify/archive/7H2KQ-00000-ABCDE-FGHJK',
};

/** The routes of an agency called `archive`, with a clock and an access log that a test can set. */
export interface DocumentServerOfTest {
  readonly connection: Connection;
  readonly models: DocumentModels;
  readonly vault: Vault;
  readonly links: Links;
  /** What the access log was given. */
  readonly noted: Disclosures[];
  now: Date;
  logIsWritable: boolean;
  /** Registers these bytes for the owner. @returns the id, and where to send them */
  register(
    bytes: Buffer,
    facts?: Partial<{ mediaType: string; sha256: string; sizeBytes: number }>,
  ): Promise<Registered>;
  send(link: string, bytes: Buffer | ReadableStream): Promise<Response>;
  /** Registers and sends. @returns the id */
  keep(bytes: Buffer): Promise<string>;
  linkFor(documentId: string, principal: Principal): string;
  fetch(link: string): Promise<Response>;
  stop(): Promise<void>;
}

export interface Registered {
  readonly id: string;
  readonly link: string;
}

export async function aDocumentServer(): Promise<DocumentServerOfTest> {
  const connection = await emptyDatabase('documents');
  const models = documentModels(connection);
  await ensureIndexes(connection);
  const vault = createVault('archive', keyRingFrom(newDevelopmentKeys()));
  const links = documentLinks('archive', vault);
  const http: FastifyInstance = Fastify();
  const noted: Disclosures[] = [];
  const visibleTo = (principal: Principal) => {
    if (principal.kind === 'citizen') return { ownerId: principal.id };
    return principal.kind === 'officer' ? { regionPath: principal.region } : null;
  };

  const server: DocumentServerOfTest = {
    connection,
    models,
    vault,
    links,
    noted,
    now: new Date('2026-11-24T03:00:00Z'),
    logIsWritable: true,
    async register(bytes, facts = {}) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const said = {
        name: 'Pindaian Rahasia',
        kind: 'OTHER',
        mediaType: 'application/pdf',
        sizeBytes: bytes.length,
        sha256,
      };
      const {
        _id: id,
        expiresAt,
        sizeBytes,
      } = await registerDocument(models, vault, 'ctz-owner', { ...said, ...facts }, server.now);
      const reader = { principal: owner, requestId: 'test' };
      return { id, link: links.make('upload', id, { until: expiresAt ?? server.now, sizeBytes, reader }) };
    },
    send: (link, bytes) => fetch(atAgency(link), { method: 'PUT', body: bytes, duplex: 'half' } as RequestInit),
    async keep(bytes) {
      const { id, link } = await server.register(bytes);
      const { status } = await server.send(link, bytes);
      if (status !== 204) throw new Error(`The document was not taken: ${status}.`);
      return id;
    },
    linkFor(documentId, principal) {
      const until = new Date(server.now.getTime() + downloadLinkMs);
      return links.make('download', documentId, { until, sizeBytes: null, reader: { principal, requestId: 'test' } });
    },
    fetch: (link) => fetch(atAgency(link)),
    async stop() {
      await http.close();
      await dropAndClose(connection);
    },
  };

  serveDocuments(http, {
    agency: 'archive',
    documents: {
      visibleTo,
      certificate: async (_models, _vault, id, visible) =>
        id === 'doc-issued' && 'ownerId' in visible && visible.ownerId === 'ctz-owner'
          ? { ownerId: 'ctz-owner', text: aText }
          : null,
    },
    models,
    vault,
    log: createLog('archive'),
    accessLog: {
      note: async (disclosures) => {
        if (server.logIsWritable) noted.push(disclosures);
        return server.logIsWritable;
      },
    },
    clock: () => server.now,
  });
  const origin = await http.listen({ port: 0, host: '127.0.0.1' });
  // The gateway takes the agency's name out of the address.
  const atAgency = (link: string) => `${origin}${link.replace('/documents/archive/', '/documents/')}`;
  return server;
}

/** Bytes that begin as a PDF does, of this length. */
export function aPdf(length: number): Buffer {
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(length - 9, 'Isi rahasia dokumen. ')]);
}

/** The code of a refusal. */
export async function codeOf(response: Response): Promise<string | undefined> {
  const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  return errors?.[0]?.extensions.code;
}
