import { type FieldNames, fieldNames } from '../values/decode.ts';
import type { Document } from '../values/document.ts';
import { type Index, type IndexDefinition, openIndex } from './indexDefinition.ts';

/** A collection as the catalogue keeps it. */
export type CollectionDefinition = {
  readonly id: number;
  readonly database: string;
  readonly name: string;
  readonly uuid: Buffer;
  readonly indexes: readonly IndexDefinition[];
};

/** A collection ready to be used: its indexes, and the numbers that are cheaper to keep than to count. */
export class Collection {
  readonly id: number;
  readonly database: string;
  readonly name: string;
  readonly uuid: Buffer;
  indexes: readonly Index[];
  /** The top-level fields that any index reads. */
  indexedFields: FieldNames;
  count: number;
  nextRecord: number;
  /** Grows with every write, so that a reader can tell whether anything has changed. */
  changes = 0;

  constructor(definition: CollectionDefinition, count: number, nextRecord: number) {
    this.id = definition.id;
    this.database = definition.database;
    this.name = definition.name;
    this.uuid = definition.uuid;
    this.indexes = definition.indexes.map(openIndex);
    this.indexedFields = fieldsOfIndexes(this.indexes);
    this.count = count;
    this.nextRecord = nextRecord;
  }

  get namespace(): string {
    return `${this.database}.${this.name}`;
  }

  setIndexes(indexes: readonly Index[]): void {
    this.indexes = indexes;
    this.indexedFields = fieldsOfIndexes(indexes);
  }

  /** What the catalogue stores of it. */
  definition(): CollectionDefinition {
    const { id, database, name, uuid } = this;
    return { id, database, name, uuid, indexes: this.indexes.map((index) => index.definition) };
  }
}

const fieldsOfIndexes = (indexes: readonly Index[]): FieldNames =>
  fieldNames(indexes.flatMap((index) => [...index.reads]));

/** The index every collection has. */
export const idIndex = (id: number): IndexDefinition => ({
  id,
  name: '_id_',
  key: { _id: 1 } satisfies Document,
  unique: true,
  sparse: false,
  multikey: [false],
  shortened: false,
});
