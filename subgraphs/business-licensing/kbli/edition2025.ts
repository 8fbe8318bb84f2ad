import { atEveryScale, type CategoryFact, risingWithScale } from './activity.ts';

/**
 * A handful of the edition of 2025 (Peraturan BPS 7/2025), to show that a code and a letter mean nothing without their
 * edition: real estate moved from L to M, and 55110 became five codes.
 */
export const edition2025: readonly CategoryFact[] = [
  {
    letter: 'C',
    title: 'Industri',
    activities: [
      {
        code: '11052',
        title: 'Industri Air Minum Isi Ulang',
        description: 'Depot air minum isi ulang.',
        risks: atEveryScale('MEDIUM_LOW'),
      },
    ],
  },
  {
    letter: 'G',
    title: 'Perdagangan Besar dan Eceran',
    activities: [
      {
        code: '47221',
        title: 'Perdagangan Eceran Minuman Beralkohol',
        description: 'Penjualan minuman beralkohol kepada pembeli akhir.',
        risks: atEveryScale('HIGH'),
      },
    ],
  },
  {
    letter: 'I',
    title: 'Aktivitas Penyediaan Akomodasi dan Makan Minum',
    activities: [
      {
        code: '55101',
        title: 'Aktivitas Hotel Bintang Lima',
        description: 'Penginapan yang memenuhi ketentuan hotel bintang lima.',
        risks: atEveryScale('MEDIUM_HIGH'),
      },
      {
        code: '55103',
        title: 'Aktivitas Hotel Bintang Tiga',
        description: 'Penginapan yang memenuhi ketentuan hotel bintang tiga.',
        risks: atEveryScale('MEDIUM_HIGH'),
      },
      {
        code: '55203',
        title: 'Aktivitas Vila',
        description: 'Penyewaan vila untuk waktu pendek.',
        risks: risingWithScale('LOW', 'MEDIUM_HIGH'),
      },
      {
        code: '56101',
        title: 'Aktivitas Penyediaan Makanan di Bangunan Tetap',
        description: 'Restoran, rumah makan dan warung di bangunan tetap.',
        risks: risingWithScale('LOW', 'MEDIUM_HIGH'),
      },
      {
        code: '56303',
        title: 'Aktivitas Rumah Minum/Kafe',
        description: 'Penyajian kopi, teh dan minuman lain di bangunan tetap.',
        risks: risingWithScale('LOW', 'MEDIUM_LOW'),
      },
    ],
  },
  {
    letter: 'M',
    title: 'Aktivitas Real Estat',
    activities: [
      {
        code: '68112',
        title: 'Aktivitas Penyewaan Bangunan dan Lahan Hunian',
        description: 'Penyewaan rumah, apartemen dan lahan hunian.',
        risks: risingWithScale('LOW', 'MEDIUM_HIGH'),
      },
      {
        code: '68127',
        title: 'Pengelolaan Gedung Perkantoran',
        description: 'Pengelolaan dan penyewaan ruang kantor.',
        risks: risingWithScale('LOW', 'MEDIUM_HIGH'),
      },
    ],
  },
];
