import { randomUUID } from 'node:crypto';
import { ApolloServerErrorCode } from '@apollo/server/errors';
import { describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { badInput } from '../errors.ts';
import { createLog } from '../log.ts';
import { maskErrors } from '../maskErrors.ts';
import { legibleId, maskPersonalNumbers, showLastFour } from '../personalNumbers.ts';
import { fixSetting } from '../setting.ts';

const nik = '3510012508900001';

describe('a personal number', () => {
  it.each([
    ['plain', nik],
    ['with dots', '35.10.01.250890.0001'],
    ['with spaces', '351001 250890 0001'],
    ['as an NPWP of 15 digits', '65.389.112.7-000.000'],
    ['as a NITKU of 22 digits', `${nik}000001`],
    ['with two spaces between the groups', '351001  250890  0001'],
    ['with underscores', '351001_250890_0001'],
    ['with full-width digits', [...nik].map((digit) => String.fromCharCode(0xff10 + Number(digit))).join('')],
    ['as two numbers in one', `${nik}${nik}`],
  ])('is hidden wherever it stands: %s', (_form, written) => {
    expect(maskPersonalNumbers(`before ${written} after`)).toBe('before [number hidden] after');
  });

  it.each(['2026-11-24T02:30:00.000Z', '35.10.01.2001', 'MPP-3510-261124-EMP4W7-Q', '9120001234567', '150000.00'])(
    'is not seen in %s',
    (text) => {
      expect(maskPersonalNumbers(text)).toBe(text);
    },
  );

  it('is hidden right after a dot', () => {
    expect(maskPersonalNumbers(`No.${nik}`)).toBe('No.[number hidden]');
  });

  it('leaves other letters as they were where no number is hidden', () => {
    expect(maskPersonalNumbers('ﬁle １２')).toBe('ﬁle １２');
  });

  it('is never what an id looks like, so that the log shows it', () => {
    const drawn = ['3510012508900001', '12345678-1234-4567-8901-2345abcdefab', 'a1b2'];
    expect(legibleId(() => drawn.shift() ?? '')).toBe('a1b2');
    for (let n = 0; n < 1_000; n += 1) {
      const id = legibleId(randomUUID);
      expect(maskPersonalNumbers(id)).toBe(id);
    }
  });

  it('is shown by its last four digits', () => {
    expect(showLastFour(nik)).toBe('************0001');
  });

  it('never reaches the log', () => {
    const lines: string[] = [];
    fixSetting('LOG_LEVEL', 'info');
    const log = createLog('test', (line) => lines.push(line));
    log.error({ nik, nested: { text: `of ${nik}` }, err: new Error(`Duplicate key ${nik}`) }, `citizen ${nik}`);
    expect(lines).toHaveLength(1);
    expect(lines.join('')).not.toContain(nik);
  });
});

describe('an error on its way to a client', () => {
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const mask = maskErrors(log);
  const formatted = (error: GraphQLError) => mask(error.toJSON(), error);

  it('keeps its code and words when it was meant for people', () => {
    expect(formatted(badInput('A page holds 1 to 100 items.', 'first'))).toMatchObject({
      message: 'A page holds 1 to 100 items.',
      extensions: { code: 'BAD_USER_INPUT', field: 'first' },
    });
  });

  it('is found below the errors that wrap it', () => {
    const wrapped = new GraphQLError('Variable "$nik" got invalid value', {
      originalError: badInput('A Nik must be 16 digits.'),
      extensions: { code: ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED },
    });
    expect(formatted(wrapped)).toMatchObject({
      message: 'A Nik must be 16 digits.',
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  it('says nothing of the inside when it was not meant for people', () => {
    const leaking = new GraphQLError('E11000 duplicate key at mongodb://user:secret@host', {
      extensions: { code: 'INTERNAL_SERVER_ERROR', stacktrace: ['at /home/somebody'] },
    });
    const shown = JSON.stringify(formatted(leaking));
    expect(shown).not.toMatch(/E11000|secret|somebody/);
    expect(shown).toContain('INTERNAL_SERVER_ERROR');
  });
});
