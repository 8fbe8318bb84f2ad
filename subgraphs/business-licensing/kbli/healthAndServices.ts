import { atEveryScale, type CategoryFact, largeOnly, risingWithScale } from './activity.ts';

export const health: CategoryFact = {
  letter: 'Q',
  title: 'Aktivitas Kesehatan Manusia Dan Aktivitas Sosial',
  activities: [
    {
      code: '86103',
      title: 'Aktivitas Rumah Sakit Swasta',
      description: 'Rumah sakit yang diselenggarakan swasta.',
      risks: largeOnly('HIGH'),
    },
    {
      code: '86105',
      title: 'Aktivitas Klinik Swasta',
      description: 'Klinik yang diselenggarakan swasta.',
      risks: atEveryScale('HIGH'),
    },
    {
      code: '86201',
      title: 'Aktivitas Praktik Dokter',
      description: 'Praktik mandiri dokter umum.',
      risks: atEveryScale('MEDIUM_HIGH'),
    },
    {
      code: '86203',
      title: 'Aktivitas Praktik Dokter Gigi',
      description: 'Praktik mandiri dokter gigi.',
      risks: atEveryScale('MEDIUM_HIGH'),
    },
    {
      code: '86901',
      title: 'Aktivitas Pelayanan Kesehatan Yang Dilakukan Oleh Tenaga Kesehatan Selain Dokter Dan Dokter Gigi',
      description: 'Praktik mandiri bidan, perawat, fisioterapis dan tenaga kesehatan lain.',
      risks: atEveryScale('MEDIUM_HIGH'),
    },
    {
      code: '86902',
      title: 'Aktivitas Pelayanan Kesehatan Tradisional',
      description: 'Pijat, akupunktur dan pengobatan tradisional lain.',
      risks: atEveryScale('MEDIUM_LOW'),
    },
  ],
};

export const artsAndRecreation: CategoryFact = {
  letter: 'R',
  title: 'Kesenian, Hiburan Dan Rekreasi',
  activities: [
    {
      code: '91022',
      title: 'Museum Yang Dikelola Swasta',
      description: 'Pengelolaan museum oleh swasta.',
      risks: atEveryScale('LOW'),
    },
    {
      code: '93116',
      title: 'Fasilitas Pusat Kebugaran/Fitness Center',
      description: 'Pengelolaan pusat kebugaran.',
      risks: risingWithScale('LOW', 'MEDIUM_LOW'),
    },
    {
      code: '93231',
      title: 'Wisata Agro',
      description: 'Usaha pertanian yang dibuka untuk wisata.',
      risks: risingWithScale('LOW', 'MEDIUM_LOW'),
    },
    {
      code: '93233',
      title: 'Kolam Pemancingan',
      description: 'Pengelolaan kolam untuk memancing.',
      risks: atEveryScale('LOW'),
    },
    {
      code: '93292',
      title: 'Karaoke',
      description: 'Penyediaan ruang dan fasilitas karaoke.',
      risks: risingWithScale('MEDIUM_LOW', 'MEDIUM_HIGH'),
    },
  ],
};

export const otherServices: CategoryFact = {
  letter: 'S',
  title: 'Aktivitas Jasa Lainnya',
  activities: [
    {
      code: '95110',
      title: 'Reparasi Komputer dan Peralatan Sejenisnya',
      description: 'Perbaikan komputer dan perlengkapannya.',
      risks: atEveryScale('LOW'),
    },
    {
      code: '95120',
      title: 'Reparasi Peralatan Komunikasi',
      description: 'Perbaikan telepon seluler dan alat komunikasi lain.',
      risks: atEveryScale('LOW'),
    },
    {
      code: '95291',
      title: 'Aktivitas Vermak Pakaian',
      description: 'Perbaikan dan pengubahan pakaian.',
      risks: atEveryScale('LOW'),
    },
    {
      code: '96111',
      title: 'Aktivitas Pangkas Rambut',
      description: 'Pangkas rambut.',
      risks: atEveryScale('LOW'),
    },
    {
      code: '96112',
      title: 'Aktivitas Salon Kecantikan',
      description: 'Perawatan rambut, wajah dan kuku.',
      risks: risingWithScale('LOW', 'MEDIUM_LOW'),
    },
    {
      code: '96122',
      title: 'Aktivitas SPA (Sante Par Aqua)',
      description: 'Perawatan tubuh dengan air dan pijat.',
      risks: risingWithScale('MEDIUM_LOW', 'MEDIUM_HIGH'),
    },
    {
      code: '96200',
      title: 'Aktivitas Penatu',
      description: 'Pencucian pakaian dan kain.',
      risks: atEveryScale('LOW'),
    },
  ],
};
