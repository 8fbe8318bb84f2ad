import type { MallFact } from '../types.ts';
import { largerCounters } from './counters.ts';
import { inauguratedDecember2022 } from './inaugurations.ts';
import { weekdayHours } from './openingHours.ts';

/** The malls of Sulawesi. Coordinates are those of the town, rounded. */
export const sulawesiMalls = [
  {
    id: 'mall-74.71',
    name: 'MPP Kota Kendari',
    regionCode: '74.71',
    address: 'Kendari, Kota Kendari',
    latitude: -3.97,
    longitude: 122.52,
    openedOn: '2022-12-05',
    openingHours: weekdayHours,
    agencyCodes: largerCounters,
    source: inauguratedDecember2022,
    sample: ['address', 'latitude', 'longitude', 'openingHours', 'agencyCodes'],
  },
] as const satisfies readonly MallFact[];
