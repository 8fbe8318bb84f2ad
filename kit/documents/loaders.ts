import type { Principal } from '../principal.ts';
import type { LoaderRequest } from '../subgraph.ts';
import { documentLinks, downloadLinkMs } from './links.ts';
import { uploadLoader, uploadsOfApplicationLoader, type VisibleDocuments } from './read.ts';
import { type DocumentToRegister, handIn, registerDocument } from './register.ts';
import type { DocumentModels } from './upload.ts';

/** Where to send a document: `DocumentUpload` of the graph. */
export interface DocumentUpload {
  readonly documentId: string;
  readonly uploadUrl: string;
  readonly uploadBefore: Date;
}

/** Where to fetch a document, and until when. */
export interface DocumentLink {
  readonly url: string;
  readonly until: Date;
}

/**
 * What the resolvers of an agency need of its documents, per request.
 *
 * @param visibleTo which documents a caller may read; the same function as in the agency's `documents`
 */
export function documentLoaders(
  agency: string,
  visibleTo: (principal: Principal) => VisibleDocuments,
  request: LoaderRequest<DocumentModels>,
) {
  const { models, vault, principal, disclosures, now } = request;
  const links = documentLinks(agency, vault);
  const reader = disclosures?.identity ?? { principal, requestId: 'none' };

  return {
    /** A document that somebody sent, or is about to send, and that the caller may read; null for any other. */
    upload: uploadLoader(request, visibleTo),

    /** The documents that were handed in with an application, as far as the caller may read them. */
    uploadsOf: uploadsOfApplicationLoader(request, visibleTo),

    /** Registers a document of a citizen. @throws BAD_USER_INPUT or CONFLICT, see `registerDocument` */
    async register(ownerId: string, document: DocumentToRegister): Promise<DocumentUpload> {
      const { _id, sizeBytes, expiresAt } = await registerDocument(models, vault, ownerId, document, now);
      const until = expiresAt ?? now;
      const uploadUrl = links.make('upload', _id, { until, sizeBytes, reader });
      return { documentId: _id, uploadUrl, uploadBefore: until };
    },

    /** Hands documents in with an application. @throws BAD_USER_INPUT, see `handIn` */
    handIn: (
      documents: { readonly ownerId: string; readonly documentIds: readonly string[]; readonly field: string },
      application: { readonly id: string; readonly regionPath: readonly string[] },
    ) => handIn(models, documents, application, now),

    /** Where this caller fetches the document, for some minutes. Ask only for one that the caller may read. */
    linkTo(documentId: string): DocumentLink {
      const until = new Date(now.getTime() + downloadLinkMs);
      return { url: links.make('download', documentId, { until, sizeBytes: null, reader }), until };
    },
  };
}
