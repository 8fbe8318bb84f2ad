import { batchByKey, batchListByKey } from '#kit/batchByKey.ts';
import type { AgencyContext, LoaderRequest } from '#kit/subgraph.ts';
import {
  type BillingCodeRecord,
  type StoredTaxpayer,
  sealedTaxpayer,
  type TaxApplicationRecord,
  type TaxModels,
  type TaxpayerRecord,
  type TaxReturnRecord,
} from './model.ts';
import { sixteenDigits } from './rules/npwp.ts';
import { mayAskByNumber, visibleApplications, visibleTaxRecords } from './rules/visibility.ts';

export type Context = AgencyContext<ReturnType<typeof taxLoaders>>;

/**
 * How many returns, and billing codes, are read at most for each taxpayer asked for. The newest are read first, so those
 * of the last two years, which a clearance is found from, are among them: at most 26.
 */
const longestHistory = 60;

/** How this agency fetches: one command for all that a request asks of a kind, and only what the caller may see. */
export function taxLoaders({ models, vault, principal }: LoaderRequest<TaxModels>) {
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

  return {
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
    async taxpayerByNpwp(npwp: string): Promise<TaxpayerRecord | null> {
      if (!mayAskByNumber(principal)) return null;
      const number = sixteenDigits(npwp);
      const stored = await models.Taxpayer.find({ numberIndex: register.lookUp('numberIndex', [number]) })
        .sort({ _id: 1 })
        .limit(2)
        .lean<StoredTaxpayer[]>();
      // Whoever can write to the store could move an index to somebody else: only the sealed numbers tell whose it is.
      return stored.map(register.open).find(({ lookupNumbers }) => lookupNumbers.includes(number)) ?? null;
    },

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
      async (ids): Promise<TaxApplicationRecord[]> =>
        applications === null
          ? []
          : models.TaxApplication.find({ $and: [{ _id: { $in: ids } }, applications] })
              .sort({ _id: 1 })
              .lean<TaxApplicationRecord[]>(),
      (application) => application._id,
    ),
  };
}
