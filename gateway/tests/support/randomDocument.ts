import { randomNumbers } from './randomValue.ts';

/** A small document of random fields, aliases, directives and fragments; `cyclic` lets fragments spread themselves. */
export function randomDocument(seed: number, { cyclic = false } = {}): string {
  const random = randomNumbers(seed);
  const below = (most: number) => Math.floor(random() * most);
  const fragments = below(5);
  const directive = () => (random() < 0.2 ? ' @include(if: true)' : '');

  const selections = (level: number, from: number): string => {
    const written = Array.from({ length: 1 + below(3) }, () => selection(level, from));
    return `{ ${written.join(' ')} }`;
  };
  const selection = (level: number, from: number): string => {
    const chance = random();
    const first = cyclic ? 0 : from;
    if (chance < 0.3 && first < fragments) return `...F${first + below(fragments - first)}${directive()}`;
    if (chance < 0.45 && level > 0) return `...${directive()} ${selections(level - 1, from)}`;
    const name = ['a', 'b', '__typename', '__schema', '__type'][below(5)] ?? 'a';
    const alias = random() < 0.3 ? 'x: ' : '';
    return `${alias}${name}${directive()}${level > 0 && random() < 0.5 ? ` ${selections(level - 1, from)}` : ''}`;
  };

  const texts = Array.from({ length: fragments }, (_, index) => {
    return `fragment F${index} on T${directive()} ${selections(2, index + 1)}`;
  });
  return [`query Q${directive()} ${selections(3, 0)}`, ...texts].join('\n');
}
