import type { PilotFact } from './types.ts';

const launchList = 'infoaceh.net: list of the 21 pilots at the launch of MPP Digital, 20 June 2023';

/** The 21 regencies and cities that began MPP Digital in 2023. */
export const pilots = [
  { regionCode: '35.10', name: 'Kabupaten Banyuwangi', source: launchList },
  { regionCode: '33.02', name: 'Kabupaten Banyumas', source: launchList },
  { regionCode: '33.29', name: 'Kabupaten Brebes', source: launchList },
  { regionCode: '33.15', name: 'Kabupaten Grobogan', source: launchList },
  { regionCode: '63.06', name: 'Kabupaten Hulu Sungai Selatan', source: launchList },
  {
    regionCode: '62.02',
    name: 'Kabupaten Kotawaringin Timur',
    inferred: 'The list says only "Kotawaringin"; the report of 26 September 2023 names Timur as a pilot.',
    source: `${launchList}; voi.id/ar/news/314249`,
  },
  { regionCode: '35.20', name: 'Kabupaten Magetan', source: launchList },
  { regionCode: '16.05', name: 'Kabupaten Musi Rawas', source: launchList },
  { regionCode: '33.14', name: 'Kabupaten Sragen', source: launchList },
  { regionCode: '35.23', name: 'Kabupaten Tuban', source: launchList },
  { regionCode: '11.71', name: 'Kota Banda Aceh', source: launchList },
  { regionCode: '21.71', name: 'Kota Batam', source: launchList },
  { regionCode: '13.75', name: 'Kota Bukittinggi', source: launchList },
  { regionCode: '74.71', name: 'Kota Kendari', source: launchList },
  { regionCode: '33.71', name: 'Kota Magelang', source: launchList },
  { regionCode: '18.72', name: 'Kota Metro', source: launchList },
  { regionCode: '35.76', name: 'Kota Mojokerto', source: launchList },
  { regionCode: '64.72', name: 'Kota Samarinda', source: launchList },
  { regionCode: '33.72', name: 'Kota Surakarta', source: launchList },
  { regionCode: '21.72', name: 'Kota Tanjung Pinang', source: launchList },
  { regionCode: '34.71', name: 'Kota Yogyakarta', source: launchList },
] as const satisfies readonly PilotFact[];
