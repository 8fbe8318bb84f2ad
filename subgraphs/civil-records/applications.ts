import { defineApplications } from '#kit/application/agencyApplications.ts';
import { applicationStore } from '#kit/application/applicationStore.ts';
import { isAlreadyThere } from '#kit/mongo.ts';
import type { Vault } from '#kit/vault/vault.ts';
import { type CivilApplicationRecord, type CivilModels, sealedApplication, sealedRecord } from './model.ts';
import { applicationRules } from './rules/applicationRules.ts';
import { entryOf, pageOf, recordOf } from './rules/registration.ts';
import { firstSerial, registrationNumber } from './rules/registrationNumber.ts';

/** How reports are kept. */
export function civilApplicationStore(models: CivilModels, vault: Vault, changed: () => void) {
  const { seal, openWhole: open } = vault.of(sealedApplication);
  return applicationStore({
    model: models.CivilApplication,
    seal,
    open,
    changed,
    settle: (application) => register(models, vault, application),
  });
}

export const civilApplications = defineApplications({
  typeName: 'CivilApplication',
  rules: applicationRules,
  store: civilApplicationStore,
});

/** Enters what was granted into the register. What is entered already keeps its number and is not written again. */
async function register(models: CivilModels, vault: Vault, application: CivilApplicationRecord): Promise<void> {
  const entry = entryOf(application);
  if (entry === null) return;
  const serial = firstSerial + (await placeOnPage(models, pageOf(entry), application._id));
  const record = recordOf(application, registrationNumber(entry.kind, { ...entry, serial }));
  if (record === null) return;
  try {
    await models.CivilRecord.collection.insertOne(vault.of(sealedRecord).seal(record) as never);
  } catch (error) {
    if (!isAlreadyThere(error)) throw error;
  }
}

/** Enters an application on a page once, and gives its place there, from 0. */
async function placeOnPage({ RegisterPage }: CivilModels, page: string, applicationId: string): Promise<number> {
  for (;;) {
    try {
      await RegisterPage.updateOne(
        { _id: page, entries: { $ne: applicationId } },
        { $push: { entries: applicationId } },
        { upsert: true },
      );
    } catch (error) {
      // It stands there already, or somebody else began the page at this moment.
      if (!isAlreadyThere(error)) throw error;
    }
    const entered = await RegisterPage.findOne({ _id: page }).lean();
    const place = entered?.entries.indexOf(applicationId) ?? -1;
    if (place >= 0) return place;
  }
}
