import { billingCode } from '../rules/billing.ts';
import { npwpCheckDigit } from '../rules/npwp.ts';

/** Gives out the sandbox's numbers, each of them once, in shapes that look made up. */
export class SandboxNumbers {
  private registered = 0;
  private readonly billed = new Map<string, number>();

  /** A tax number of 15 digits whose kind, 99, does not exist. */
  nextNpwp15(officeCode: string): string {
    this.registered += 1;
    const firstEight = `99${String(this.registered).padStart(6, '0')}`;
    return `${firstEight}${npwpCheckDigit(firstEight)}${officeCode}000`;
  }

  /** A billing code, from 900001 on every day. */
  nextBillingCode(createdAt: Date): string {
    const day = billingCode(createdAt, 0);
    const serial = (this.billed.get(day) ?? 900_000) + 1;
    this.billed.set(day, serial);
    return billingCode(createdAt, serial);
  }
}
