import PDFDocument from 'pdfkit';
import QRCode from 'qrcode';
import { localDay } from '../localTime.ts';

/** What a certificate says. Everything on the page, and its bytes, follow from this. */
export interface CertificateText {
  readonly title: { readonly id: string; readonly en: string };
  /** The office that issued it, as it calls itself. */
  readonly issuer: string;
  readonly number: string;
  /** What stands of the holder and of what is certified, from top to bottom. */
  readonly lines: readonly CertificateLine[];
  readonly issuedAt: Date;
  /** `YYYY-MM-DD`; null when it does not end. */
  readonly validUntil: string | null;
  readonly verificationCode: string;
  /** Where anybody can check it. */
  readonly verifyUrl: string;
  /** Said across the page when it is not in force, such as `DICABUT / REVOKED`. */
  readonly outOfForce?: string | undefined;
}

export interface CertificateLine {
  readonly label: { readonly id: string; readonly en: string };
  readonly value: string;
}

/** Millimetres in the points of a page. */
const mm = 72 / 25.4;
const page = { width: 210 * mm, height: 297 * mm, margin: 25 * mm } as const;
const ink = { text: '#1a1f2b', quiet: '#5b6475', line: '#c3c9d4', accent: '#a3212a' } as const;
const fonts = { plain: 'Helvetica', bold: 'Helvetica-Bold', fixed: 'Courier' } as const;
const qrMm = 34;

/**
 * Prints a certificate on one page of A4, with the fonts that every reader of PDF has. The same text gives the same bytes:
 * the file's dates are those of the certificate.
 */
export async function certificatePdf(text: CertificateText): Promise<Buffer> {
  const { title, issuer, issuedAt } = text;
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: page.margin, bottom: page.margin, left: page.margin, right: page.margin },
    pdfVersion: '1.7',
    lang: 'id-ID',
    displayTitle: true,
    info: {
      Title: `${title.id} / ${title.en}`,
      Author: issuer,
      Creator: 'MPP Digital',
      Producer: 'MPP Digital',
      CreationDate: issuedAt,
      ModDate: issuedAt,
    },
  });
  const parts: Buffer[] = [];
  const whole = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (part: Buffer) => parts.push(part));
    pdf.on('end', () => resolve(Buffer.concat(parts)));
    pdf.on('error', reject);
  });
  if (text.outOfForce !== undefined) drawOutOfForce(pdf, text.outOfForce);
  drawHead(pdf, text);
  drawLines(pdf, [...text.lines, ...dates(text)]);
  drawProof(pdf, text);
  pdf.end();
  return whole;
}

type Page = InstanceType<typeof PDFDocument>;
const innerWidth = page.width - 2 * page.margin;

function drawHead(pdf: Page, { title, issuer, number }: CertificateText): void {
  pdf.rect(0, 0, page.width, 5 * mm).fill(ink.accent);
  pdf.font(fonts.bold).fontSize(11).fillColor(ink.text).text(issuer, { align: 'center' });
  pdf.moveDown(2.2);
  pdf.font(fonts.bold).fontSize(20).text(title.id, { align: 'center' });
  pdf.font(fonts.plain).fontSize(11).fillColor(ink.quiet).text(title.en, { align: 'center' });
  pdf.moveDown(0.8);
  pdf.font(fonts.fixed).fontSize(11).fillColor(ink.text).text(`No. ${number}`, { align: 'center' });
  pdf.moveDown(1.4);
  rule(pdf);
  pdf.moveDown(1.2);
}

function drawLines(pdf: Page, lines: readonly CertificateLine[]): void {
  const labelWidth = 52 * mm;
  for (const { label, value } of lines) {
    const top = pdf.y;
    pdf.font(fonts.plain).fontSize(10.5).fillColor(ink.text).text(label.id, page.margin, top, { width: labelWidth });
    pdf.fontSize(8.5).fillColor(ink.quiet).text(label.en, { width: labelWidth });
    const below = pdf.y;
    const valueLeft = page.margin + labelWidth + 4 * mm;
    pdf.font(fonts.bold).fontSize(11).fillColor(ink.text);
    pdf.text(value, valueLeft, top, { width: page.width - page.margin - valueLeft });
    pdf.y = Math.max(below, pdf.y) + 3 * mm;
    pdf.x = page.margin;
  }
}

function dates({ issuedAt, validUntil }: CertificateText): CertificateLine[] {
  return [
    { label: { id: 'Diterbitkan', en: 'Issued on' }, value: writtenDay(localDay(issuedAt, 'WIB')) },
    {
      label: { id: 'Berlaku sampai', en: 'Valid until' },
      value: validUntil === null ? 'Tidak berbatas waktu / no end date' : writtenDay(validUntil),
    },
  ];
}

/** The foot of the page: how anybody finds out that it is genuine. */
function drawProof(pdf: Page, { verifyUrl, verificationCode }: CertificateText): void {
  const size = qrMm * mm;
  const top = page.height - page.margin - size - 6 * mm;
  pdf.y = top - 6 * mm;
  rule(pdf);
  drawQr(pdf, verifyUrl, page.margin, top, size);
  const left = page.margin + size + 8 * mm;
  const width = page.width - page.margin - left;
  pdf
    .font(fonts.bold)
    .fontSize(10)
    .fillColor(ink.text)
    .text('Kode verifikasi / Verification code', left, top, { width });
  pdf.font(fonts.fixed).fontSize(12).text(verificationCode, { width });
  pdf.moveDown(0.6);
  pdf.font(fonts.plain).fontSize(9).fillColor(ink.quiet);
  pdf.text('Pindai kode untuk memeriksa keaslian. Dokumen ini dibuat secara elektronik.', { width });
  pdf.text('Scan the code to check that it is genuine. This document was made electronically.', { width });
  pdf.moveDown(0.4);
  pdf.font(fonts.fixed).fontSize(8).text(verifyUrl, { width });
}

/** Dark squares only; the paper is the rest, and the quiet zone of four modules lies within the size. */
function drawQr(pdf: Page, content: string, left: number, top: number, size: number): void {
  const { modules } = QRCode.create(content, { errorCorrectionLevel: 'M' });
  const quiet = 4;
  const step = size / (modules.size + 2 * quiet);
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) pdf.rect(left + (column + quiet) * step, top + (row + quiet) * step, step, step);
    }
  }
  pdf.fill('#000000');
}

function drawOutOfForce(pdf: Page, words: string): void {
  pdf.save();
  pdf.rotate(-35, { origin: [page.width / 2, page.height / 2] });
  pdf.font(fonts.bold).fontSize(44).fillColor('#f3d9db');
  pdf.text(words, 0, page.height / 2 - 22, { width: page.width, align: 'center', lineBreak: false });
  pdf.restore();
  pdf.x = page.margin;
  pdf.y = page.margin;
}

function rule(pdf: Page): void {
  pdf
    .moveTo(page.margin, pdf.y)
    .lineTo(page.margin + innerWidth, pdf.y)
    .lineWidth(0.7)
    .stroke(ink.line);
}

const months = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const;

/** `2026-11-24` as `24 November 2026`. */
function writtenDay(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)} ${months[Number(month) - 1] ?? month} ${year}`;
}
