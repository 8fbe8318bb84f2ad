import { civilRecordsServices } from './services/civilRecords.ts';
import { identityServices } from './services/identity.ts';
import { licensingServices } from './services/licensing.ts';
import { taxServices } from './services/tax.ts';
import type { ServiceFact } from './types.ts';

/** The catalogue: every service of every sector. */
export const services: readonly ServiceFact[] = [
  ...identityServices,
  ...civilRecordsServices,
  ...licensingServices,
  ...taxServices,
];
