import { atEveryScale, type CategoryFact, mediumAndLarge, risingWithScale } from './activity.ts';

export const agriculture: CategoryFact = {
  letter: 'A',
  title: 'Pertanian, Kehutanan dan Perikanan',
  activities: [
    {
      code: '01111',
      title: 'Pertanian Jagung',
      description: 'Budi daya jagung, dari pengolahan lahan sampai panen.',
      risks: risingWithScale('LOW', 'MEDIUM_LOW'),
    },
    {
      code: '01121',
      title: 'Pertanian Padi Hibrida',
      description: 'Budi daya padi dari benih hibrida.',
      risks: risingWithScale('LOW', 'MEDIUM_LOW'),
    },
    {
      code: '01122',
      title: 'Pertanian Padi Inbrida',
      description: 'Budi daya padi dari benih inbrida.',
      risks: risingWithScale('LOW', 'MEDIUM_LOW'),
    },
    {
      code: '01262',
      title: 'Perkebunan Buah Kelapa Sawit',
      description: 'Perkebunan kelapa sawit sampai panen tandan buah segar.',
      risks: { MICRO: 'LOW', SMALL: 'LOW', MEDIUM: 'MEDIUM_HIGH', LARGE: 'HIGH' },
    },
    {
      code: '01461',
      title: 'Budidaya Ayam Ras Pedaging',
      description: 'Pembesaran ayam ras untuk daging.',
      risks: risingWithScale('LOW', 'MEDIUM_HIGH'),
    },
    {
      code: '01462',
      title: 'Budidaya Ayam Ras Petelur',
      description: 'Pemeliharaan ayam ras untuk telur konsumsi.',
      risks: risingWithScale('LOW', 'MEDIUM_HIGH'),
    },
    {
      code: '01493',
      title: 'Pembibitan Dan Budidaya Lebah',
      description: 'Pemeliharaan lebah untuk madu dan hasil lainnya.',
      risks: atEveryScale('LOW'),
    },
    {
      code: '02121',
      title: 'Pemanfaatan Kayu Hutan Alam',
      description: 'Pemanenan kayu di hutan alam dengan perizinan kehutanan.',
      risks: mediumAndLarge('HIGH'),
      centralAuthority: true,
    },
    {
      code: '03111',
      title: 'Penangkapan Pisces/Ikan Bersirip Di Laut',
      description: 'Penangkapan ikan bersirip di laut dengan kapal dan alat tangkap.',
      risks: risingWithScale('MEDIUM_LOW', 'HIGH'),
    },
    {
      code: '03221',
      title: 'Pembesaran Ikan Air Tawar Di Kolam',
      description: 'Pembesaran lele, nila, gurami dan ikan air tawar lain di kolam.',
      risks: risingWithScale('LOW', 'MEDIUM_LOW'),
    },
  ],
};
