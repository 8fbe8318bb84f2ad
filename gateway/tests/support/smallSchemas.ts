/**
 * Five small subgraphs with everything that makes federation hard: single, multiple, compound and nested keys,
 * `@requires` with and without arguments, `@provides`, `@shareable`, an interface entity with an interface object, unions,
 * enums, lists of lists, mutations in two agencies. They are of a shop and know no public service.
 */
export const smallSchemas: Readonly<Record<string, string>> = {
  people: `
    type Query {
      me: Person @shareable
      people(first: Int = 3): [Person!]
      person(id: ID!): Person
      strictPerson(id: ID!): Person!
      constructor: String
    }
    type Mutation {
      noteAtPeople(text: String!): Notes!
      failAtPeople: String
    }
    type Notes @shareable { texts: [String!]! by: String }
    type Person @key(fields: "id") @key(fields: "email") {
      id: ID!
      email: String!
      name: String @shareable
      age: Int
      mood(strict: Boolean = false): Mood
      address: Address
      friends(first: Int): [Person!]
      boss: Person
      scores: [[Int]]
      grid: [[Cell!]]
      nick: String!
      toString: String
    }
    type Address @shareable { street: String town: Town! }
    type Town @key(fields: "code", resolvable: false) { code: ID! }
    type Cell { value: Float! who: Person }
    enum Mood { GLAD CALM SAD }
  `,
  works: `
    type Query {
      me: Person @shareable
      things(kind: Kind): [Thing]
      thing(id: ID!): Thing
      search(text: String): [Hit]
      books(first: Int! = 2): [Book!]!
    }
    type Mutation { noteAtWorks(text: String!): Notes! }
    type Notes @shareable { texts: [String!]! by: String }
    enum Kind { BOOK FILM }
    union Hit = Person | Book | Film
    interface Thing @key(fields: "id") { id: ID! title: String maker: Person }
    interface Printed { pages: Int title: String }
    type Book implements Thing & Printed @key(fields: "id") {
      id: ID! title: String maker: Person pages: Int weight: Int parts: [Part!] sequel: Book kind: Kind
    }
    type Film implements Thing @key(fields: "id") {
      id: ID! title: String maker: Person minutes: Int! parts: [[Part]] related: [Thing!]
    }
    type Part { name: String of: Thing shelf: Shelf }
    type Shelf @key(fields: "hall { id } number") { hall: Hall! number: Int! label: String }
    type Hall @shareable { id: ID! }
    type Person @key(fields: "id") { id: ID! works: [Thing] favourite: Hit shelf: Shelf }
  `,
  ratings: `
    type Query { me: Person @shareable topRated: [Thing!] reviews(stars: [Int!]): [Review] }
    type Thing @key(fields: "id") @interfaceObject { id: ID! rating: Float reviews(first: Int = 2): [Review!]! best: Review }
    type Review { stars: Int! text: String author: Person @provides(fields: "name") about: Thing }
    type Person @key(fields: "id") { id: ID! name: String @external reviews: [Review!] reputation: Rank }
    enum Rank { LOW HIGH }
  `,
  prices: `
    type Query { me: Person @shareable bargain: Book towns: [Town!] }
    enum Currency { IDR USD }
    type Book @key(fields: "id") { id: ID! price(currency: Currency = IDR): Int discount: Discount }
    type Discount @shareable { percent: Int reason: String }
    type Person @key(fields: "email") { email: String! budget(currency: Currency! = IDR): Int wishes: [Book] }
    type Town @key(fields: "code") { code: ID! name: String! twins: [Town!] }
  `,
  shipping: `
    type Query { me: Person @shareable parcels: [Parcel!] }
    enum Currency { IDR USD }
    type Book @key(fields: "id") {
      id: ID!
      weight: Int @external
      price(currency: Currency = IDR): Int @external
      discount: Discount @external
      shipping: Int @requires(fields: "price(currency: USD) weight")
      bulky: Boolean @requires(fields: "weight")
      saving: String @requires(fields: "discount { percent }")
    }
    type Discount @shareable { percent: Int @external }
    type Parcel { id: ID! to: Person what: [Book!] value: Int }
    type Person @key(fields: "id") {
      id: ID!
      age: Int @external
      parcels: [Parcel]
      discountAge: Boolean @requires(fields: "age")
    }
    type Shelf @key(fields: "hall { id } number") { hall: Hall! number: Int! full: Boolean }
    type Hall @shareable { id: ID! }
  `,
};
