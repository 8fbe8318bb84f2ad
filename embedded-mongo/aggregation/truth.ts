import { isNumeric, toNumber } from '../values/numbers.ts';

/** Whether an expression counts a value as true: everything but false, null, a missing value and zero. */
export const truthy = (value: unknown): boolean =>
  isNumeric(value) ? toNumber(value) !== 0 : value !== false && value !== null && value !== undefined;
