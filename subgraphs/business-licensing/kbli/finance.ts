import { type CategoryFact, largeOnly, mediumAndLarge } from './activity.ts';

export const finance: CategoryFact = {
  letter: 'K',
  title: 'Aktivitas Keuangan Dan Asuransi',
  activities: [
    {
      code: '64121',
      title: 'Bank Umum Konvensional',
      description: 'Bank umum yang menghimpun dan menyalurkan dana.',
      risks: largeOnly('HIGH'),
      centralAuthority: true,
    },
    {
      code: '64921',
      title: 'Pergadaian Konvensional',
      description: 'Pemberian pinjaman dengan jaminan gadai.',
      risks: mediumAndLarge('HIGH'),
      centralAuthority: true,
    },
    {
      code: '64951',
      title: 'Layanan Pinjam Meminjam Uang Berbasis Teknologi Informasi (Fintech P2P Lending) Konvensional',
      description: 'Penyelenggaraan pinjam meminjam uang melalui sistem elektronik.',
      risks: largeOnly('HIGH'),
      centralAuthority: true,
    },
    {
      code: '66160',
      title: 'Kegiatan Penukaran Valuta Asing (Money Changer)',
      description: 'Penukaran uang asing.',
      risks: mediumAndLarge('HIGH'),
      centralAuthority: true,
    },
  ],
};
