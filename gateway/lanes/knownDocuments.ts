import { createHash } from 'node:crypto';
import { parse } from 'graphql';
import type { ClientOperation } from '../../schema/clientOperations.ts';
import type { WrittenDocument } from '../admit/admission.ts';
import type { KnownDocument } from '../plan/compileOperation.ts';

/** A document of our own clients, read once: it needs no parsing and no validation when a request comes with it. */
export interface TrustedDocument extends KnownDocument, WrittenDocument {
  readonly operationName: string;
}

/** The documents of our own clients. A request names one by the SHA-256 of its text, or sends the text itself. */
export class KnownDocuments {
  readonly all: readonly TrustedDocument[];
  private readonly byId: ReadonlyMap<string, TrustedDocument>;
  private readonly byText: ReadonlyMap<string, TrustedDocument>;

  constructor(operations: readonly (Pick<ClientOperation, 'name' | 'document'> & Partial<ClientOperation>)[]) {
    this.all = operations.map(({ name, document: text, budgetMs }) => ({
      operationName: name,
      text,
      queryHash: createHash('sha256').update(text).digest('hex'),
      document: parse(text),
      budgetMs: budgetMs ?? undefined,
    }));
    this.byId = new Map(this.all.map((known) => [known.queryHash, known]));
    this.byText = new Map(this.all.map((known) => [known.text, known]));
  }

  withId(id: string): TrustedDocument | undefined {
    return this.byId.get(id);
  }

  withText(text: string): TrustedDocument | undefined {
    return this.byText.get(text);
  }
}
