import { atEveryScale, type CategoryFact, mediumAndLarge, risingWithScale } from './activity.ts';

export const transport: CategoryFact = {
  letter: 'H',
  title: 'Pengangkutan dan Pergudangan',
  activities: [
    {
      code: '49213',
      title: 'Angkutan bus Antarkota Dalam Provinsi (AKDP)',
      description: 'Angkutan bus dalam trayek antarkota di satu provinsi.',
      risks: mediumAndLarge('HIGH'),
    },
    {
      code: '49221',
      title: 'Angkutan Bus Pariwisata',
      description: 'Angkutan wisata dengan bus beserta pengemudinya.',
      risks: risingWithScale('MEDIUM_HIGH', 'HIGH'),
    },
    {
      code: '49424',
      title: 'Angkutan Ojek Motor',
      description: 'Angkutan penumpang dengan sepeda motor.',
      risks: risingWithScale('LOW', 'MEDIUM_LOW'),
    },
    {
      code: '49431',
      title: 'Angkutan Bermotor untuk Barang Umum',
      description: 'Angkutan barang dengan truk dan kendaraan bermotor lain.',
      risks: atEveryScale('MEDIUM_LOW'),
    },
    {
      code: '52101',
      title: 'Pergudangan dan Penyimpanan',
      description: 'Penyewaan ruang gudang untuk menyimpan barang.',
      risks: risingWithScale('LOW', 'MEDIUM_LOW'),
    },
    {
      code: '52215',
      title: 'Aktivitas Perparkiran di Luar Badan Jalan (Off Street Parking)',
      description: 'Pengelolaan gedung dan pelataran parkir.',
      risks: atEveryScale('MEDIUM_LOW'),
    },
    {
      code: '53201',
      title: 'Aktivitas Kurir',
      description: 'Pengambilan dan pengantaran dokumen dan barang.',
      risks: atEveryScale('MEDIUM_LOW'),
    },
  ],
};
