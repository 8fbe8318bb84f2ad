import { defineAgency, schemaBeside } from '#kit/subgraph.ts';
import { civilLoaders } from './loaders.ts';
import {
  type CivilApplicationRecord,
  type CivilRecordRecord,
  civilModels,
  sealedApplication,
  sealedRecord,
} from './model.ts';
import { resolvers } from './resolvers/index.ts';

export const civilRecords = defineAgency({
  name: 'civil-records',
  schema: schemaBeside(import.meta.url),
  models: civilModels,
  loaders: civilLoaders,
  resolvers,
  sealed: [sealedRecord, sealedApplication],
  subjects: {
    Citizen: ({ id }: { readonly id: string }) => id,
    BirthRecord: partiesOf,
    DeathRecord: partiesOf,
    MarriageRecord: partiesOf,
    DivorceRecord: partiesOf,
    MoveRecord: partiesOf,
    CivilApplication: ({ applicantId, subjectId }: CivilApplicationRecord) =>
      subjectId === null ? applicantId : [applicantId, subjectId],
  },
});

/** A record is about everybody who is a party of it, and each of them may read it as their own. */
function partiesOf({ partyIds }: CivilRecordRecord): readonly string[] {
  return partyIds;
}

export default civilRecords;
