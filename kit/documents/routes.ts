import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AccessLog } from '../access-log/accessLog.ts';
import { Disclosures } from '../access-log/disclosures.ts';
import { auditUnavailable, badInput, notFound } from '../errors.ts';
import type { Log } from '../log.ts';
import { isCitizen, type Principal } from '../principal.ts';
import type { Vault } from '../vault/vault.ts';
import { type CertificateText, certificatePdf } from './certificate.ts';
import { documentLinks, documentsPath, type LinkClaims, type LinkUse } from './links.ts';
import { fileNameOf } from './mediaType.ts';
import { contentsOf, findUploads, type VisibleDocuments } from './read.ts';
import { receiveDocument, tooLarge } from './receive.ts';
import { refusalOf } from './refusals.ts';
import { type DocumentModels, largestDocument, type MediaType } from './upload.ts';

/** What an agency says of its documents, so that the kit can answer at `/documents`. */
export interface AgencyDocuments<Models> {
  /** Which documents a caller may read: the row rule, as part of the store query. */
  readonly visibleTo: (principal: Principal) => VisibleDocuments;
  /** What a certificate says that the agency issued under this id, of those that are visible; null when there is none. */
  readonly certificate?: (
    models: Models,
    vault: Vault,
    documentId: string,
    visible: NonNullable<VisibleDocuments>,
  ) => Promise<IssuedCertificate | null>;
}

/** A certificate as it is to be printed, and whose it is. */
export interface IssuedCertificate {
  readonly ownerId: string;
  readonly text: CertificateText;
}

export interface DocumentServer<Models> {
  readonly agency: string;
  readonly documents: AgencyDocuments<Models>;
  readonly models: Models;
  readonly vault: Vault;
  readonly accessLog: Pick<AccessLog, 'note'>;
  readonly log: Log;
  /** The time; another one in tests only. */
  readonly clock?: () => Date;
}

/** The field that a read of a document's contents stands under in the access log. */
export const contentsCoordinate = 'Document.contents';

interface DocumentRequest {
  Params: { readonly id: string };
  Querystring: { readonly key?: string };
}

/** What is to be given out: whose it is, and its bytes. */
interface Found {
  readonly ownerId: string;
  readonly mediaType: MediaType;
  readonly sizeBytes: number;
  readonly bytes: () => Readable | Buffer;
}

/**
 * Takes and gives documents at `/documents/<id>?key=<link>`. The link alone says who may; the row rule is asked again when
 * the bytes are fetched. A document goes to somebody other than its owner only when a note of it is on disk.
 */
export function serveDocuments<Models extends DocumentModels>(
  http: FastifyInstance,
  server: DocumentServer<Models>,
): void {
  const { models, vault, log, clock = () => new Date() } = server;
  const links = documentLinks(server.agency, vault);
  const allowed = (use: LinkUse, request: FastifyRequest<DocumentRequest>): LinkClaims => {
    const claims = links.read(use, request.params.id, request.query.key, clock());
    if (!claims) throw notFound('This link is not good, or no longer. Please ask for a new one.');
    return claims;
  };

  // The body is read by whoever checks it, as it comes.
  http.removeAllContentTypeParsers();
  http.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  http.setErrorHandler((error, _request, reply) => {
    const { status, body } = refusalOf(error, log);
    return reply.status(status).header('cache-control', 'no-store').send(body);
  });

  http.put<DocumentRequest>(`${documentsPath}/:id`, async (request, reply) => {
    const { sizeBytes } = allowed('upload', request);
    const length = Number(request.headers['content-length']);
    if (length > largestDocument || (sizeBytes !== null && length > sizeBytes)) throw tooLarge();
    await receiveDocument(models, vault, request.params.id, bodyOf(request), clock);
    return reply.status(204).send();
  });

  http.get<DocumentRequest>(`${documentsPath}/:id`, async (request, reply) => {
    const { reader } = allowed('download', request);
    const { id } = request.params;
    const document = await findDocument(server, id, reader.principal, clock());
    if (!document) throw notFound('There is no such document.');
    if (!isCitizen(reader.principal, document.ownerId)) {
      // Who read what is evidence: it stands at the real time.
      const disclosures = new Disclosures(reader, new Date());
      disclosures.noteRead(contentsCoordinate, [document.ownerId]);
      if (!(await server.accessLog.note(disclosures))) throw auditUnavailable();
    }
    return reply
      .header('content-type', document.mediaType)
      .header('content-length', document.sizeBytes)
      .header('content-disposition', `attachment; filename="${fileNameOf(id, document.mediaType)}"`)
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'no-store')
      .send(document.bytes());
  });
}

/** What lies under this id and is visible to the caller: something that was sent, or a certificate that was issued. */
async function findDocument<Models extends DocumentModels>(
  { documents, models, vault }: DocumentServer<Models>,
  id: string,
  principal: Principal,
  now: Date,
): Promise<Found | null> {
  const visible = documents.visibleTo(principal);
  if (visible === null) return null;
  const [upload] = await findUploads(models, vault, { _id: id }, visible, now);
  if (upload?.state === 'UPLOADED') {
    const { ownerId, mediaType, sizeBytes } = upload;
    return { ownerId, mediaType, sizeBytes, bytes: () => Readable.from(contentsOf(models, upload)) };
  }
  const issued = await documents.certificate?.(models, vault, id, visible);
  if (!issued) return null;
  const pdf = await certificatePdf(issued.text);
  return { ownerId: issued.ownerId, mediaType: 'application/pdf', sizeBytes: pdf.length, bytes: () => pdf };
}

/** The bytes as they come. @throws BAD_USER_INPUT when whoever sends them goes away */
async function* bodyOf({ body }: FastifyRequest): AsyncGenerator<Uint8Array> {
  if (!(body instanceof Readable)) return;
  const pieces = (body as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
  for (;;) {
    const piece = await pieces.next().catch(() => {
      throw badInput('The document did not come to its end. Please send it again.');
    });
    if (piece.done) return;
    yield piece.value;
  }
}
