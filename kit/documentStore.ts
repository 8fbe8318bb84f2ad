import type { DocumentNode } from 'graphql';
import { forgetFirst } from './forgetFirst.ts';

/**
 * Where Apollo Server keeps the documents that it has parsed and validated: so many at most, those that were asked last. Its own
 * store is bounded by 30 MB of their JSON, of which syntax trees take several times as much; in a soak with new words in every
 * third request a gateway grew by 80 MB in three quarters of an hour.
 */
export class DocumentStore {
  private readonly documents = new Map<string, DocumentNode>();
  private readonly most: number;

  constructor(most = 1_000) {
    this.most = most;
  }

  async get(key: string): Promise<DocumentNode | undefined> {
    const document = this.documents.get(key);
    if (document) await this.set(key, document);
    return document;
  }

  async set(key: string, document: DocumentNode): Promise<void> {
    // A map keeps the order of insertion: the first one is then the one that was not used for longest.
    this.documents.delete(key);
    this.documents.set(key, document);
    if (this.documents.size > this.most) forgetFirst(this.documents);
  }

  async delete(key: string): Promise<boolean> {
    return this.documents.delete(key);
  }
}
