import { asParent } from '#kit/access-log/subjects.ts';
import { sealedUpload } from '#kit/documents/upload.ts';
import { defineAgency, schemaBeside } from '#kit/subgraph.ts';
import { civilApplications } from './applications.ts';
import { certificateOf } from './certificate.ts';
import { civilLoaders } from './loaders.ts';
import { type CivilFileRecord, type CivilRecordRecord, civilModels, sealedApplication, sealedRecord } from './model.ts';
import { resolvers } from './resolvers/index.ts';
import { peopleIn } from './rules/people.ts';
import { thisAgency, visibleDocuments } from './rules/visibility.ts';

export const civilRecords = defineAgency({
  name: thisAgency,
  schema: schemaBeside(import.meta.url),
  models: civilModels,
  loaders: civilLoaders,
  resolvers,
  sealed: [sealedRecord, sealedApplication, sealedUpload],
  applications: civilApplications,
  documents: { visibleTo: visibleDocuments, certificate: certificateOf },
  subjects: {
    Citizen: ({ id }: { readonly id: string }) => id,
    BirthRecord: partiesOf,
    DeathRecord: partiesOf,
    MarriageRecord: partiesOf,
    DivorceRecord: partiesOf,
    MoveRecord: partiesOf,
    CivilApplication: peopleIn,
    // What was stated is about whom the application is about.
    BirthReport: asParent,
    DeathReport: asParent,
    MoveReport: asParent,
    LifeEventOutput: asParent,
    CivilFile: ({ ownerId }: CivilFileRecord) => ownerId,
  },
});

/** A record is about everybody who is a party of it, and each of them may read it as their own. */
function partiesOf({ partyIds }: CivilRecordRecord): readonly string[] {
  return partyIds;
}

export default civilRecords;
