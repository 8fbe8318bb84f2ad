import { z } from 'zod';
import { agencyDatabase } from '#kit/mongo.ts';
import { fixSetting, setting } from '#kit/setting.ts';
import { dataDirectory } from './dataDirectory.ts';
import { seedDatabases } from './seedDatabases.ts';
import { vaultKeys } from './vaultKeys.ts';

// Run by itself, it seals with the keys of the data directory, as the agencies of `npm start` do.
fixSetting('VAULT_KEYS', await vaultKeys(dataDirectory()));
const citizens = setting('SEED_CITIZENS', z.coerce.number().int().min(0).default(200));
const words = {
  FILLED_NOW: `The sandbox holds ${citizens} synthetic citizens beside the cast.`,
  FILLED_BEFORE: 'The sandbox is filled already.',
  NOT_A_SANDBOX: 'A database holds data that is not sandbox data; nothing was seeded and nothing touched.',
};
console.log(words[await seedDatabases({ citizens, now: new Date(), databaseOf: agencyDatabase, tell: console.log })]);
