import type { Node } from '../../call/node.ts';

/** What a reference resolver was given beside the key: what the agency requires of others. */
interface Given {
  readonly given?: Node;
}

/** The people, works, shelves and towns of the small graph: the same objects for the agencies and for the monolith. */
export interface SmallWorld {
  readonly roots: Node;
  find(typename: string, reference: Node): Node | null;
}

const moods = ['GLAD', 'CALM', 'SAD', null];

/** Makes the world anew: mutations write into it. */
export function smallWorld(): SmallWorld {
  const notes: string[] = [];
  const people: Node[] = Array.from({ length: 5 }, (_, n) => person(n));
  const books: Node[] = Array.from({ length: 4 }, (_, n) => book(n));
  const films: Node[] = Array.from({ length: 3 }, (_, n) => film(n));
  const towns: Node[] = ['a', 'b', 'c'].map((code) => ({ __typename: 'Town', code, name: `town ${code}` }));
  const shelves: Node[] = [0, 1, 2].map((n) => ({
    __typename: 'Shelf',
    hall: { __typename: 'Hall', id: `h${n % 2}` },
    number: n,
    label: n === 1 ? null : `shelf ${n}`,
    full: n > 0,
  }));
  const things = [...books, ...films];
  const reviews: Node[] = Array.from({ length: 6 }, (_, n) => ({
    __typename: 'Review',
    stars: n % 5,
    text: n === 4 ? failing('no text') : `review ${n}`,
    author: () => at(people, n),
    about: () => at(things, n),
  }));
  for (const [n, town] of towns.entries()) town.twins = n === 2 ? null : () => [at(towns, n + 1)];

  function person(n: number): Node {
    return {
      __typename: 'Person',
      id: `p${n}`,
      email: `p${n}@example`,
      name: n === 3 ? null : `person ${n}`,
      age: n === 2 ? null : 20 + n * 20,
      mood: ({ strict }: { strict?: boolean }) => (strict && n === 1 ? fail('no mood') : moods[n % 4]),
      address: n === 4 ? null : { __typename: 'Address', street: `street ${n}`, town: () => at(towns, n) },
      friends: ({ first }: { first?: number }) =>
        n === 1 ? null : [at(people, n + 1), at(people, n + 2), at(people, n + 1)].slice(0, first ?? 3),
      boss: () => (n === 0 ? null : people[n - 1]),
      scores: [[n, null], null, []],
      grid: [[{ __typename: 'Cell', value: n / 2, who: () => at(people, n) }], null, []],
      nick: n === 4 ? failing('no nick') : `nick ${n}`,
      toString: `person as text ${n}`,
      works: () => [at(things, n), null, at(things, n + 3)],
      favourite: () => [at(books, n), at(people, n + 1), at(films, n), null][n % 4],
      shelf: () => (n === 2 ? null : at(shelves, n)),
      reviews: () => (n === 0 ? [] : [at(reviews, n)]),
      reputation: n % 2 === 0 ? 'LOW' : 'HIGH',
      budget: ({ currency }: { currency: string }) => (currency === 'USD' ? n : n * 1000),
      wishes: () => [at(books, n), null],
      parcels: () => [parcel(n), null],
      discountAge(this: Node & Given) {
        const age = this.given ? this.given.age : this.age;
        return typeof age === 'number' ? age > 50 : null;
      },
    };
  }

  function book(n: number): Node {
    return {
      __typename: 'Book',
      id: `b${n}`,
      title: n === 2 ? null : `book ${n}`,
      maker: () => at(people, n),
      pages: 100 + n,
      weight: n === 1 ? null : 10 * n,
      parts: () => [part(n), part(n + 1)],
      sequel: () => (n < 3 ? books[n + 1] : null),
      kind: 'BOOK',
      rating: n + 0.5,
      reviews: ({ first }: { first?: number }) => [at(reviews, n), at(reviews, n + 2)].slice(0, first ?? 2),
      best: () => at(reviews, n),
      price: ({ currency }: { currency?: string }) => (currency === 'USD' ? n + 1 : (n + 1) * 15_000),
      discount: n === 0 ? null : { __typename: 'Discount', percent: n * 10, reason: `reason ${n}` },
      shipping(this: Node & Given) {
        const { price, weight } = this.given ?? { price: n + 1, weight: this.weight };
        return typeof price === 'number' && typeof weight === 'number' ? price * 100 + weight : null;
      },
      bulky(this: Node & Given) {
        const { weight } = this.given ?? this;
        return typeof weight === 'number' ? weight > 10 : null;
      },
      saving(this: Node & Given) {
        const discount = (this.given ?? this).discount as Node | null;
        return typeof discount?.percent === 'number' ? `${discount.percent} %` : null;
      },
    };
  }

  function film(n: number): Node {
    return {
      __typename: 'Film',
      id: `f${n}`,
      title: `film ${n}`,
      maker: () => (n === 1 ? null : at(people, n + 1)),
      minutes: n === 2 ? failing('no minutes') : 90 + n,
      parts: () => [[part(n), null], null],
      related: () => [at(books, n), at(films, n + 1)],
      rating: null,
      reviews: () => [],
      best: () => at(reviews, n + 3),
    };
  }

  const part = (n: number): Node => ({
    __typename: 'Part',
    name: `part ${n}`,
    of: () => at(things, n + 2),
    shelf: () => (n % 3 === 0 ? null : at(shelves, n)),
  });
  const parcel = (n: number): Node => ({
    __typename: 'Parcel',
    id: `x${n}`,
    to: () => at(people, n + 1),
    what: () => [at(books, n), at(books, n + 1)],
    value: n * 5,
  });
  const note =
    (by: string) =>
    ({ text }: { text: string }) => {
      notes.push(`${by}: ${text}`);
      return { __typename: 'Notes', texts: [...notes], by };
    };

  const roots: Node = {
    me: () => people[0],
    people: ({ first }: { first: number }) => people.slice(0, first),
    constructor: 'built',
    person: ({ id }: { id: string }) => people.find((one) => one.id === id) ?? null,
    strictPerson: ({ id }: { id: string }) => people.find((one) => one.id === id) ?? null,
    noteAtPeople: note('people'),
    noteAtWorks: note('works'),
    failAtPeople: failing('not today'),
    things: ({ kind }: { kind?: string }) => [
      ...(kind === 'FILM' ? [] : books),
      null,
      ...(kind === 'BOOK' ? [] : films),
    ],
    thing: ({ id }: { id: string }) => things.find((one) => one.id === id) ?? null,
    search: () => [books[0], people[1], films[0], null, films[2]],
    books: ({ first }: { first: number }) => books.slice(0, first),
    topRated: () => [books[3], films[1]],
    reviews: ({ stars }: { stars?: number[] }) => reviews.filter((one) => !stars || stars.includes(Number(one.stars))),
    bargain: () => books[0],
    towns: () => towns,
    parcels: () => [parcel(0), parcel(3)],
  };

  return {
    roots,
    find(typename, reference) {
      const all =
        { Person: people, Book: books, Film: films, Thing: things, Town: towns, Shelf: shelves }[typename] ?? [];
      return all.find((one) => isMeant(one, reference)) ?? null;
    },
  };
}

function isMeant(one: Node, { id, email, code, number, hall }: Node): boolean {
  if (id !== undefined) return one.id === id;
  if (email !== undefined) return one.email === email;
  if (code !== undefined) return one.code === code;
  return one.number === number && (one.hall as Node).id === (hall as Node).id;
}

function at(list: readonly Node[], index: number): Node | undefined {
  return list[index % list.length];
}

function fail(message: string): never {
  throw new Error(message);
}

function failing(message: string): () => never {
  return () => fail(message);
}
