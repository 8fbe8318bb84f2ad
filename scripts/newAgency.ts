import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { subgraphsFolder } from '../schema/agencies.ts';
import { scaffoldAgency, UnfitName, withService } from './new-agency/scaffold.ts';
import { projectFolder } from './runSource.ts';

const [name, subject] = process.argv.slice(2);
const composeFile = join(projectFolder, 'docker-compose.yml');

try {
  if (!name) throw new UnfitName('Say which agency: npm run new:agency -- health PracticePermit');
  const compose = withService(readFileSync(composeFile, 'utf8'), name);
  const files = scaffoldAgency(name, subgraphsFolder, subject);
  writeFileSync(composeFile, compose);
  format(join('subgraphs', name));
  console.log(`Wrote ${files.length} files to subgraphs/${name}, and its lines to docker-compose.yml.`);
  console.log('Next: step 2 of "Add an agency in five steps" in CONTRIBUTING.md.');
} catch (error) {
  if (!(error instanceof UnfitName)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

/** Lines are as long as the names in them; the formatter breaks them as everywhere. */
function format(folder: string): void {
  const biome = join(projectFolder, 'node_modules/.bin/biome');
  const { status, stderr } = spawnSync(biome, ['check', '--write', folder], { cwd: projectFolder, encoding: 'utf8' });
  if (status !== 0) console.error(`The formatter found something to mend:\n${stderr}`);
}
