import { atEveryScale, type CategoryFact, mediumAndLarge, risingWithScale } from './activity.ts';

export const construction: CategoryFact = {
  letter: 'F',
  title: 'Konstruksi',
  activities: [
    {
      code: '41011',
      title: 'Konstruksi Gedung Hunian',
      description: 'Pembangunan rumah, rumah susun dan gedung hunian lain.',
      risks: risingWithScale('MEDIUM_LOW', 'MEDIUM_HIGH'),
    },
    {
      code: '41012',
      title: 'Konstruksi Gedung Perkantoran',
      description: 'Pembangunan gedung perkantoran.',
      risks: risingWithScale('MEDIUM_LOW', 'MEDIUM_HIGH'),
    },
    {
      code: '41016',
      title: 'Konstruksi Gedung Pendidikan',
      description: 'Pembangunan sekolah, perpustakaan dan gedung pendidikan lain.',
      risks: risingWithScale('MEDIUM_LOW', 'MEDIUM_HIGH'),
    },
    {
      code: '41017',
      title: 'Konstruksi Gedung Penginapan',
      description: 'Pembangunan hotel dan gedung penginapan lain.',
      risks: risingWithScale('MEDIUM_LOW', 'MEDIUM_HIGH'),
    },
    {
      code: '42103',
      title: 'Konstruksi Jalan Rel',
      description: 'Pembangunan jalan rel dan kelengkapannya.',
      risks: mediumAndLarge('HIGH'),
      centralAuthority: true,
    },
    {
      code: '43120',
      title: 'Penyiapan Lahan',
      description: 'Pembersihan, penggalian dan penimbunan lahan sebelum pembangunan.',
      risks: risingWithScale('MEDIUM_LOW', 'MEDIUM_HIGH'),
    },
    {
      code: '43221',
      title: 'Instalasi Saluran Air (Plambing)',
      description: 'Pemasangan saluran air bersih dan air kotor pada bangunan.',
      risks: atEveryScale('MEDIUM_LOW'),
    },
  ],
};
