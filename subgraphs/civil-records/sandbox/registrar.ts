import { verificationCode } from '#kit/documents/verificationCode.ts';
import type { Certificate, RecordKind, RegisterPage } from '../model.ts';
import { pageOf } from '../rules/registration.ts';
import { firstSerial, registrationNumber } from '../rules/registrationNumber.ts';

/** Gives the sandbox's records their numbers, and keeps the pages of the registers that they stand on. */
export class SandboxRegistrar {
  private readonly entries = new Map<string, string[]>();

  /** @param regionCode the regency whose office registers */
  nextNumber(kind: RecordKind, regionCode: string, reportedOn: string): string {
    const page = pageOf({ kind, regionCode, reportedOn });
    const entered = this.entries.get(page) ?? [];
    const number = registrationNumber(kind, { regionCode, reportedOn, serial: firstSerial + entered.length });
    this.entries.set(page, [...entered, number]);
    return number;
  }

  /** The pages as they are now, so that what is registered next goes on with their numbers. */
  pages(): RegisterPage[] {
    return [...this.entries].map(([_id, entries]) => ({ _id, entries }));
  }
}

/** The certificate of a record: on paper, or as a document of the mall when it was applied for there. */
export function certificateOf(number: string, issuedOn: string, documentId: string | null = null): Certificate {
  return { issuedOn, verificationCode: verificationCode(`sandbox ${number}`), documentId, withdrawnOn: null };
}
