import type { CertificateLine, CertificateText } from '#kit/documents/certificate.ts';
import type { CivilApplicationRecord, CivilReport } from '../model.ts';

const titles: Readonly<Record<CivilReport['kind'], CertificateText['title']>> = {
  BIRTH: { id: 'Kutipan Akta Kelahiran', en: 'Birth Certificate' },
  DEATH: { id: 'Kutipan Akta Kematian', en: 'Death Certificate' },
  MOVE: { id: 'Surat Keterangan Pindah', en: 'Moving Letter (SKPWNI)' },
};

/**
 * What the certificate of a registered event says; null for one without a digital certificate.
 *
 * @param withdrawnOn the day on which it lost its force
 */
export function certificateText(
  application: CivilApplicationRecord,
  registered: { readonly number: string; readonly withdrawnOn: string | null },
  verifyUrl: (code: string) => string,
): CertificateText | null {
  const { report, outcome, steps } = application;
  const issued = steps.find(({ to }) => to === 'ISSUED');
  if (report === null || outcome === null || !issued) return null;
  return {
    title: titles[report.kind],
    issuer: 'Dinas Kependudukan dan Pencatatan Sipil',
    number: registered.number,
    lines: linesOf(report, application.eventDate),
    issuedAt: issued.at,
    validUntil: null,
    verificationCode: outcome.verificationCode,
    verifyUrl: verifyUrl(outcome.verificationCode),
    outOfForce: registered.withdrawnOn === null ? undefined : 'DICABUT / WITHDRAWN',
  };
}

function linesOf(report: CivilReport, eventDate: string): CertificateLine[] {
  switch (report.kind) {
    case 'BIRTH':
      return [
        line('Nama anak', 'Child', report.childName),
        line('Jenis kelamin', 'Sex', report.sex === 'MALE' ? 'Laki-laki / male' : 'Perempuan / female'),
        line('Tempat lahir', 'Born in', report.birthPlace),
        line('Tanggal lahir', 'Born on', eventDate),
        line('Anak ke', 'Child number', String(report.order)),
        line('Nama ibu', 'Mother', report.motherName),
        line('Nama ayah', 'Father', report.fatherName ?? '-'),
      ];
    case 'DEATH':
      return [
        line('Nama', 'Name', report.deceasedName),
        line('Tempat meninggal', 'Died in', report.deathPlace),
        line('Tanggal meninggal', 'Died on', eventDate),
      ];
    case 'MOVE':
      return [
        line('Desa/kelurahan asal', 'From the village', report.originVillageCode),
        line('Desa/kelurahan tujuan', 'To the village', report.destinationVillageCode),
        line('Alamat tujuan', 'New address', report.destinationStreet),
        line('Jumlah yang pindah', 'People who move', String(report.moverIds.length)),
      ];
  }
}

function line(id: string, en: string, value: string): CertificateLine {
  return { label: { id, en }, value };
}
