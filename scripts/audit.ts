import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { accessLogPublicKeys, publicKeysFrom } from '#kit/access-log/settings.ts';
import { agencyDatabase } from '#kit/mongo.ts';
import { fixSetting, setting } from '#kit/setting.ts';
import { agencyNames } from '../schema/agencies.ts';
import { accessLogKeys } from './accessLogKeys.ts';
import { verifyAccessLogs } from './auditAccessLogs.ts';
import { startDatabase } from './database.ts';
import { dataDirectory } from './dataDirectory.ts';

// Checks the access logs: npm run audit -- verify [--agency tax] [--data .data/demo]. Ends with code 1 on a fault.
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { agency: { type: 'string' }, data: { type: 'string', default: dataDirectory() } },
});
if (positionals[0] !== 'verify') {
  console.error('Usage: npm run audit -- verify [--agency tax]');
  process.exit(2);
}
const names = agencyNames();
if (values.agency !== undefined && !names.includes(values.agency)) {
  console.error(`There is no agency ${values.agency}.`);
  process.exit(2);
}
const given = setting('ACCESS_LOG_PUBLIC_KEYS', z.string().optional());
const needsDirectory = given === undefined || setting('MONGODB_URI', z.string().optional()) === undefined;
// What is not there holds no log: an empty database would be made, with keys of its own, and found whole.
if (needsDirectory && !existsSync(values.data)) {
  console.error(`There is no directory ${values.data}.`);
  process.exit(2);
}

const database = await startDatabase(values.data);
fixSetting('MONGODB_URI', database.uri);
try {
  const keys = given ? accessLogPublicKeys() : publicKeysFrom((await accessLogKeys(values.data, names)).publicKeys);
  const isWhole = await verifyAccessLogs({
    agencies: values.agency === undefined ? names : [values.agency],
    databaseOf: agencyDatabase,
    witnesses: names.map(agencyDatabase),
    keys,
    tell: console.log,
  });
  if (!isWhole) process.exitCode = 1;
} finally {
  await database.stop();
}
