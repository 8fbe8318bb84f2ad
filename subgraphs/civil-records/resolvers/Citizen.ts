import { citizenReference } from '#kit/me.ts';
import type { CitizenResolvers } from '../generated/resolvers.ts';

export const Citizen: CitizenResolvers = {
  __resolveReference: citizenReference,
  async civilRecords({ id }, { kinds }, { loaders }) {
    const records = await loaders.recordsOfCitizen.load(id);
    return kinds ? records.filter(({ kind }) => kinds.includes(kind)) : records;
  },
};
