import type { DocumentNode } from 'graphql';
import { LruCache } from './lruCache.ts';

/**
 * Where Apollo Server keeps the documents that it has parsed and validated: so many at most, those that were asked last. Its own
 * store is bounded by 30 MB of their JSON, of which syntax trees take several times as much; in a soak with new words in every
 * third request a gateway grew by 80 MB in three quarters of an hour.
 */
export class DocumentStore {
  private readonly documents: LruCache<DocumentNode>;

  constructor(most = 1_000) {
    this.documents = new LruCache(most);
  }

  async get(key: string): Promise<DocumentNode | undefined> {
    return this.documents.atHand(key);
  }

  async set(key: string, document: DocumentNode): Promise<void> {
    this.documents.keep(key, document);
  }

  async delete(key: string): Promise<boolean> {
    return this.documents.delete(key);
  }
}
