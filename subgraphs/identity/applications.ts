import { defineApplications } from '#kit/application/agencyApplications.ts';
import { applicationStore } from '#kit/application/applicationStore.ts';
import type { Vault } from '#kit/vault/vault.ts';
import { type IdentityApplicationRecord, type IdentityModels, sealedApplication, sealedEntry } from './model.ts';
import { applicationRules } from './rules/applicationRules.ts';
import { type Effect, effectsOf } from './rules/effects.ts';

/** How applications to the population office are kept. */
export function identityApplicationStore(models: IdentityModels, vault: Vault, changed: () => void) {
  const { seal, openWhole: open } = vault.of(sealedApplication);
  return applicationStore({
    model: models.applications,
    seal,
    open,
    changed,
    settle: (application) => settle(models, vault, application),
  });
}

export const identityApplications = defineApplications({
  typeName: 'IdentityApplication',
  rules: applicationRules,
  store: identityApplicationStore,
});

/** Writes into the register what was issued. What is in the entry already is not written again, however much later. */
async function settle(models: IdentityModels, vault: Vault, application: IdentityApplicationRecord): Promise<void> {
  for (const effect of effectsOf(application)) await writeOnce(models, vault, application.subjectId, effect);
}

async function writeOnce({ citizens }: IdentityModels, vault: Vault, subjectId: string, effect: Effect): Promise<void> {
  const register = vault.of(sealedEntry);
  const { name, at, facts, onlyFrom } = effect;
  const stored = await citizens.findOne({ _id: subjectId, settled: { $ne: name } }).lean();
  if (!stored) return;
  // A value is sealed for its place in its record, so the whole entry is sealed and only what changes is taken from it.
  const changed = register.seal({ ...register.openWhole(stored), ...facts });
  const news = Object.fromEntries(Object.keys(facts).map((fact) => [fact, changed[fact as keyof typeof changed]]));
  await citizens.updateOne(
    { _id: subjectId, settled: { $ne: name }, ...onlyFrom },
    { $set: { ...news, updatedAt: at }, $addToSet: { settled: name } },
  );
}
