import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { localDay, startOfDay, timeZoneOf } from '#kit/localTime.ts';
import { regencyOf, regionPath } from '#kit/regionCode.ts';
import { distanceKm, latitudesWithin, nearest } from '../rules/distance.ts';
import { isOfferedIn, levelOf, parentOf, readableName, searchedBeginnings, searchNameOf } from '../rules/regions.ts';
import { beginningWith, normalised, wordsOf } from '../rules/searchText.ts';

describe('a name that the register writes in capitals', () => {
  it.each([
    ['KABUPATEN BANYUWANGI', 'Kabupaten Banyuwangi'],
    ['KOTA TANJUNG PINANG', 'Kota Tanjung Pinang'],
    ['DKI JAKARTA', 'DKI Jakarta'],
    ['DI YOGYAKARTA', 'DI Yogyakarta'],
    ['DAERAH ISTIMEWA YOGYAKARTA', 'Daerah Istimewa Yogyakarta'],
    ['DAERAH KHUSUS JAKARTA', 'Daerah Khusus Jakarta'],
    ['KABUPATEN PANGKAJENE DAN KEPULAUAN', 'Kabupaten Pangkajene dan Kepulauan'],
    ['KABUPATEN TOJO UNA-UNA', 'Kabupaten Tojo Una-Una'],
    ['KABUPATEN X KOTO', 'Kabupaten X Koto'],
  ])('%s is read as %s', (capitals, readable) => expect(readableName(capitals)).toBe(readable));

  it('is left alone when it has small letters already', () => expect(readableName("So'ewali II")).toBe("So'ewali II"));

  it('is not changed by a second reading', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z]{3,12}( [A-Z]{3,12}){0,3}$/), (name) => {
        expect(readableName(readableName(name))).toBe(readableName(name));
      }),
    );
  });
});

describe('a region code', () => {
  it('tells how large the region is', () => {
    expect(['35', '35.10', '35.10.01', '35.10.01.2001'].map(levelOf)).toEqual([
      'PROVINCE',
      'REGENCY',
      'DISTRICT',
      'VILLAGE',
    ]);
    expect(() => levelOf('351')).toThrow(RangeError);
  });

  it('tells what the region lies in', () => {
    expect(parentOf('35.10.01.2001')).toBe('35.10.01');
    expect(parentOf('35')).toBeNull();
    expect(regionPath('35.10.01')).toEqual(['35', '35.10', '35.10.01']);
    expect(regencyOf('35.10.01.2001')).toBe('35.10');
    expect(regencyOf('35')).toBe('35');
  });
});

describe('what is offered in some regions only', () => {
  it('is offered in a village of one of them, and in their province', () => {
    const offered = (code: string) => isOfferedIn(['35.10', '33.14'], code);
    expect(['35.10', '35.10.01.2001', '35', '33'].filter(offered)).toHaveLength(4);
    expect(['35.1', '35.20', '34', '35.11.01'].filter(offered)).toEqual([]);
    expect(isOfferedIn(['ALL'], '96.01')).toBe(true);
  });
});

describe('searching a region', () => {
  it('finds it without Kabupaten or Kota', () => {
    expect(searchNameOf('Kabupaten Banyuwangi', 'REGENCY')).toBe('banyuwangi');
    expect(searchNameOf('Kota Administrasi Jakarta Pusat', 'REGENCY')).toBe('jakarta pusat');
  });

  it('keeps a village that is named after a town whole', () => {
    expect(searchNameOf('Kota Besi Hulu', 'VILLAGE')).toBe('kota besi hulu');
  });

  it('takes what was typed both ways', () => {
    expect(searchedBeginnings('Kota  BATAM')).toEqual(['kota batam', 'batam']);
    expect(searchedBeginnings("o'o'u")).toEqual(['oou']);
  });
});

describe('a searched text', () => {
  it('does not depend on case, accents, dots or dashes', () => {
    expect(normalised('  Fak-Fak, Timur. ')).toBe('fak fak timur');
    expect(normalised('Pélabuhan Ratu')).toBe('pelabuhan ratu');
    expect(wordsOf('Akta kelahiran', 'Birth certificate (akta)')).toEqual([
      'akta',
      'kelahiran',
      'birth',
      'certificate',
    ]);
  });

  it('holds no character that a pattern would read as a command', () => {
    fc.assert(fc.property(fc.string(), (text) => expect(normalised(text)).toMatch(/^[a-z0-9 ]*$/)));
    expect(beginningWith(normalised('.*')).test('anything')).toBe(true);
    expect(normalised('.*')).toBe('');
  });
});

const banyuwangi = { latitude: -8.22, longitude: 114.37 };
const place = fc.record({
  latitude: fc.double({ min: -11, max: 6, noNaN: true }),
  longitude: fc.double({ min: 95, max: 141, noNaN: true }),
});

describe('the distance between two places', () => {
  it('agrees with the map', () => {
    const jakarta = { latitude: -6.1754, longitude: 106.8272 };
    const surabaya = { latitude: -7.2575, longitude: 112.7521 };
    expect(distanceKm(jakarta, surabaya)).toBeGreaterThan(655);
    expect(distanceKm(jakarta, surabaya)).toBeLessThan(670);
    expect(distanceKm(jakarta, jakarta)).toBe(0);
  });

  it('is the same in both directions', () => {
    fc.assert(fc.property(place, place, (a, b) => expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 6)));
  });

  it('is never within reach outside the latitudes that are looked through', () => {
    fc.assert(
      fc.property(place, place, fc.integer({ min: 1, max: 500 }), (from, to, km) => {
        fc.pre(distanceKm(from, to) <= km);
        const { south, north } = latitudesWithin(from, km);
        expect(to.latitude).toBeGreaterThanOrEqual(south);
        expect(to.latitude).toBeLessThanOrEqual(north);
      }),
    );
  });

  it('orders the malls, and leaves out those too far or without a place', () => {
    const malls = [
      { name: 'Denpasar', latitude: -8.65, longitude: 115.22 },
      { name: 'Jembrana', latitude: -8.36, longitude: 114.62 },
      { name: 'unknown', latitude: null, longitude: null },
      { name: 'Jakarta', latitude: -6.22, longitude: 106.83 },
    ];
    expect(nearest(malls, banyuwangi, 150).map(({ name }) => name)).toEqual(['Jembrana', 'Denpasar']);
  });
});

describe('the time of a region', () => {
  it.each([
    ['11.71', 'WIB'],
    ['35.10', 'WIB'],
    ['62.02', 'WIB'],
    ['63.06', 'WITA'],
    ['51.05', 'WITA'],
    ['74.71', 'WITA'],
    ['81', 'WIT'],
    ['96.01', 'WIT'],
  ] as const)('of %s is %s', (code, zone) => expect(timeZoneOf(code)).toBe(zone));

  it('turns the day at its own midnight', () => {
    expect(localDay(new Date('2026-11-23T16:30:00Z'), 'WIB')).toBe('2026-11-23');
    expect(localDay(new Date('2026-11-23T16:30:00Z'), 'WITA')).toBe('2026-11-24');
    expect(startOfDay('2026-11-24', 'WIT')).toEqual(new Date('2026-11-23T15:00:00Z'));
  });
});
