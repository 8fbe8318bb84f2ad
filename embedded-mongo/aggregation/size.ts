import { isDocument } from '../values/document.ts';

/** Roughly how much memory a value takes, for the caps on sorts and groups. */
export const sizeOf = (value: unknown): number => {
  if (typeof value === 'string') return value.length * 2 + 16;
  if (Array.isArray(value)) return value.reduce<number>((sum, element) => sum + sizeOf(element), 32);
  if (!isDocument(value)) return 32;
  let size = 48;
  for (const field of Object.keys(value)) size += field.length + 16 + sizeOf(value[field]);
  return size;
};
