import { type Asking, entitiesOf, hasValue, type Reference } from './costs.ts';
import { addTwins, type Register, type Row, referenceTo } from './registers.ts';

/** For how many rows it is asked at once whether they are shown. */
const rowsAtOnce = 100;

/** What the references to a type are made from. */
export interface ReferencesWanted {
  readonly asking: Asking;
  readonly register: Register;
  readonly rows: readonly Row[];
  /** A selection of everything that the type has. */
  readonly whole: string;
  readonly many: number;
}

/** As many references as are wanted, those that lead to something first. */
export interface FoundReferences {
  readonly references: readonly Reference[];
  /** How many of them lead to something for whoever asks. */
  readonly seen: number;
  /** Whether the agency takes any reference for one of its own, so that it may read for each of them. */
  readonly answersAll: boolean;
}

/**
 * References to real rows. Where whoever asks sees fewer rows than wanted, twins of the visible ones join them, and what is
 * still missing are references to nothing.
 */
export async function referencesTo({
  asking,
  register,
  rows,
  whole,
  many,
}: ReferencesWanted): Promise<FoundReferences> {
  const { type, agency } = asking;
  const toNothing = Array.from({ length: many }, (_, index) => ({
    __typename: type.name,
    ...Object.fromEntries(type.key.map((field) => [field, `nothing-${index}`])),
  }));
  const [answered] = await entitiesOf(asking, toNothing.slice(0, 1), type.key.join(' '));
  const answersAll = answered !== null;
  const visible = await visibleTo(asking, rows, answersAll ? whole : null, many);
  // A twin is known to whoever answers only where that one keeps the rows itself.
  if (register.keeper.agency === agency && !answersAll && visible.length < many) {
    const twins = await addTwins(register, visible, many - visible.length);
    visible.push(...(await visibleTo(asking, twins, null, many)));
  }
  const others = rows.filter((row) => !visible.includes(row));
  const real = [...visible, ...others].map((row) => referenceTo(type, row)).filter((reference) => reference !== null);
  return {
    references: [...real, ...toNothing].slice(0, many),
    seen: Math.min(visible.length, many),
    answersAll,
  };
}

/** The rows that whoever asks is shown, until there are enough; by the values of `whole` where every reference is answered. */
async function visibleTo(asking: Asking, rows: readonly Row[], whole: string | null, enough: number): Promise<Row[]> {
  const { type } = asking;
  const visible: Row[] = [];
  for (let start = 0; start < rows.length && visible.length < enough; start += rowsAtOnce) {
    const asked = rows.slice(start, start + rowsAtOnce).flatMap((row) => {
      const reference = referenceTo(type, row);
      return reference === null ? [] : [{ row, reference }];
    });
    if (asked.length === 0) continue;
    const references = asked.map(({ reference }) => reference);
    const answers = await entitiesOf(asking, references, whole ?? type.key.join(' '));
    const isSeen = (answer: unknown) => (whole === null ? answer !== null : hasValue(answer, type.key));
    visible.push(...asked.filter((_, index) => isSeen(answers[index])).map(({ row }) => row));
  }
  return visible;
}
