/** What is known of an object before anything is made up, by field. */
export type Facts = Readonly<Record<string, unknown>>;

/** One object of the mocked graph. The same name has the same fields, whoever asks and however often. */
export class Thing {
  readonly type: string;
  readonly name: string;
  readonly known: Facts;

  constructor(type: string, name: string, known: Facts = {}) {
    this.type = type;
    this.name = name;
    this.known = known;
  }

  /** The same object, of which more is known. */
  with(more: Facts): Thing {
    return new Thing(this.type, this.name, { ...this.known, ...more });
  }
}

/** Names another object by its type and key. */
export class Ref {
  readonly type: string;
  readonly key: Facts;

  constructor(type: string, key: Facts) {
    this.type = type;
    this.key = key;
  }
}
