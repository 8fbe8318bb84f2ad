import { z } from 'zod';
import { setting } from '../setting.ts';

/** Where anybody can check a certificate of an agency, on the portal (`PORTAL_ORIGIN`). The code is no secret: it is printed. */
export function verifyUrl(agency: string, code: string): string {
  const origin = setting('PORTAL_ORIGIN', z.url().default('http://localhost:4000'));
  return new URL(`/verify/${agency}/${code}`, origin).href;
}
