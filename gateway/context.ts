import type { QueryPlan } from '@apollo/query-planner';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import type { Principal } from '#kit/principal.ts';
import type { CostRules } from './admit/costRules.ts';
import type { Node } from './call/node.ts';
import type { RequestTrace } from './observe/requestTrace.ts';

/** One call to an agency, for the explanation of a request. */
export interface AgencyCall {
  readonly agency: string;
  readonly operation: string;
  readonly path: string;
  readonly ms: number;
  readonly error: string | null;
}

/** What an operation costs by the rules of the schema, and the most that one may. */
export interface EstimatedCost {
  readonly value: number;
  readonly limit: number;
}

/** The operation that was weighed, so that its cost can be told call by call. */
export interface WeighedOperation {
  readonly operation: OperationDefinitionNode;
  readonly document: DocumentNode;
  readonly variables: Node;
  readonly rules: CostRules;
}

/** What the gateway knows of one request. */
export interface GatewayContext {
  readonly principal: Principal;
  /** Why an officer asks for personal data, in the officer's words. */
  readonly purpose: string | undefined;
  /** The application or file that it is for, where the officer said so. */
  readonly caseId?: string | undefined;
  readonly requestId: string;
  /** Who look-ups are counted for: an opaque id of whoever is signed in, or an address. */
  readonly caller: string;
  /** Whether the caller wants to see the plan, and may. */
  readonly explain: boolean;
  /** Whether the caller wants to see what the operation costs. */
  readonly explainCost: boolean;
  /** Whether the caller wants to see which agencies are called at the moment, and may. */
  readonly explainAgencies?: boolean;
  /** Where traces are on. */
  readonly trace?: RequestTrace | undefined;
  /** Filled while the request is planned and executed. */
  readonly trail: {
    plan: QueryPlan | null;
    readonly calls: AgencyCall[];
    cost?: EstimatedCost;
    /** Only where the plan is asked for. */
    weighed?: WeighedOperation;
    operation?: string;
  };
}
