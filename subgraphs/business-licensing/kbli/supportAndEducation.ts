import { atEveryScale, type CategoryFact, mediumAndLarge, risingWithScale } from './activity.ts';

export const businessSupport: CategoryFact = {
  letter: 'N',
  title:
    'Aktivitas Penyewaan dan Sewa Guna Usaha Tanpa Hak Opsi, Ketenagakerjaan, Agen Perjalanan dan Penunjang Usaha Lainnya',
  activities: [
    {
      code: '77100',
      title: 'Aktivitas Penyewaan dan Sewa Guna Usaha Tanpa Hak Opsi Mobil, Bus, Truk dan Sejenisnya',
      description: 'Penyewaan kendaraan tanpa pengemudi.',
      risks: atEveryScale('LOW'),
    },
    {
      code: '79111',
      title: 'Aktivitas Agen Perjalanan Wisata',
      description: 'Penjualan tiket dan paket wisata.',
      risks: atEveryScale('LOW'),
    },
    {
      code: '79121',
      title: 'Aktivitas Biro Perjalanan Wisata',
      description: 'Penyusunan dan penyelenggaraan perjalanan wisata.',
      risks: atEveryScale('MEDIUM_LOW'),
    },
    {
      code: '79122',
      title: 'Aktivitas Biro Perjalanan Ibadah Umroh Dan Haji Khusus',
      description: 'Penyelenggaraan perjalanan umrah dan haji khusus.',
      risks: mediumAndLarge('HIGH'),
      centralAuthority: true,
    },
    {
      code: '80100',
      title: 'Aktivitas Keamanan Swasta',
      description: 'Penyediaan tenaga dan jasa pengamanan.',
      risks: mediumAndLarge('HIGH'),
      centralAuthority: true,
    },
    {
      code: '82190',
      title: 'Aktivitas Fotokopi, Penyiapan Dokumen dan Aktivitas Khusus Penunjang Kantor Lainnya',
      description: 'Fotokopi, pengetikan dan penyiapan dokumen.',
      risks: atEveryScale('LOW'),
    },
    {
      code: '82302',
      title: 'Jasa Penyelenggara Event Khusus (Special Event)',
      description: 'Penyelenggaraan acara bagi pihak lain.',
      risks: atEveryScale('LOW'),
    },
  ],
};

export const education: CategoryFact = {
  letter: 'P',
  title: 'Pendidikan',
  activities: [
    {
      code: '85133',
      title: 'Pendidikan Kelompok Bermain',
      description: 'Kelompok bermain untuk anak sebelum taman kanak-kanak.',
      risks: atEveryScale('MEDIUM_HIGH'),
    },
    {
      code: '85134',
      title: 'Pendidikan Taman Penitipan Anak',
      description: 'Pengasuhan dan pendidikan anak selama orang tua bekerja.',
      risks: atEveryScale('MEDIUM_HIGH'),
    },
    {
      code: '85493',
      title: 'Pendidikan Bahasa Swasta',
      description: 'Kursus bahasa.',
      risks: risingWithScale('LOW', 'MEDIUM_LOW'),
    },
    {
      code: '85495',
      title: 'Pendidikan Bimbingan Belajar Dan Konseling Swasta',
      description: 'Bimbingan belajar.',
      risks: risingWithScale('LOW', 'MEDIUM_LOW'),
    },
  ],
};
