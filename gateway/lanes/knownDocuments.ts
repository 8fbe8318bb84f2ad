import { createHash } from 'node:crypto';
import { type DocumentNode, type GraphQLSchema, parse, validate } from 'graphql';
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
  private readonly validFor = new WeakMap<DocumentNode, { schema: GraphQLSchema; isValid: boolean }>();

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

  /** Whether a document fits the schema; looked at once for each schema. */
  isValid({ document }: TrustedDocument, schema: GraphQLSchema): boolean {
    const known = this.validFor.get(document);
    if (known?.schema === schema) return known.isValid;
    const isValid = validate(schema, document).length === 0;
    this.validFor.set(document, { schema, isValid });
    return isValid;
  }
}
