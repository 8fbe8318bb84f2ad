import { MongoError, notSupported } from '../errors.ts';
import { checkDocument } from '../values/check.ts';
import { decodeDocument, endOfName, sizeOfValue } from '../values/decode.ts';
import type { Document } from '../values/document.ts';
import { encodeFields } from '../values/encode.ts';
import { crc32c } from './crc32c.ts';

/** A message of the wire protocol, read. */
export type Message = {
  readonly requestId: number;
  readonly kind: 'message' | 'query';
  readonly body: Document;
  readonly name: string;
  /** Documents of an insert, still as BSON. */
  readonly documents: readonly Buffer[];
  /** The client does not wait for an answer. */
  readonly unanswered: boolean;
};

const opReply = 1;
const opQuery = 2004;
const opCompressed = 2012;
const opMessage = 2013;
const checksumPresent = 1;
const moreToCome = 2;
const knownFlags = checksumPresent | moreToCome | (1 << 16);
export const headerSize = 16;

/** The largest message a client may send; hello announces it. */
export const largestMessage = 48_000_000 + 1024;

/** Reads one whole message, header included. Throws when it is not well-formed: the connection cannot go on then. */
export const readMessage = (bytes: Buffer): Message => {
  const requestId = bytes.readInt32LE(4);
  const opCode = bytes.readInt32LE(12);
  switch (opCode) {
    case opMessage:
      return { requestId, ...readSections(bytes) };
    case opQuery:
      return { requestId, ...readQuery(bytes) };
    case opCompressed:
      throw notSupported('Compression');
    default:
      throw new MongoError(17, `Unknown operation ${opCode}`);
  }
};

const readQuery = (bytes: Buffer): Omit<Message, 'requestId'> => {
  const nameEnd = bytes.indexOf(0, headerSize + 4);
  const start = nameEnd + 9;
  if (nameEnd < 0 || !bytes.subarray(0, nameEnd).toString().endsWith('.$cmd')) {
    throw new MongoError(17, 'OP_QUERY is only understood for commands');
  }
  checkDocument(bytes, start, bytes.length);
  const body = decodeDocument(bytes, start);
  const database = bytes.toString('utf8', headerSize + 4, nameEnd - 5);
  return {
    kind: 'query',
    body: { ...body, $db: database },
    name: Object.keys(body)[0] ?? '',
    documents: [],
    unanswered: false,
  };
};

const readSections = (bytes: Buffer): Omit<Message, 'requestId'> => {
  if (bytes.length < headerSize + 5) throw new MongoError(17, 'An OP_MSG without sections');
  const flags = bytes.readUInt32LE(headerSize);
  // The lower 16 flags are required ones: a server must refuse those it does not know.
  if (flags & 0xffff & ~knownFlags) throw new MongoError(17, `Unknown flags ${flags} in an OP_MSG`);
  const end = flags & checksumPresent ? bytes.length - 4 : bytes.length;
  if (flags & checksumPresent && crc32c(bytes.subarray(0, end)) !== bytes.readUInt32LE(end)) {
    throw new MongoError(17, 'The checksum of an OP_MSG is wrong');
  }
  let body: { document: Document; documents: Buffer[] } | undefined;
  const sequences: [string, Buffer[]][] = [];
  for (let at = headerSize + 4; at < end; ) {
    const kind = bytes[at];
    at += 1;
    if (kind === 0) {
      if (body) throw new MongoError(17, 'An OP_MSG with two bodies');
      const size = checkDocument(bytes, at, end);
      body = readBody(bytes, at, size);
      at += size;
    } else if (kind === 1) {
      const [sequence, next] = readSequence(bytes, at, end);
      sequences.push(sequence);
      at = next;
    } else {
      throw new MongoError(17, `Unknown section kind ${kind} in an OP_MSG`);
    }
  }
  if (!body) throw new MongoError(17, 'An OP_MSG without a body');
  const { document, documents } = body;
  for (const [field, values] of sequences) {
    if (field === 'documents') documents.push(...values);
    else document[field] = values.map((value) => decodeDocument(value));
  }
  const name = Object.keys(document)[0] ?? '';
  return { kind: 'message', body: document, name, documents, unanswered: (flags & moreToCome) !== 0 };
};

/** Decodes a command, but leaves the documents of an insert as they are. */
const readBody = (bytes: Buffer, start: number, size: number): { document: Document; documents: Buffer[] } => {
  const whole = bytes.subarray(start, start + size);
  const nameEnd = endOfName(whole, 5);
  if (whole.toString('latin1', 5, nameEnd) !== 'insert') return { document: decodeDocument(whole), documents: [] };
  const kept: Buffer[] = [];
  const documents: Buffer[] = [];
  for (let at = 4; at < size - 1; ) {
    const type = whole[at] as number;
    const value = endOfName(whole, at + 1) + 1;
    const next = value + sizeOfValue(type, whole, value);
    if (type === 4 && whole.toString('latin1', at + 1, value - 1) === 'documents')
      documents.push(...elementsOf(whole, value));
    else kept.push(whole.subarray(at, next));
    at = next;
  }
  return { document: decodeDocument(Buffer.concat(encodeFields(kept, {}))), documents };
};

const elementsOf = (bytes: Buffer, start: number): Buffer[] => {
  const elements: Buffer[] = [];
  const end = start + bytes.readInt32LE(start) - 1;
  for (let at = start + 4; at < end; ) {
    const value = endOfName(bytes, at + 1) + 1;
    if (bytes[at] !== 3)
      throw new MongoError(14, "BSON field 'insert.documents' holds something that is not an object");
    elements.push(bytes.subarray(value, value + bytes.readInt32LE(value)));
    at = value + bytes.readInt32LE(value);
  }
  return elements;
};

const readSequence = (bytes: Buffer, at: number, end: number): [[string, Buffer[]], number] => {
  const size = at + 4 <= end ? bytes.readInt32LE(at) : 0;
  const nameEnd = bytes.indexOf(0, at + 4);
  const last = at + size;
  if (size < 5 || last > end || nameEnd < 0 || nameEnd >= last)
    throw new MongoError(17, 'A document sequence is cut off');
  const values: Buffer[] = [];
  for (let start = nameEnd + 1; start < last; ) {
    const length = checkDocument(bytes, start, last);
    values.push(bytes.subarray(start, start + length));
    start += length;
  }
  return [[bytes.toString('utf8', at + 4, nameEnd), values], last];
};

/** Writes an answer in the form the question had. */
export const writeReply = (
  message: Pick<Message, 'requestId' | 'kind'>,
  responseId: number,
  encoded: readonly Buffer[],
  fields: Document,
): Buffer => {
  const pieces = encodeFields(encoded, fields);
  // A document begins with its own size.
  const size = (pieces[0] as Buffer).readInt32LE(0);
  const head = Buffer.alloc(message.kind === 'message' ? headerSize + 5 : headerSize + 20);
  head.writeInt32LE(head.length + size, 0);
  head.writeInt32LE(responseId, 4);
  head.writeInt32LE(message.requestId, 8);
  head.writeInt32LE(message.kind === 'message' ? opMessage : opReply, 12);
  // After the header of an OP_REPLY: flags (await capable), cursor, offset and the number of documents.
  if (message.kind === 'query') {
    head.writeInt32LE(8, headerSize);
    head.writeInt32LE(1, headerSize + 16);
  }
  return Buffer.concat([head, ...pieces], head.length + size);
};
