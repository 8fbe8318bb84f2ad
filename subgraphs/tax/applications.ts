import { defineApplications } from '#kit/application/agencyApplications.ts';
import { applicationStore } from '#kit/application/applicationStore.ts';
import { isAlreadyThere } from '#kit/mongo.ts';
import type { Vault } from '#kit/vault/vault.ts';
import {
  type StoredTaxpayer,
  sealedApplication,
  sealedTaxpayer,
  type TaxApplicationRecord,
  type TaxModels,
  type TaxpayerRecord,
  type TaxReturnRecord,
} from './model.ts';
import { applicationRules } from './rules/applicationRules.ts';
import { changedTaxpayer, filedReturns, registeredTaxpayer } from './rules/effects.ts';

/** How applications to the tax office are kept. */
export function taxApplicationStore(models: TaxModels, vault: Vault, changed: () => void) {
  const { seal, openWhole: open } = vault.of(sealedApplication);
  return applicationStore({
    model: models.TaxApplication,
    seal,
    open,
    changed,
    settle: (application) => settle(models, vault, application),
  });
}

export const taxApplications = defineApplications({
  typeName: 'TaxApplication',
  rules: applicationRules,
  store: taxApplicationStore,
});

/** Brings the registers in line with what was granted. The second time nothing changes, however much later. */
async function settle(models: TaxModels, vault: Vault, application: TaxApplicationRecord): Promise<void> {
  const registered = registeredTaxpayer(application);
  if (registered) await addOnce(models, vault, registered);
  await changeOnce(models, vault, application);
  for (const taxReturn of filedReturns(application)) await file(models, taxReturn);
}

async function addOnce({ Taxpayer }: TaxModels, vault: Vault, taxpayer: TaxpayerRecord): Promise<void> {
  const { _id, ...facts } = vault.of(sealedTaxpayer).seal(taxpayer);
  await Taxpayer.collection.updateOne({ _id } as never, { $setOnInsert: facts } as never, { upsert: true });
}

async function changeOnce({ Taxpayer }: TaxModels, vault: Vault, application: TaxApplicationRecord): Promise<void> {
  const { _id, taxpayerId } = application;
  const register = vault.of(sealedTaxpayer);
  const unsettled = { _id: taxpayerId ?? '', settled: { $ne: _id } };
  const stored = await Taxpayer.findOne(unsettled).lean<StoredTaxpayer>();
  const changed = stored && changedTaxpayer(application, register.openWhole(stored));
  if (!changed) return;
  const { _id: _same, settled: _kept, ...facts } = register.seal(changed);
  await Taxpayer.updateOne(unsettled, { $set: facts, $addToSet: { settled: _id } });
}

/** Puts a return on record, unless it was filed otherwise meanwhile. */
async function file({ TaxReturn }: TaxModels, taxReturn: TaxReturnRecord): Promise<void> {
  const { taxpayerId, taxYear, form, period, dueOn, status, filing } = taxReturn;
  const due = { taxpayerId, taxYear, period, form: { $ne: 'VAT_MONTHLY' as const } };
  const { matchedCount } = await TaxReturn.updateOne({ ...due, status: 'NOT_FILED' }, { $set: { status, filing } });
  if (matchedCount > 0 || (await TaxReturn.exists(due))) return;
  const row = { _id: taxReturn._id, taxpayerId, form, taxYear, period, dueOn, status, filing };
  await TaxReturn.collection.insertOne(row as never).catch((error: unknown) => {
    if (!isAlreadyThere(error)) throw error;
  });
}
