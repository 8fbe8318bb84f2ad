import { atEveryScale, type CategoryFact, mediumAndLarge } from './activity.ts';

export const information: CategoryFact = {
  letter: 'J',
  title: 'Informasi dan Komunikasi',
  activities: [
    {
      code: '58130',
      title: 'Penerbitan Surat Kabar, Jurnal Dan Buletin Atau Majalah',
      description: 'Penerbitan surat kabar dan majalah, cetak atau daring.',
      risks: atEveryScale('LOW'),
    },
    {
      code: '58200',
      title: 'Penerbitan Piranti Lunak (Software)',
      description: 'Penerbitan perangkat lunak siap pakai.',
      risks: atEveryScale('LOW'),
    },
    {
      code: '59112',
      title: 'Aktivitas Produksi Film, Video dan Program Televisi Oleh Swasta',
      description: 'Pembuatan film, video dan program televisi.',
      risks: atEveryScale('LOW'),
    },
    {
      code: '61921',
      title: 'Internet Service Provider',
      description: 'Penyediaan akses internet kepada pelanggan.',
      risks: mediumAndLarge('HIGH'),
      centralAuthority: true,
    },
    {
      code: '62011',
      title: 'Aktivitas Pengembangan Video Game',
      description: 'Pembuatan permainan video.',
      risks: atEveryScale('LOW'),
    },
    {
      code: '62019',
      title: 'Aktivitas Pemrograman Komputer Lainnya',
      description: 'Pembuatan perangkat lunak menurut pesanan.',
      risks: atEveryScale('LOW'),
    },
    {
      code: '63121',
      title: 'Portal Web Dan/Atau Platform Digital Tanpa Tujuan Komersial',
      description: 'Pengelolaan situs dan platform digital yang tidak mencari laba.',
      risks: atEveryScale('LOW'),
    },
    {
      code: '63122',
      title: 'Portal Web Dan/Atau Platform Digital Dengan Tujuan Komersial',
      description: 'Pengelolaan situs dan platform digital untuk mencari laba.',
      risks: atEveryScale('MEDIUM_LOW'),
    },
  ],
};
