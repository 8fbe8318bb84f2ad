import { bankingServices } from './services/banking.ts';
import { buildingServices } from './services/building.ts';
import { civilRecordsServices } from './services/civilRecords.ts';
import { educationServices } from './services/education.ts';
import { employmentServices } from './services/employment.ts';
import { enterpriseServices } from './services/enterprise.ts';
import { healthServices } from './services/health.ts';
import { identityServices } from './services/identity.ts';
import { immigrationServices } from './services/immigration.ts';
import { justiceServices } from './services/justice.ts';
import { landServices } from './services/land.ts';
import { licensingServices } from './services/licensing.ts';
import { regionalTaxServices } from './services/regionalTax.ts';
import { socialServices } from './services/social.ts';
import { taxServices } from './services/tax.ts';
import { utilitiesServices } from './services/utilities.ts';
import type { ServiceFact } from './types.ts';

/** The catalogue: every service of every sector. */
export const services: readonly ServiceFact[] = [
  ...identityServices,
  ...civilRecordsServices,
  ...licensingServices,
  ...taxServices,
  ...buildingServices,
  ...enterpriseServices,
  ...regionalTaxServices,
  ...justiceServices,
  ...immigrationServices,
  ...landServices,
  ...healthServices,
  ...socialServices,
  ...employmentServices,
  ...educationServices,
  ...utilitiesServices,
  ...bankingServices,
];
