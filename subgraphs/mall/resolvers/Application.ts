import type { ApplicationResolvers } from '../generated/resolvers.ts';
import { surveyStateOf } from '../rules/review.ts';
import { clockOfApplication } from './clockOfApplication.ts';

export const Application: ApplicationResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.applicationById.load(id),
  id: ({ _id }) => _id,
  service: ({ serviceCode }, _arguments, { loaders }) => loaders.serviceByCode.load(serviceCode),
  agency: ({ agencyCode }, _arguments, { loaders }) => loaders.agencyByCode.load(agencyCode),
  applicant: ({ applicantId }) => ({ id: applicantId }),
  submittedBy: ({ submittedById }) => ({ id: submittedById }),
  region: ({ regionCode }, _arguments, { loaders }) => loaders.regionByCode.load(regionCode),
  mall: ({ mallId }, _arguments, { loaders }) => (mallId === null ? null : loaders.mallById.load(mallId)),

  sla: (application, _arguments, context) => clockOfApplication(application, context),
  timeline: ({ steps }) => [...steps],
  documents: ({ _id }, _arguments, { loaders }) => loaders.documentsOfApplication.load(_id),
  pendingAction: ({ pendingAction, serviceCode }) =>
    pendingAction === null ? null : { ...pendingAction, serviceCode },
  async payment({ serviceCode, billingCode }, _arguments, { loaders }) {
    const service = await loaders.serviceByCode.load(serviceCode);
    const costs = service?.standard ? service.standard.fee.kind !== 'FREE' : false;
    return { required: costs || billingCode !== null, billingCode: billingCode === null ? null : { billingCode } };
  },
  async outcome({ _id, outcomeId }, _arguments, { loaders }) {
    if (outcomeId === null) return null;
    const documents = await loaders.documentsOfApplication.load(_id);
    return documents.find((document) => document._id === outcomeId) ?? null;
  },
  survey: ({ status, surveyed }) => surveyStateOf(status, surveyed),
  officer: (application) => application,
};
