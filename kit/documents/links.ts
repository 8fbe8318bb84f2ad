import { z } from 'zod';
import { principalSchema } from '../principal.ts';
import type { ForwardedIdentity } from '../signature.ts';
import { type Stored, sealed } from '../vault/sealed.ts';
import type { Vault } from '../vault/vault.ts';

/** How long a link is good: long enough for a slow line to send 5 MB, and for a person to press a button. */
export const uploadLinkMs = 15 * 60_000;
export const downloadLinkMs = 5 * 60_000;

/** Where documents are sent to and fetched from, at an agency and, below its name, at the gateway. */
export const documentsPath = '/documents';

export type LinkUse = 'upload' | 'download';

const sealedClaims = z.object({
  /** Milliseconds since 1970. */
  until: z.number(),
  sizeBytes: z.number().nullable(),
  reader: z.object({
    principal: principalSchema,
    purpose: z.string().optional(),
    caseId: z.string().optional(),
    requestId: z.string(),
  }),
});

/** Who may do what with which document until when. */
export interface LinkClaims {
  readonly until: Date;
  /** The length that is to be sent; null for what is fetched. */
  readonly sizeBytes: number | null;
  /** Who asked for the link, and why. */
  readonly reader: ForwardedIdentity;
}

interface LinkRecord {
  readonly _id: string;
  readonly claims: z.input<typeof sealedClaims>;
}

/** No collection has this name: a link is kept in the hand of whoever it is given to. */
const sealedLink = sealed<LinkRecord>()('document links', ['claims']);

/** Makes and reads the links of one agency's documents. */
export interface Links {
  /** The address, relative to the gateway's. */
  make(use: LinkUse, documentId: string, claims: LinkClaims): string;
  /** What the link allows; null for one that is forged, of another use, document or agency, or no longer good. */
  read(use: LinkUse, documentId: string, key: unknown, now: Date): LinkClaims | null;
}

/**
 * A link carries its own permission: sealed by the agency's vault (AES-256-GCM, its key by HKDF from the root), bound to
 * the use and the document. So nobody without the vault can make or change one, and nobody who sees one on its way, or
 * in a browser's history, reads in it who asked or why.
 */
export function documentLinks(agency: string, vault: Vault): Links {
  const links = vault.of(sealedLink);
  const boundTo = (use: LinkUse, documentId: string) => `${use} ${documentId}`;
  return {
    make(use, documentId, { until, sizeBytes, reader }) {
      const claims = { until: until.getTime(), sizeBytes, reader };
      const { claims: key } = links.seal({ _id: boundTo(use, documentId), claims });
      return `${documentsPath}/${agency}/${encodeURIComponent(documentId)}?key=${key}`;
    },
    read(use, documentId, key, now) {
      if (typeof key !== 'string') return null;
      const link = { _id: boundTo(use, documentId), claims: key } as Stored<typeof sealedLink>;
      const claims = sealedClaims.safeParse(opened(link)?.claims);
      if (!claims.success || claims.data.until <= now.getTime()) return null;
      return { ...claims.data, until: new Date(claims.data.until) };
    },
  };

  function opened(link: Stored<typeof sealedLink>): LinkRecord | null {
    try {
      return links.openWhole(link);
    } catch {
      return null;
    }
  }
}
