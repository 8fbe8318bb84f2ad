import type { CivilApplicationResolvers } from '../generated/resolvers.ts';
import { fileOf } from '../rules/files.ts';
import { bundleOf } from '../rules/products.ts';
import { reportedOn } from '../rules/registration.ts';
import { daysSinceEvent, isReportedLate } from '../rules/reporting.ts';
import { citizen } from './everyRecord.ts';

const mostFiles = 100;

export const CivilApplication: CivilApplicationResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.applicationById.load(id),
  id: (application) => application._id,
  subject: ({ subjectId }) => citizen(subjectId),
  record: ({ _id }, _arguments, { loaders }) => loaders.recordOfApplication.load(_id),
  daysSinceEvent: (application, _arguments, { now }) => daysSinceEvent(application, now),
  lateReport: (application) => isReportedLate({ ...application, reportedOn: reportedOn(application) }),
  destination: ({ destinationVillageCode }) =>
    destinationVillageCode === null ? null : { code: destinationVillageCode },
  birth: ({ report }) => (report?.kind === 'BIRTH' ? report : null),
  death: ({ report }) => (report?.kind === 'DEATH' ? report : null),
  move: ({ report }) => (report?.kind === 'MOVE' ? report : null),
  products: bundleOf,
  files: async ({ _id }, _arguments, { loaders }) =>
    (await loaders.documents.uploadsOf.load(_id)).slice(0, mostFiles).map(fileOf),
};
