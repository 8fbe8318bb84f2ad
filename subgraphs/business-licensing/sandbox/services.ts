import type { OfferedService } from '#kit/application/clock/standard.ts';
import type { LicenseKind } from '../generated/resolvers.ts';
import { type Product, products } from '../rules/products.ts';
import { services as offered, type ServiceName } from '../rules/services.ts';

export type { ServiceName };

/** A service of this agency, with what its sandbox files end in. */
export interface Service extends OfferedService {
  readonly kind: LicenseKind;
  readonly product: Product;
  /** The requirement that most files are returned for. */
  readonly oftenMissing: string;
}

export const services: Readonly<Record<ServiceName, Service>> = {
  BUSINESS_NUMBER: service('BUSINESS_NUMBER', 'BUSINESS-DATA'),
  BASIC_REQUIREMENT: service('BASIC_REQUIREMENT', 'SITE-COORDINATES'),
  STANDARD_CERTIFICATE: service('STANDARD_CERTIFICATE', 'STANDARD-EVIDENCE'),
  PERMIT: service('PERMIT', 'PERMIT-REQUIREMENTS'),
  SUPPORTING_LICENSE: service('SUPPORTING_LICENSE', 'SUPPORT-REQUIREMENTS'),
  HEALTH_PRACTICE: service('HEALTH_PRACTICE', 'PRACTICE-PLACE'),
};

function service(name: ServiceName, oftenMissing: string): Service {
  return { ...offered[name], product: products[name], oftenMissing };
}
