import { type CategoryFact, largeOnly, mediumAndLarge, risingWithScale } from './activity.ts';

export const mining: CategoryFact = {
  letter: 'B',
  title: 'Pertambangan dan Penggalian',
  activities: [
    {
      code: '06202',
      title: 'Pengusahaan Tenaga Panas Bumi',
      description: 'Pengusahaan panas bumi sampai ke tempat pemanfaatannya.',
      risks: largeOnly('HIGH'),
      centralAuthority: true,
    },
    {
      code: '07295',
      title: 'Pertambangan Bijih Nikel',
      description: 'Penambangan dan pengolahan awal bijih nikel.',
      risks: mediumAndLarge('HIGH'),
      centralAuthority: true,
    },
    {
      code: '08101',
      title: 'Penggalian Batu Hias Dan Batu Bangunan',
      description: 'Penggalian batu untuk hiasan dan bangunan, termasuk pemecahannya.',
      risks: risingWithScale('MEDIUM_HIGH', 'HIGH'),
    },
  ],
};

export const energy: CategoryFact = {
  letter: 'D',
  title: 'Pengadaan Listrik, Gas, Uap/Air Panas Dan Udara Dingin',
  activities: [
    {
      code: '35113',
      title: 'Distribusi Tenaga Listrik',
      description: 'Penyaluran tenaga listrik dari transmisi sampai pelanggan.',
      risks: largeOnly('HIGH'),
      centralAuthority: true,
    },
    {
      code: '35302',
      title: 'Produksi Es',
      description: 'Pembuatan es batu dan es balok.',
      risks: risingWithScale('LOW', 'MEDIUM_LOW'),
    },
  ],
};

export const waterAndWaste: CategoryFact = {
  letter: 'E',
  title: 'Treatment Air, Treatment Air Limbah, Treatment dan Pemulihan Material Sampah, dan Aktivitas Remediasi',
  activities: [
    {
      code: '36001',
      title: 'Penampungan, Penjernihan Dan Penyaluran Air Minum',
      description: 'Pengambilan, pengolahan dan penyaluran air minum kepada pelanggan.',
      risks: mediumAndLarge('HIGH'),
    },
    {
      code: '38110',
      title: 'Pengumpulan Limbah Dan Sampah Tidak Berbahaya',
      description: 'Pengumpulan sampah dan barang bekas yang tidak berbahaya.',
      risks: risingWithScale('LOW', 'MEDIUM_HIGH'),
    },
    {
      code: '38302',
      title: 'Pemulihan Material Barang Bukan Logam',
      description: 'Pengolahan sampah bukan logam menjadi bahan baku sekunder.',
      risks: risingWithScale('MEDIUM_LOW', 'MEDIUM_HIGH'),
    },
  ],
};
