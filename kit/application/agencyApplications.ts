import type { Vault } from '../vault/vault.ts';
import type { ApplicationStore } from './applicationStore.ts';
import { dueApplications } from './dueApplications.ts';
import type { ApplicationFile } from './file.ts';
import type { OutboxStore } from './outbox.ts';
import type { DueWork } from './schedule.ts';
import type { ApplicationRules } from './steps.ts';

/** The applications of an agency, as its server looks after them: it tells the inbox, and lets happen what comes due. */
export interface AgencyApplications<Models> {
  /** The name of their type in the graph, such as `LicenseApplication`. */
  readonly typeName: string;
  readonly outbox: (models: Models, vault: Vault) => OutboxStore;
  /** @param changed rings the outbox */
  readonly due: (models: Models, vault: Vault, changed: () => void) => DueWork;
}

/** Names the parts of an agency's applications; see subgraphs/business-licensing/applications.ts. */
export function defineApplications<Models, File extends ApplicationFile>(parts: {
  readonly typeName: string;
  readonly rules: ApplicationRules<File>;
  readonly store: (models: Models, vault: Vault, changed: () => void) => ApplicationStore<File>;
}): AgencyApplications<Models> {
  const { typeName, rules, store } = parts;
  return {
    typeName,
    // The outbox rings nobody: what it settles and notes is not news.
    outbox: (models, vault) => store(models, vault, () => {}),
    due: (models, vault, changed) => dueApplications(store(models, vault, changed), rules),
  };
}
