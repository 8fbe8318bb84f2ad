import type { CivilApplicationResolvers } from '../generated/resolvers.ts';
import { localDay } from '../rules/days.ts';
import { daysSinceEvent, isReportedLate } from '../rules/reporting.ts';
import { citizen } from './everyRecord.ts';

export const CivilApplication: CivilApplicationResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.applicationById.load(id),
  id: (application) => application._id,
  subject: ({ subjectId }) => citizen(subjectId),
  record: ({ recordNumber }, _arguments, { loaders }) =>
    recordNumber === null ? null : loaders.recordByNumber.load(recordNumber),
  daysSinceEvent: (application, _arguments, { now }) => daysSinceEvent(application, now),
  lateReport: ({ kind, eventDate, regionCode, submittedAt }) =>
    isReportedLate({ kind, eventDate, reportedOn: localDay(submittedAt, regionCode) }),
  destination: ({ destinationVillageCode }) =>
    destinationVillageCode === null ? null : { code: destinationVillageCode },
};
