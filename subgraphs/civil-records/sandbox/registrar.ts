import type { Certificate, RecordKind } from '../model.ts';
import { verificationCode } from '../rules/certificate.ts';
import { registrationNumber } from '../rules/registrationNumber.ts';

/** Gives the sandbox's records their numbers: from 9001 on every day of an office, so that they look made up. */
export class SandboxRegistrar {
  private readonly serials = new Map<string, number>();

  /** @param regionCode the regency whose office registers */
  nextNumber(kind: RecordKind, regionCode: string, reportedOn: string): string {
    const page = `${kind} ${regionCode} ${reportedOn}`;
    const serial = (this.serials.get(page) ?? 9_000) + 1;
    this.serials.set(page, serial);
    return registrationNumber(kind, { regionCode, reportedOn, serial });
  }
}

/** The certificate of a record: on paper, or as a document of the mall when it was applied for there. */
export function certificateOf(number: string, issuedOn: string, documentId: string | null = null): Certificate {
  return { issuedOn, verificationCode: verificationCode(`sandbox ${number}`), documentId, withdrawnOn: null };
}
