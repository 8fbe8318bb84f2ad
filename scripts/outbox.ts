import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { agencyDatabase } from '#kit/mongo.ts';
import { fixSetting, setting } from '#kit/setting.ts';
import { startDatabase } from './database.ts';
import { dataDirectory } from './dataDirectory.ts';
import { outboxes } from './outboxes.ts';
import { vaultKeys } from './vaultKeys.ts';

// What the inbox has not been told of: npm run outbox [-- retry MPP-3510-...]. Ends with code 1 when anything is parked.
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { data: { type: 'string', default: dataDirectory() } },
});
const [command, id] = positionals;
if (command !== undefined && (command !== 'retry' || id === undefined)) {
  console.error('Usage: npm run outbox [-- retry <application>]');
  process.exit(2);
}
if (setting('MONGODB_URI', z.string().optional()) === undefined && !existsSync(values.data)) {
  console.error(`There is no directory ${values.data}.`);
  process.exit(2);
}

const database = await startDatabase(values.data);
fixSetting('MONGODB_URI', database.uri);
fixSetting('VAULT_KEYS', await vaultKeys(values.data));
const all = await outboxes(agencyDatabase);
try {
  if (id === undefined) {
    if ((await all.tellState(console.log)) > 0) process.exitCode = 1;
  } else if (await all.tellAgain(id)) {
    console.log(`${id} is told again.`);
  } else {
    console.error(`${id} is not parked.`);
    process.exitCode = 1;
  }
} finally {
  await all.close();
  await database.stop();
}
