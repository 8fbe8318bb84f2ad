/**
 * The graph of the public federation gateway benchmark (graphql-hive/graphql-gateways-benchmark on GitHub): accounts,
 * inventory, products and reviews. Types, relations and the numbers of users, products and reviews are the benchmark's
 * own, so that its query takes the same 16 calls and an answer of about the same weight; the texts are invented.
 *
 * Written in federation 1, which every gateway takes; composition brings it up to federation 2.
 */
export const publicSchemas: Readonly<Record<string, string>> = {
  accounts: `
    extend type Query { me: User user(id: ID!): User users: [User] }
    type User @key(fields: "id") { id: ID! name: String username: String birthday: Int }`,
  inventory: `
    extend type Product @key(fields: "upc") {
      upc: String! @external
      weight: Int @external
      price: Int @external
      inStock: Boolean
      shippingEstimate: Int @requires(fields: "price weight")
    }`,
  products: `
    extend type Query { topProducts(first: Int = 5): [Product] }
    type Product @key(fields: "upc") { upc: String! name: String price: Int weight: Int }`,
  reviews: `
    type Review @key(fields: "id") { id: ID! body: String product: Product author: User @provides(fields: "username") }
    extend type User @key(fields: "id") { id: ID! @external username: String @external reviews: [Review] }
    extend type Product @key(fields: "upc") { upc: String! @external reviews: [Review] }`,
};

interface Product {
  readonly upc: string;
  readonly price?: number;
  readonly weight?: number;
}

const names = ['Meja', 'Sofa', 'Gelas', 'Kursi', 'Televisi', 'Lampu', 'Panggangan', 'Kulkas', 'Dipan'];
const prices = [899, 1299, 15, 499, 1299, 6999, 3999, 100_000, 9999];
const weights = [100, 1000, 20, 100, 1000, 300, 2000, 6000, 800];
const inStock = [true, false, false, false, true, true, true, false, true];
const products = names.map((name, at) => ({ upc: String(at + 1), name, price: prices[at], weight: weights[at] }));
const users = ['satu', 'dua', 'tiga', 'empat', 'lima', 'enam'].map((word, at) => ({
  id: String(at + 1),
  name: `Warga Contoh ${word}`,
  username: `warga.${word}`,
  birthday: 1_234_567_890,
}));
/** Which product each review is about, and how long its text is. */
const reviewsOf: readonly (readonly [upc: string, length: number])[] = [
  ...[445, 290, 275, 142].map((length) => ['1', length] as const),
  ...[445, 290, 275, 142].map((length) => ['2', length] as const),
  ['3', 142],
  ['4', 142],
  ['4', 868],
];
const reviews = reviewsOf.map(([upc, length], at) => ({
  id: String(at + 1),
  body: 'Barang ini sesuai dengan gambarnya dan sampai tepat waktu. '.repeat(20).slice(0, length),
  product: { upc },
  author: { id: '1', username: users[0]?.username },
}));

/** The resolvers of each of its subgraphs, on data in memory. */
export const publicResolvers: Readonly<Record<string, object>> = {
  accounts: {
    Query: {
      me: () => users[0],
      user: (_: unknown, { id }: { id: string }) => users.find((user) => user.id === id),
      users: () => users,
    },
    User: { __resolveReference: ({ id }: { id: string }) => users.find((user) => user.id === id) },
  },
  inventory: {
    Product: {
      inStock: ({ upc }: Product) => inStock[Number(upc) - 1],
      shippingEstimate: ({ price = 0, weight = 0 }: Product) => (price > 1_000 ? 0 : Math.floor(weight / 2)),
    },
  },
  products: {
    Query: { topProducts: (_: unknown, { first }: { first: number }) => products.slice(0, first) },
    Product: { __resolveReference: ({ upc }: Product) => products.find((product) => product.upc === upc) },
  },
  reviews: {
    User: { reviews: () => reviews.slice(0, 2) },
    Product: { reviews: ({ upc }: Product) => reviews.filter(({ product }) => product.upc === upc) },
    Review: { __resolveReference: ({ id }: { id: string }) => reviews.find((review) => review.id === id) },
  },
};

/** The benchmark's nested query: users, their reviews, the products, the reviews of those, and so on. */
export const publicQuery = `
query PublicBenchmark {
  users { ...Who reviews { ...Text product { ...Item reviews { ...Text author { ...Who reviews { ...Text product { ...Item } } } } } } }
  topProducts { ...Item reviews { ...Text author { ...Who reviews { ...Text product { ...Item } } } } }
}
fragment Who on User { id username name }
fragment Text on Review { id body }
fragment Item on Product { inStock name price shippingEstimate upc weight }`.trim();
