import { atEveryScale, type CategoryFact, risingWithScale } from './activity.ts';

export const accommodationAndFood: CategoryFact = {
  letter: 'I',
  title: 'Penyediaan Akomodasi Dan Penyediaan Makan Minum',
  activities: [
    {
      code: '55110',
      title: 'Hotel Bintang',
      description: 'Penginapan yang memenuhi ketentuan hotel bintang.',
      risks: atEveryScale('MEDIUM_HIGH'),
    },
    {
      code: '55120',
      title: 'Hotel Melati',
      description: 'Penginapan di bawah ketentuan hotel bintang.',
      risks: risingWithScale('LOW', 'MEDIUM_HIGH'),
    },
    {
      code: '55130',
      title: 'Pondok Wisata',
      description: 'Penginapan di rumah penduduk bagi wisatawan.',
      risks: atEveryScale('LOW'),
    },
    {
      code: '55193',
      title: 'Vila',
      description: 'Penyewaan vila untuk waktu pendek.',
      risks: risingWithScale('LOW', 'MEDIUM_HIGH'),
    },
    {
      code: '55194',
      title: 'Apartemen Hotel',
      description: 'Penyewaan apartemen dengan layanan hotel.',
      risks: risingWithScale('LOW', 'MEDIUM_HIGH'),
    },
    {
      code: '55900',
      title: 'Penyediaan Akomodasi Lainnya',
      description: 'Rumah kost, asrama dan pondok pekerja.',
      risks: risingWithScale('LOW', 'MEDIUM_LOW'),
    },
    {
      code: '56101',
      title: 'Restoran',
      description: 'Penyajian makanan di bangunan tetap dengan layanan restoran.',
      risks: risingWithScale('LOW', 'MEDIUM_HIGH'),
    },
    {
      code: '56102',
      title: 'Rumah/Warung Makan',
      description: 'Penyajian makanan di tempat tetap.',
      risks: risingWithScale('LOW', 'MEDIUM_LOW'),
    },
    {
      code: '56103',
      title: 'Kedai Makanan',
      description: 'Penyajian makanan di tempat yang dapat dibongkar pasang.',
      risks: risingWithScale('LOW', 'MEDIUM_LOW'),
    },
    {
      code: '56104',
      title: 'Penyediaan Makanan Keliling/Tempat Tidak Tetap',
      description: 'Penjualan makanan siap saji secara berkeliling.',
      risks: atEveryScale('LOW'),
    },
    {
      code: '56210',
      title: 'Jasa Boga Untuk Suatu Event Tertentu (Event Catering)',
      description: 'Katering untuk pesta dan acara.',
      risks: risingWithScale('LOW', 'MEDIUM_HIGH'),
    },
    {
      code: '56290',
      title: 'Penyediaan Jasa Boga Periode Tertentu',
      description: 'Katering menurut kontrak untuk waktu tertentu.',
      risks: risingWithScale('LOW', 'MEDIUM_HIGH'),
    },
    {
      code: '56301',
      title: 'Bar',
      description: 'Penyajian minuman beralkohol di tempat.',
      risks: risingWithScale('MEDIUM_HIGH', 'HIGH'),
    },
    {
      code: '56303',
      title: 'Rumah Minum/Kafe',
      description: 'Penyajian kopi, teh dan minuman lain di bangunan tetap.',
      risks: risingWithScale('LOW', 'MEDIUM_LOW'),
    },
    {
      code: '56306',
      title: 'Penyediaan Minuman Keliling/Tempat Tidak Tetap',
      description: 'Penjualan jamu gendong, es dan minuman lain secara berkeliling.',
      risks: atEveryScale('LOW'),
    },
  ],
};
