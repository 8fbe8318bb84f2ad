import { z } from 'zod';
import { agencyDatabase } from '#kit/mongo.ts';
import { fixSetting, setting } from '#kit/setting.ts';
import { dataDirectory } from './dataDirectory.ts';
import { seedDatabases } from './seedDatabases.ts';
import { vaultKeys } from './vaultKeys.ts';

// Run by itself, it seals with the keys of the data directory, as the agencies of `npm start` do.
fixSetting('VAULT_KEYS', await vaultKeys(dataDirectory()));
const citizens = setting('SEED_CITIZENS', z.coerce.number().int().min(0).default(200));
const replace = process.argv.includes('--replace') ? 'ALL' : process.argv.includes('--replace-old') ? 'OLD' : null;
if (replace && setting('NODE_ENV', z.string().optional()) === 'production') {
  throw new Error('In production nothing is replaced by sandbox data.');
}

const words = {
  FILLED_NOW: `The sandbox holds ${citizens} synthetic citizens beside the cast.`,
  FILLED_BEFORE: 'The sandbox is filled already.',
  OLD: 'The sandbox was filled by older seeds, or with fewer citizens. `npm run seed -- --replace` fills it anew.',
  TORN: 'The inbox is empty while other agencies are filled. `npm run seed -- --replace` fills all of them anew.',
  NOT_A_SANDBOX: 'A database holds data that is not sandbox data; nothing was seeded and nothing touched.',
};
const options = { citizens, now: new Date(), databaseOf: agencyDatabase, tell: console.log };
console.log(words[await seedDatabases(replace ? { ...options, replace } : options)]);
