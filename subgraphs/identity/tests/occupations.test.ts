import { describe, expect, it } from '@jest/globals';
import { occupationOf, occupations } from '../occupations.ts';

describe('the occupations of the identity card', () => {
  it('have the codes 1 to 89, each once and in order', () => {
    expect(occupations.map(({ code }) => code)).toEqual(Array.from({ length: 89 }, (_, index) => String(index + 1)));
  });

  it('have a name of their own each', () => {
    expect(new Set(occupations.map(({ name }) => name)).size).toBe(89);
  });

  it.each([
    ['1', 'Belum/Tidak Bekerja'],
    ['5', 'Pegawai Negeri Sipil (PNS)'],
    ['9', 'Petani/Pekebun'],
    ['11', 'Nelayan/Perikanan'],
    ['15', 'Karyawan Swasta'],
    ['19', 'Buruh Harian Lepas'],
    ['65', 'Guru'],
    ['72', 'Dokter'],
    ['73', 'Bidan'],
    ['74', 'Perawat'],
    ['84', 'Pedagang'],
    ['88', 'Wiraswasta'],
    ['89', 'Lainnya'],
  ])('call %s %s', (code, name) => {
    expect(occupationOf(code)).toEqual({ code, name });
  });

  it('know no other code', () => {
    expect(occupationOf('90')).toBeNull();
    expect(occupationOf('01')).toBeNull();
  });
});
