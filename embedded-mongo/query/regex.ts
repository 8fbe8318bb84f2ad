import { BSONRegExp } from 'bson';
import { badValue, MongoError, notSupported } from '../errors.ts';

/** A regular expression of a query. */
export type Pattern = { readonly expression: RegExp; readonly source: string; readonly options: string };

/**
 * Compiles a pattern. MongoDB reads patterns with PCRE, this server with JavaScript: what JavaScript would read
 * differently (inline flags, possessive groups, POSIX classes, absolute anchors) is refused.
 */
export const compileRegex = (operand: unknown, options: unknown): Pattern => {
  if (typeof operand !== 'string' && !(operand instanceof BSONRegExp)) throw badValue('$regex has to be a string');
  if (options !== undefined && typeof options !== 'string') throw badValue('$options has to be a string');
  const source = typeof operand === 'string' ? operand : operand.pattern;
  if (operand instanceof BSONRegExp && operand.options && options)
    throw new MongoError(51075, 'options set in both $regex and $options');
  const flags = [...new Set((options ?? '') + (operand instanceof BSONRegExp ? operand.options : ''))].sort().join('');
  if (/[^imsu]/.test(flags)) {
    if (/[^imsux]/.test(flags)) throw new MongoError(51108, `invalid flag in regex options: ${flags}`);
    throw notSupported('The regular expression option x');
  }
  const foreign = /\(\?[^:=!<]|\(\?<[^=!A-Za-z]|\[\[:|\\[AZzGQEKRXhHC]|[*+?}]\+/.exec(source.replaceAll(/\\\\/g, ''));
  if (foreign) throw notSupported(`The regular expression syntax ${foreign[0]}`);
  try {
    return { expression: new RegExp(source, flags.replace('u', '')), source, options: flags };
  } catch (error) {
    throw new MongoError(51091, `Regular expression is invalid: ${error instanceof Error ? error.message : ''}`);
  }
};

/** The literal text every match begins with, when the pattern is anchored and case-sensitive. */
export const literalPrefix = ({ source, options }: Pattern): string | undefined => {
  if (/[im]/.test(options) || !source.startsWith('^') || source.includes('|')) return undefined;
  let prefix = '';
  for (let i = 1; i < source.length; i += 1) {
    let character = source[i] as string;
    if (character === '\\') {
      const next = source[i + 1] ?? '';
      if (!/[^A-Za-z0-9]/.test(next)) break;
      character = next;
      i += 1;
    } else if (/[.*+?()[\]{}^$]/.test(character)) {
      break;
    }
    // A quantifier after a character makes that character optional.
    if (/[*?{]/.test(source[i + 1] ?? '')) break;
    prefix += character;
  }
  return prefix === '' ? undefined : prefix;
};
