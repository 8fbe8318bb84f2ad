import type { MallFact } from '../types.ts';
import { largerCounters } from './counters.ts';
import { inauguratedSeptember2023 } from './inaugurations.ts';
import { longWeekdayHours, weekdayHours } from './openingHours.ts';

/** The malls of Kalimantan. Coordinates are those of the town, rounded. */
export const kalimantanMalls = [
  {
    id: 'mall-62.02',
    name: 'MPP Kabupaten Kotawaringin Timur',
    regionCode: '62.02',
    address: 'Sampit, Kabupaten Kotawaringin Timur',
    latitude: -2.53,
    longitude: 112.95,
    openedOn: '2023-09-26',
    openingHours: weekdayHours,
    agencyCodes: largerCounters,
    source: inauguratedSeptember2023,
    sample: ['address', 'latitude', 'longitude', 'openingHours', 'agencyCodes'],
  },
  {
    id: 'mall-63.06',
    name: 'MPP Kabupaten Hulu Sungai Selatan',
    regionCode: '63.06',
    address: 'Kandangan, Kabupaten Hulu Sungai Selatan',
    latitude: -2.78,
    longitude: 115.26,
    openingHours: weekdayHours,
    agencyCodes: largerCounters,
    source: 'infoaceh.net: pilot of MPP Digital, June 2023',
    sample: ['address', 'latitude', 'longitude', 'openingHours', 'agencyCodes'],
  },
  {
    id: 'mall-64.72',
    name: 'MPP Kota Samarinda',
    regionCode: '64.72',
    address: 'Samarinda, Kota Samarinda',
    latitude: -0.5,
    longitude: 117.15,
    openingHours: longWeekdayHours,
    agencyCodes: largerCounters,
    source: 'infoaceh.net: pilot of MPP Digital, June 2023',
    sample: ['address', 'latitude', 'longitude', 'openingHours', 'agencyCodes'],
  },
] as const satisfies readonly MallFact[];
