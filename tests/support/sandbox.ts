import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { setting } from '#kit/setting.ts';
import { startEmbeddedDatabase } from '../../scripts/database.ts';
import { seedDatabases } from '../../scripts/seedDatabases.ts';
import { seededCitizens, seededDatabase } from './seeded.ts';

// The database of a test run, as a process of its own: the one of MONGODB_URI, else the embedded one in a folder that
// goes when the run ends. Prints its address and folder, then seeds, and ends when its standard input closes.
const given = setting('MONGODB_URI', z.string().optional());
const directory = mkdtempSync(join(tmpdir(), 'mpp-test-'));
const database = given ? null : await startEmbeddedDatabase(directory, 'process');
const uri = given ?? database?.uri ?? '';
console.log(JSON.stringify({ uri, directory: given ? '' : directory }));

process.stdin.resume();
process.stdin.once('end', async () => {
  await database?.stop();
  rmSync(directory, { recursive: true, force: true });
  process.exit();
});

await seedDatabases({
  citizens: seededCitizens,
  now: new Date(),
  databaseOf: (agency) => ({ uri, database: seededDatabase(agency) }),
  tell: () => {},
});
