import { atEveryScale, type CategoryFact, risingWithScale } from './activity.ts';

export const realEstate: CategoryFact = {
  letter: 'L',
  title: 'Real Estat',
  activities: [
    {
      code: '68111',
      title: 'Real Estat Yang Dimiliki Sendiri Atau Disewa',
      description: 'Penjualan dan penyewaan tanah dan bangunan sendiri.',
      risks: risingWithScale('LOW', 'MEDIUM_HIGH'),
    },
    {
      code: '68200',
      title: 'Real Estat Atas Dasar Balas Jasa (Fee) Atau Kontrak',
      description: 'Perantara dan pengelolaan properti milik orang lain.',
      risks: atEveryScale('MEDIUM_LOW'),
    },
  ],
};

export const professions: CategoryFact = {
  letter: 'M',
  title: 'Aktivitas Profesional, Ilmiah Dan Teknis',
  activities: [
    {
      code: '69102',
      title: 'Aktivitas Konsultan Hukum',
      description: 'Pemberian nasihat hukum.',
      risks: atEveryScale('LOW'),
    },
    {
      code: '69201',
      title: 'Aktivitas Akuntansi, Pembukuan dan Pemeriksa',
      description: 'Pembukuan, penyusunan laporan dan pemeriksaan keuangan.',
      risks: atEveryScale('LOW'),
    },
    {
      code: '70209',
      title: 'Aktivitas Konsultasi Manajemen Lainnya',
      description: 'Pemberian nasihat manajemen kepada perusahaan.',
      risks: atEveryScale('LOW'),
    },
    {
      code: '71101',
      title: 'Aktivitas Arsitektur',
      description: 'Perancangan bangunan dan pengawasannya.',
      risks: risingWithScale('MEDIUM_LOW', 'MEDIUM_HIGH'),
    },
    {
      code: '73100',
      title: 'Periklanan',
      description: 'Pembuatan dan penempatan iklan.',
      risks: atEveryScale('LOW'),
    },
    {
      code: '74130',
      title: 'Aktivitas Desain Komunikasi Visual/Desain Grafis',
      description: 'Perancangan grafis untuk cetak dan layar.',
      risks: atEveryScale('LOW'),
    },
    {
      code: '74201',
      title: 'Aktivitas Fotografi',
      description: 'Pemotretan untuk perorangan dan perusahaan.',
      risks: atEveryScale('LOW'),
    },
    {
      code: '75000',
      title: 'Aktivitas Kesehatan Hewan',
      description: 'Pelayanan dokter hewan.',
      risks: risingWithScale('MEDIUM_LOW', 'MEDIUM_HIGH'),
    },
  ],
};
