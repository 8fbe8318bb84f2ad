import { beforeAll } from '@jest/globals';
import mongoose, { type Model } from 'mongoose';
import { type TestDatabase, testDatabase } from './database.ts';

const { Schema } = mongoose;

const officeSchema = new Schema({ _id: String, city: String }, { versionKey: false });
const applicationSchema = new Schema(
  {
    _id: String,
    owner: String,
    status: String,
    at: Date,
    fee: Number,
    tags: { type: [String], default: undefined },
    office: { type: String, ref: 'Office' },
    steps: { type: [{ _id: false, name: String, done: Boolean, minutes: Number }], default: undefined },
    notes: { type: Map, of: String },
  },
  { timestamps: true, optimisticConcurrency: true },
);
applicationSchema.index({ status: 1, at: -1, _id: -1 });
applicationSchema.index(
  { owner: 1, fee: 1 },
  { unique: true, partialFilterExpression: { owner: { $exists: true }, fee: { $exists: true } } },
);

export type Office = { _id: string; city?: string };
export type Application = {
  _id: string;
  owner?: string;
  status?: string;
  at?: Date;
  fee?: number;
  tags?: string[];
  office?: string;
  steps?: { name?: string; done?: boolean; minutes?: number }[];
  createdAt?: Date;
};

type Offices = {
  readonly database: TestDatabase;
  readonly models: () => { Office: Model<Office>; Application: Model<Application> };
};

/** A model on the connection of a test, made when it is first asked for. */
export const modelOf = <T>({ connection }: TestDatabase, name: string, schema: unknown): Model<T> =>
  (connection.models[name] ?? connection.model(name, schema as never)) as unknown as Model<T>;

/** A database with two offices, and the model of the applications made there. */
export const databaseWithOffices = (): Offices => {
  const database = testDatabase();
  const models = () => ({
    Office: modelOf<Office>(database, 'Office', officeSchema),
    Application: modelOf<Application>(database, 'Application', applicationSchema),
  });
  beforeAll(async () => {
    const { Application, Office } = models();
    await Application.createIndexes();
    await Office.insertMany([
      { _id: 'sby', city: 'Surabaya' },
      { _id: 'mlg', city: 'Malang' },
    ]);
  });
  return { database, models };
};
