import { MongoError } from '../errors.ts';
import { sizeOfValue } from './decode.ts';

const deepestNesting = 180;

const malformed = (why: string): MongoError => new MongoError(22, `Malformed BSON: ${why}`);

/**
 * Checks that bytes from outside are one well-formed document, so that everything behind can trust every length.
 * @returns the size of the document
 */
export const checkDocument = (bytes: Buffer, start: number, limit: number, depth = 0): number => {
  if (depth > deepestNesting) throw new MongoError(15, `Document is nested deeper than ${deepestNesting} levels`);
  if (start + 5 > limit) throw malformed('the document is cut off');
  const size = bytes.readInt32LE(start);
  const end = start + size - 1;
  if (size < 5 || end >= limit || bytes[end] !== 0) throw malformed('the length of a document is wrong');
  let at = start + 4;
  while (at < end) {
    const type = bytes[at] as number;
    at = bytes.indexOf(0, at + 1) + 1;
    if (at === 0 || at > end) throw malformed('a field name is not ended');
    at += checkValue(type, bytes, at, end, depth);
    if (at > end) throw malformed('a value is cut off');
  }
  return size;
};

const checkValue = (type: number, bytes: Buffer, at: number, end: number, depth: number): number => {
  switch (type) {
    case 3:
    case 4:
      return checkDocument(bytes, at, end, depth + 1);
    case 2:
    case 13: {
      const length = at + 4 <= end ? bytes.readInt32LE(at) : 0;
      if (length < 1 || at + 4 + length > end || bytes[at + 3 + length] !== 0) throw malformed('a string is cut off');
      return 4 + length;
    }
    case 5: {
      const length = at + 5 <= end ? bytes.readInt32LE(at) : -1;
      if (length < 0 || at + 5 + length > end) throw malformed('binary data is cut off');
      return 5 + length;
    }
    case 11: {
      const patternEnd = bytes.indexOf(0, at);
      const optionsEnd = patternEnd < 0 ? -1 : bytes.indexOf(0, patternEnd + 1);
      if (optionsEnd < 0 || optionsEnd >= end) throw malformed('a regular expression is cut off');
      return optionsEnd + 1 - at;
    }
    case 15: {
      const size = at + 14 <= end ? bytes.readInt32LE(at) : 0;
      const codeLength = size > 0 ? bytes.readInt32LE(at + 4) : 0;
      if (codeLength < 1 || at + size > end || at + 8 + codeLength > end) throw malformed('code is cut off');
      const scope = checkDocument(bytes, at + 8 + codeLength, at + size, depth + 1);
      if (8 + codeLength + scope !== size) throw malformed('the length of code is wrong');
      return size;
    }
    default: {
      const size = sizeOfValue(type, bytes, at);
      if (at + size > end) throw malformed('a value is cut off');
      return size;
    }
  }
};
