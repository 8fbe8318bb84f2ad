import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { agencyNames, subgraphsFolder } from '../../schema/agencies.ts';
import type { SampleArguments } from './everyField.ts';

/**
 * With which arguments the access matrix asks the fields that cannot be asked without: what agencies say of their own in
 * `subgraphs/<agency>/tests/samples.ts`. Those of the first five stand in the matrix itself, since they lead to each other.
 */
export async function samplesOfAgencies(folder = subgraphsFolder): Promise<SampleArguments> {
  const samples: Record<string, string> = {};
  for (const agency of agencyNames(folder)) {
    const file = join(folder, agency, 'tests/samples.ts');
    if (!existsSync(file)) continue;
    Object.assign(samples, ((await import(pathToFileURL(file).href)) as { samples: SampleArguments }).samples);
  }
  return samples;
}
