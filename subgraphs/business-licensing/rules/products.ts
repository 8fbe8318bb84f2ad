import { type ServiceName, services } from './services.ts';

/** The document that a service ends in. */
export interface Product {
  /** `DocumentKind` of the mall. */
  readonly kind: string;
  readonly title: string;
}

export const products: Readonly<Record<ServiceName, Product>> = {
  BUSINESS_NUMBER: { kind: 'BUSINESS_NUMBER', title: 'Nomor Induk Berusaha' },
  BASIC_REQUIREMENT: { kind: 'PERMIT', title: 'Persetujuan kesesuaian kegiatan pemanfaatan ruang' },
  STANDARD_CERTIFICATE: { kind: 'STANDARD_CERTIFICATE', title: 'Sertifikat standar' },
  PERMIT: { kind: 'PERMIT', title: 'Izin usaha' },
  SUPPORTING_LICENSE: { kind: 'PERMIT', title: 'Perizinan penunjang kegiatan usaha' },
  HEALTH_PRACTICE: { kind: 'PERMIT', title: 'Surat izin praktik' },
};

/** The product of a service by its code. @throws RangeError for a service of somebody else */
export function productOf(serviceCode: string): Product {
  const name = (Object.keys(services) as ServiceName[]).find((one) => services[one].code === serviceCode);
  if (!name) throw new RangeError(`The service ${serviceCode} is not one of this agency.`);
  return products[name];
}
