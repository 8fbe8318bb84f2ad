import type { MallFact } from '../types.ts';
import { basicCounters } from './counters.ts';
import { inauguratedDecember2024, inauguratedSeptember2023 } from './inaugurations.ts';
import { weekdayHours } from './openingHours.ts';

/** The malls of Maluku and Papua. Coordinates are those of the town, rounded. */
export const malukuPapuaMalls = [
  {
    id: 'mall-81.08',
    name: 'MPP Kabupaten Maluku Barat Daya',
    regionCode: '81.08',
    address: 'Blok D Ruko Pelayanan, Tiakur, Maluku Barat Daya',
    latitude: -8.18,
    longitude: 127.79,
    openedOn: '2025-07-21',
    openingHours: weekdayHours,
    agencyCodes: basicCounters,
    source: 'inewsutama.com 2025/07: inaugurated on 21 July 2025',
    sample: ['latitude', 'longitude', 'openingHours', 'agencyCodes'],
  },
  {
    id: 'mall-82.03',
    name: 'MPP Kabupaten Halmahera Utara',
    regionCode: '82.03',
    address: 'Tobelo, Kabupaten Halmahera Utara',
    latitude: 1.73,
    longitude: 128.01,
    openedOn: '2023-09-26',
    openingHours: weekdayHours,
    agencyCodes: basicCounters,
    source: inauguratedSeptember2023,
    sample: ['address', 'latitude', 'longitude', 'openingHours', 'agencyCodes'],
  },
  {
    id: 'mall-91.05',
    name: 'MPP Kabupaten Kepulauan Yapen',
    regionCode: '91.05',
    address: 'Serui, Kabupaten Kepulauan Yapen',
    latitude: -1.88,
    longitude: 136.24,
    openedOn: '2024-12-12',
    openingHours: weekdayHours,
    agencyCodes: basicCounters,
    source: inauguratedDecember2024,
    sample: ['address', 'latitude', 'longitude', 'openingHours', 'agencyCodes'],
  },
  {
    id: 'mall-92.08',
    name: 'MPP Kabupaten Kaimana',
    regionCode: '92.08',
    address: 'Kaimana, Kabupaten Kaimana',
    latitude: -3.66,
    longitude: 133.77,
    openedOn: '2024-12-12',
    openingHours: weekdayHours,
    agencyCodes: basicCounters,
    source: inauguratedDecember2024,
    sample: ['address', 'latitude', 'longitude', 'openingHours', 'agencyCodes'],
  },
] as const satisfies readonly MallFact[];
