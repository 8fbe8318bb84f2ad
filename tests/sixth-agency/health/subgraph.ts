import type { Connection } from 'mongoose';
import mongoose from 'mongoose';
import { batchByKey } from '#kit/batchByKey.ts';
import { citizenReference, me } from '#kit/me.ts';
import { defineAgency, type LoaderRequest, schemaBeside } from '#kit/subgraph.ts';

/** A request for a vaccination, as this agency keeps it. */
export interface VaccinationApplicationRecord {
  readonly _id: string;
  readonly applicantId: string;
  readonly vaccine: string;
}

const applicationSchema = new mongoose.Schema<VaccinationApplicationRecord>(
  { _id: String, applicantId: String, vaccine: String },
  { versionKey: false, autoIndex: false },
);

/** The models of the health agency on one connection. */
export function healthModels(connection: Connection) {
  return {
    Application: connection.model<VaccinationApplicationRecord>('Application', applicationSchema, 'applications'),
  };
}

function healthLoaders({ models: { Application }, principal }: LoaderRequest<ReturnType<typeof healthModels>>) {
  const applicantId = principal.kind === 'citizen' ? principal.id : null;
  return {
    applicationById: batchByKey(
      (ids) =>
        Application.find({ _id: { $in: ids }, applicantId })
          .sort({ _id: 1 })
          .lean<VaccinationApplicationRecord[]>(),
      ({ _id }) => _id,
    ),
  };
}

interface Context {
  readonly loaders: ReturnType<typeof healthLoaders>;
}

/** A sixth agency, as small as one can be: it exists in a test only, to prove that the folder is the registration. */
const health = defineAgency({
  name: 'health',
  schema: schemaBeside(import.meta.url),
  models: healthModels,
  loaders: healthLoaders,
  resolvers: {
    Query: { me },
    Citizen: { __resolveReference: citizenReference },
    Application: { __resolveType: () => 'VaccinationApplication' },
    VaccinationApplication: {
      __resolveReference: ({ id }: { id: string }, { loaders }: Context) => loaders.applicationById.load(id),
      id: ({ _id }: VaccinationApplicationRecord) => _id,
    },
  },
});

export default health;
