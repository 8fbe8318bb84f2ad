import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { fixSetting, setting } from '#kit/setting.ts';

/** Imports a module into every Node process that is started from now on; the module reads its directory from its own address. */
export function importIntoWhatStarts(module: URL, directory: string): void {
  const address = new URL(module);
  address.searchParams.set('directory', pathToFileURL(directory).href);
  const others = setting('NODE_OPTIONS', z.string().default(''));
  fixSetting('NODE_OPTIONS', `${others} --import=${address.href}`.trim());
}
