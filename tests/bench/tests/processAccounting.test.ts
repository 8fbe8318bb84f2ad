import { describe, expect, it } from '@jest/globals';
import { coresOf, parseProcStat, treeOf } from '../measure/processAccounting.ts';

const line = (pid: number, name: string, parent: number, user: number, system: number) =>
  `${pid} (${name}) S ${parent} 1 1 0 -1 4194304 9 9 0 0 ${user} ${system} 7 8 20 0 11 0 12345 987654321 2500 18446744073709551615 1 1`;

describe('accounting of processes', () => {
  it('reads the times and the memory from a line of /proc', () => {
    expect(parseProcStat(line(42, 'node', 7, 130, 20))).toEqual({
      ...{ pid: 42, parent: 7, ticks: 150, residentPages: 2_500 },
    });
  });

  it('is not misled by a name with spaces and brackets', () => {
    expect(parseProcStat(line(42, 'my (odd) name 1 2', 7, 1, 2))).toMatchObject({ pid: 42, parent: 7, ticks: 3 });
  });

  it('counts a process, its children and theirs, and nobody else', () => {
    const processes = [
      line(4, 'grandchild', 3, 1, 0),
      line(1, 'init', 0, 100, 100),
      line(2, 'gateway', 1, 1, 0),
      line(3, 'worker', 2, 1, 0),
      line(5, 'other', 1, 50, 50),
    ].map(parseProcStat);
    expect(treeOf(2, processes).map(({ pid }) => pid)).toEqual([2, 3, 4]);
    expect(treeOf(9, processes)).toEqual([]);
  });

  it('puts load and gateway on different cores where there are two', () => {
    expect(coresOf(2)).toEqual({ load: '0', gateway: '1', workers: '1' });
    expect(coresOf(4)).toEqual({ load: '0', gateway: '3', workers: '2,3' });
  });
});
