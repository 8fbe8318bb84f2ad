import type { Model } from 'mongoose';
import { defineApplications } from '#kit/application/agencyApplications.ts';
import { applicationStore } from '#kit/application/applicationStore.ts';
import { isAlreadyThere } from '#kit/mongo.ts';
import type { Vault } from '#kit/vault/vault.ts';
import { sealedApplication } from './model/application.ts';
import { type LicenseApplicationRecord, type LicensingModels, sealedBusiness, sealedLicense } from './model.ts';
import { applicationRules } from './rules/applicationRules.ts';
import { licenseOf } from './rules/licenseStatus.ts';
import { businessOf, firstLicensesOf } from './rules/registration.ts';

/** What the office does to a licence after it was issued; no application undoes it. */
const sanctions = ['WARNED', 'SUSPENDED', 'REVOKED'] as const;

/** How applications for licences are kept. */
export function licenseApplicationStore(models: LicensingModels, vault: Vault, changed: () => void) {
  const { seal, openWhole: open } = vault.of(sealedApplication);
  return applicationStore({
    model: models.applications,
    seal,
    open,
    changed,
    settle: (application) => settle(models, vault, application),
  });
}

export const licenseApplications = defineApplications({
  typeName: 'LicenseApplication',
  rules: applicationRules,
  store: licenseApplicationStore,
});

/**
 * Brings the registers in line with an application: the licence that it is about, and, when a business was given its
 * number, the business with the licences that it still needs. The second time nothing changes.
 */
async function settle(models: LicensingModels, vault: Vault, application: LicenseApplicationRecord): Promise<void> {
  const business = businessOf(application);
  if (business) {
    await addOnce(models.businesses, vault.of(sealedBusiness).seal(business));
    for (const license of firstLicensesOf(business)) {
      await addOnce(models.licenses, vault.of(sealedLicense).seal(license));
    }
  }
  const { _id, ...license } = vault.of(sealedLicense).seal(licenseOf(application));
  await models.licenses.collection
    .updateOne({ _id, status: { $nin: [...sanctions] } } as never, { $set: license } as never, { upsert: true })
    .catch((error: unknown) => {
      // It is there, with a sanction: the filter left it alone, and so does the insert.
      if (!isAlreadyThere(error)) throw error;
    });
}

async function addOnce<Row extends { _id: string }>(model: Model<Row>, row: Row): Promise<void> {
  const { _id, ...facts } = row;
  await model.collection.updateOne({ _id } as never, { $setOnInsert: facts } as never, { upsert: true });
}
