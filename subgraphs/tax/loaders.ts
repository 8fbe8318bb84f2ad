import { underReview } from '#kit/application/lifecycle.ts';
import { deskOf } from '#kit/application/submit.ts';
import { batchByKey, batchListByKey } from '#kit/batchByKey.ts';
import { documentLoaders } from '#kit/documents/loaders.ts';
import type { AgencyContext, LoaderRequest } from '#kit/subgraph.ts';
import { taxApplicationStore } from './applications.ts';
import { billingStore } from './billings.ts';
import {
  type BillingCodeRecord,
  type RegisteredOffice,
  type StoredApplication,
  type StoredTaxpayer,
  sealedApplication,
  sealedTaxpayer,
  type TaxApplicationRecord,
  type TaxModels,
  type TaxpayerRecord,
  type TaxReturnRecord,
  type TaxServiceKind,
} from './model.ts';
import { applicationRules } from './rules/applicationRules.ts';
import { sixteenDigits } from './rules/npwp.ts';
import {
  mayAskByNumber,
  thisAgency,
  visibleApplications,
  visibleDocuments,
  visibleTaxRecords,
} from './rules/visibility.ts';

export type Context = AgencyContext<ReturnType<typeof taxLoaders>>;

/**
 * How many returns, and billing codes, are read at most for each taxpayer asked for. The newest are read first, so those
 * of the last two years, which a clearance is found from, are among them: at most 26.
 */
const longestHistory = 60;

/** How this agency fetches: one command for all that a request asks of a kind, and only what the caller may see. */
export function taxLoaders(request: LoaderRequest<TaxModels>) {
  const { models, vault, principal, now } = request;
  const register = vault.of(sealedTaxpayer);
  const own = visibleTaxRecords(principal);
  const applications = visibleApplications(principal);

  const findTaxpayers = async (
    wanted: { readonly _id: { $in: string[] } } | { readonly citizenId: { $in: string[] } },
  ): Promise<TaxpayerRecord[]> => {
    if (own === null) return [];
    const stored = await models.Taxpayer.find({ $and: [wanted, own] })
      .sort({ _id: 1 })
      .lean<StoredTaxpayer[]>();
    return stored.map(register.open);
  };

  const findByNumber = async (number: string): Promise<TaxpayerRecord | null> => {
    const stored = await models.Taxpayer.find({ numberIndex: register.lookUp('numberIndex', [number]) })
      .sort({ _id: 1 })
      .limit(2)
      .lean<StoredTaxpayer[]>();
    // Whoever can write to the store could move an index to somebody else: only the sealed numbers tell whose it is.
    return stored.map(register.open).find(({ lookupNumbers }) => lookupNumbers.includes(number)) ?? null;
  };

  return {
    desk: deskOf(request, applicationRules, taxApplicationStore),

    billings: billingStore(models, now),

    documents: documentLoaders(thisAgency, visibleDocuments, request),

    taxpayerById: batchByKey(
      (ids) => findTaxpayers({ _id: { $in: ids } }),
      (taxpayer) => taxpayer._id,
    ),

    taxpayerOfCitizen: batchByKey(
      (citizenIds) => findTaxpayers({ citizenId: { $in: citizenIds } }),
      (taxpayer) => taxpayer.citizenId ?? '',
    ),

    /**
     * The one place that looks for a tax number: for `Query.taxpayer`, and for `Query.confirmTaxStatus`, which hands on
     * the status only.
     */
    taxpayerByNpwp: async (npwp: string): Promise<TaxpayerRecord | null> =>
      mayAskByNumber(principal) ? findByNumber(sixteenDigits(npwp)) : null,

    /** The taxpayer with this id, for `Query.confirmTaxStatusOf`, which hands on the status only. */
    taxpayerForClearance: async (id: string): Promise<TaxpayerRecord | null> => {
      if (!mayAskByNumber(principal)) return null;
      const stored = await models.Taxpayer.findById(id).lean<StoredTaxpayer | null>();
      return stored && register.open(stored);
    },

    /**
     * The id of the taxpayer who has this identity number, whoever asks: for the decision on a registration or matching
     * only, which hands on whether it is somebody else's.
     */
    ownerOfNumber: async (nik: string): Promise<string | null> => (await findByNumber(nik))?._id ?? null,

    /** Whether a citizen is on record, whoever asks: for the decision on a registration only. */
    isRegistered: async (citizenId: string): Promise<boolean> => (await models.Taxpayer.exists({ citizenId })) !== null,

    /** The office that keeps the taxpayers of a regency. */
    officeOfRegion: (regionCode: string) =>
      models.TaxOffice.findOne({ regionCode }).sort({ _id: 1 }).lean<RegisteredOffice>(),

    officeByCode: batchByKey<string, RegisteredOffice>(
      (codes) =>
        models.TaxOffice.find({ _id: { $in: codes } })
          .sort({ _id: 1 })
          .lean<RegisteredOffice[]>(),
      ({ _id }) => _id,
    ),

    /** Whether an application of this kind of the citizen is being worked on. */
    hasOpenApplication: async (applicantId: string, kind: TaxServiceKind): Promise<boolean> =>
      (await models.TaxApplication.exists({ applicantId, kind, status: { $in: [...underReview] } })) !== null,

    /** How many codes of a taxpayer can be paid now. */
    countUnpaid: (taxpayerId: string) =>
      models.BillingCode.countDocuments({ taxpayerId, payment: null, lapsedAt: null, expiresAt: { $gt: now } }),

    /** Due last first. For a taxpayer whom the caller was given: a clearance is found from them for everybody. */
    returnsOfTaxpayer: batchListByKey(
      async (taxpayerIds) =>
        models.TaxReturn.find({ taxpayerId: { $in: taxpayerIds } })
          .sort({ dueOn: -1, _id: -1 })
          .limit(taxpayerIds.length * longestHistory)
          .lean<TaxReturnRecord[]>(),
      (taxReturn) => taxReturn.taxpayerId,
    ),

    billingByCode: batchByKey(
      async (codes): Promise<BillingCodeRecord[]> =>
        own === null
          ? []
          : models.BillingCode.find({ $and: [{ _id: { $in: codes } }, own] })
              .sort({ _id: 1 })
              .lean<BillingCodeRecord[]>(),
      (billing) => billing._id,
    ),

    /** Newest first. */
    billingsOfTaxpayer: batchListByKey(
      async (taxpayerIds): Promise<BillingCodeRecord[]> =>
        own === null
          ? []
          : models.BillingCode.find({ $and: [{ taxpayerId: { $in: taxpayerIds } }, own] })
              .sort({ createdAt: -1, _id: -1 })
              .limit(taxpayerIds.length * longestHistory)
              .lean<BillingCodeRecord[]>(),
      (billing) => billing.taxpayerId,
    ),

    applicationById: batchByKey(
      async (ids): Promise<TaxApplicationRecord[]> => {
        if (applications === null) return [];
        const stored = await models.TaxApplication.find({ $and: [{ _id: { $in: ids } }, applications] })
          .sort({ _id: 1 })
          .lean<StoredApplication[]>();
        return stored.map(vault.of(sealedApplication).open);
      },
      (application) => application._id,
    ),

    /** The application that this document came out of. */
    applicationByDocument: batchByKey<string, TaxApplicationRecord>(
      async (ids) => {
        if (applications === null) return [];
        const stored = await models.TaxApplication.find({
          $and: [{ 'outcome.documentId': { $in: ids } }, applications],
        })
          .sort({ 'outcome.documentId': 1, _id: 1 })
          .lean<StoredApplication[]>();
        return stored.map(vault.of(sealedApplication).open);
      },
      ({ outcome }) => outcome?.documentId ?? '',
    ),

    /** The application whose letter has this code: everybody may ask. */
    letterByCode: batchByKey<string, TaxApplicationRecord>(
      async (codes) => {
        const stored = await models.TaxApplication.find({ 'outcome.verificationCode': { $in: codes } })
          .sort({ 'outcome.verificationCode': 1, _id: 1 })
          .lean<StoredApplication[]>();
        return stored.map(vault.of(sealedApplication).open);
      },
      ({ outcome }) => outcome?.verificationCode ?? '',
    ),
  };
}
