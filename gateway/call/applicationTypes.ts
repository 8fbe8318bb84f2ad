import { buildSubgraphSchema } from '@apollo/subgraph';
import { getOperationAST, Kind, parse, type SelectionSetNode } from 'graphql';
import { applicationTypesName, applicationTypesSchema, fallbackType } from '../../schema/applicationTypes.ts';
import { collectFields, fragmentsOf } from '../answer/collectFields.ts';
import { type TypeTest, typeTest } from '../plan/typeTest.ts';
import type { Agency, AgencyAnswer, AgencyRequest, PreparedOperation } from './agency.ts';
import { isNode, type Node, own, setOwn } from './node.ts';

/** Writes what is asked of one application, of which its type and all that is known of it are given. */
type Describe = (known: Node) => Node;

/**
 * Answers for the generated subgraph of application types, in this process: it needs no agency and no network. Each
 * operation is compiled once, and then only copies: whatever it says of an application was in the reference.
 */
export class ApplicationTypes implements Agency {
  readonly agency = applicationTypesName;
  private readonly concrete: ReadonlySet<string>;
  private readonly isA: TypeTest;
  private readonly answers = new WeakMap<PreparedOperation, (typename: string) => Describe>();

  /** @param applicationTypes the concrete types of the graph; any other name becomes the fallback type */
  constructor(applicationTypes: readonly string[]) {
    this.concrete = new Set(applicationTypes);
    this.isA = typeTest(buildSubgraphSchema([{ typeDefs: parse(applicationTypesSchema(applicationTypes)) }]));
  }

  async ask({ operation, variables }: AgencyRequest): Promise<AgencyAnswer> {
    let describe = this.answers.get(operation);
    if (!describe) {
      describe = describer(operation, this.isA);
      this.answers.set(operation, describe);
    }
    const { representations } = JSON.parse(variables) as { representations: readonly unknown[] };
    const entities = representations.map((representation) => this.entity(representation, describe));
    return { data: { _entities: entities }, errors: [] };
  }

  /** An agency may know an application by its number alone: then the name of the type is all that there is to add. */
  private entity(representation: unknown, describe: (typename: string) => Describe): Node | null {
    if (!isNode(representation)) return null;
    const { id } = representation;
    const told = String(own(representation, '__typename'));
    const typeName = this.concrete.has(told) ? told : String(own(representation, 'typeName'));
    const __typename = this.concrete.has(typeName) ? typeName : fallbackType;
    return describe(__typename)({ __typename, id, typeName });
  }
}

/** Compiles an operation on references: for each type, under which names its fields are wanted. */
function describer({ text }: PreparedOperation, isA: TypeTest): (typename: string) => Describe {
  const document = parse(text, { noLocation: true });
  const fragments = fragmentsOf(document);
  const { selections = [] } = getOperationAST(document)?.selectionSet ?? {};
  const below: SelectionSetNode[] = selections.flatMap((selection) =>
    selection.kind === Kind.FIELD && selection.selectionSet ? [selection.selectionSet] : [],
  );
  const byType = new Map<string, Describe>();
  return (typename) => {
    const known = byType.get(typename);
    if (known) return known;
    const wanted = [...collectFields(below, typename, { fragments, variables: {}, isA })];
    const names = wanted.map(([key, [field]]) => [key, field?.name.value ?? key] as const);
    const describe: Describe = (application) => {
      const described: Node = {};
      for (const [key, name] of names) setOwn(described, key, application[name] ?? null);
      return described;
    };
    byType.set(typename, describe);
    return describe;
  };
}
