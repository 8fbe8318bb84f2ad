import { inflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import QRCode from 'qrcode';
import { certificatePdf } from '../certificate.ts';
import { readVerificationCode, verificationCode } from '../verificationCode.ts';
import { aText } from './aDocumentServer.ts';

describe('a certificate', () => {
  it('says in both languages what it is, and whose, from when and until when', async () => {
    const words = wordsOn(await certificatePdf(aText));
    for (const said of [
      'Surat Izin Praktik',
      'Licence to Practise',
      'Dinas Contoh',
      'No. SIP/CONTOH/000001',
      'Nama pemegang',
      'Nur Contoh',
      '4 Mei 2026',
      '3 Mei 2031',
      aText.verificationCode,
    ]) {
      expect(words).toContain(said);
    }
    expect(words).not.toContain('DICABUT');
  });

  it('has the address to check it at as a QR code', async () => {
    const { modules } = QRCode.create(aText.verifyUrl, { errorCorrectionLevel: 'M' });
    const dark = modules.data.reduce((sum, module) => sum + module, 0);
    // One rectangle more is the band at the head of the page.
    expect(drawn(await certificatePdf(aText)).match(/ re$/gm)).toHaveLength(dark + 1);
  });

  it('is one page, and the same bytes for the same text', async () => {
    const [one, again] = [await certificatePdf(aText), await certificatePdf({ ...aText })];
    expect(one.equals(again)).toBe(true);
    expect(one.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
    expect(one.equals(await certificatePdf({ ...aText, number: 'SIP/CONTOH/000002' }))).toBe(false);
  });

  it('says across the page that it does not count any more', async () => {
    const words = wordsOn(await certificatePdf({ ...aText, outOfForce: 'DICABUT / REVOKED' }));
    expect(words).toContain('DICABUT / REVOKED');
  });
});

describe('a verification code', () => {
  it('is read as it was printed, whatever case, dashes and spaces it is typed with', () => {
    const code = verificationCode('a licence');
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(readVerificationCode(code)).toBe(code);
    expect(readVerificationCode(` ${code.toLowerCase().replaceAll('-', ' ')}`)).toBe(code);
    expect(readVerificationCode('7h2kq-ooooo-iiiii-lllll')).toBe('7H2KQ-00000-11111-11111');
  });

  it.each(['', '7H2KQ', 'U'.repeat(20), `${verificationCode('x')}0`, '$ne'])('cannot be %p', (typed) => {
    expect(readVerificationCode(typed)).toBeNull();
  });
});

/** The drawing commands of all pages, as text. */
function drawn(pdf: Buffer): string {
  const text = pdf.toString('latin1');
  const streams = [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, bytes = '']) => bytes);
  const packed = streams.filter((bytes) => bytes.startsWith('x'));
  return packed.map((bytes) => inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1')).join('\n');
}

/** The words on the page, line by line, put together again from their kerned pieces. */
function wordsOn(pdf: Buffer): string {
  const lines = [...drawn(pdf).matchAll(/\[(.*?)\] TJ/g)].map(([, pieces = '']) =>
    [...pieces.matchAll(/<([0-9a-f]+)>/g)].map(([, hex = '']) => Buffer.from(hex, 'hex').toString('latin1')).join(''),
  );
  return lines.join('\n');
}
