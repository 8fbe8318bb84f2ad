import { describe, expect, it } from '@jest/globals';
import { BodiesUnderWay } from '../admit/bodies.ts';

describe('bodies on their way', () => {
  it('are bounded for one address, whose place others keep', () => {
    const bodies = new BodiesUnderWay({ atOnce: 5, perAddress: 2 });
    const isHere = bodies.expect('10.0.0.1');
    bodies.expect('10.0.0.1');
    expect(() => bodies.expect('10.0.0.1')).toThrow('Very many people');
    bodies.expect('10.0.0.2');
    isHere();
    isHere();
    bodies.expect('10.0.0.1');
    expect(() => bodies.expect('10.0.0.1')).toThrow('Very many people');
  });

  it('are bounded in all', () => {
    const bodies = new BodiesUnderWay({ atOnce: 3, perAddress: 2 });
    const [first] = ['a', 'b', 'c'].map((address) => bodies.expect(address));
    expect(() => bodies.expect('d')).toThrow('Very many people');
    first?.();
    expect(() => bodies.expect('d')).not.toThrow();
  });
});
