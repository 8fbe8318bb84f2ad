import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const written = new URL('../../../schema/personalDataExport.json', import.meta.url);
const form = z.array(
  z.object({ name: z.string(), id: z.string(), fields: z.string().transform((fields) => fields.split(' ')) }),
);

let known: z.output<typeof form> | null = null;

/**
 * The operations that give a citizen's personal data, as `npm run compose` made them from the schemas of all agencies
 * (docs/adr/0017). Empty where the mall runs without the rest of this repository: then the gateway's operator tells them.
 */
export function exportOperations(): z.output<typeof form> {
  known ??= existsSync(written) ? form.parse(JSON.parse(readFileSync(written, 'utf8'))) : [];
  return known;
}
