import type { GatewayExecutor } from '@apollo/server-gateway-interface';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import type { PlanningGateway } from '../../plan/planningGateway.ts';
import type { RandomOperation } from './randomOperation.ts';
import {
  askMonolith,
  compose,
  contextOf,
  fairWeather,
  type Scene,
  startSmallGateway,
  type Weather,
} from './smallGraph.ts';
import { smallSchemas } from './smallSchemas.ts';
import { smallWorld } from './smallWorld.ts';

type Operation = Pick<RandomOperation, 'text' | 'document' | 'variables'>;

/** The small graph behind both executors, and the same schema as one server. Every question meets a fresh world. */
export interface SmallPlatform {
  readonly api: GraphQLSchema;
  readonly gateway: PlanningGateway;
  ask(operation: Operation, weather?: Weather): Promise<ExecutionResult>;
  askApollo(operation: Operation): Promise<ExecutionResult>;
  askMonolith(operation: Operation): Promise<ExecutionResult>;
}

export async function startSmallPlatform(schemas = smallSchemas): Promise<SmallPlatform> {
  const { api } = compose(schemas);
  const scene: Scene = { world: smallWorld(), weather: fairWeather };
  const { gateway } = await startSmallGateway(scene, 'compiled', schemas);
  const { executor } = await startSmallGateway(scene, 'apollo', schemas);
  const meet = (weather: Weather) => {
    scene.world = smallWorld();
    scene.weather = weather;
  };
  return {
    api,
    gateway,
    async ask({ text, document, variables }, weather = fairWeather) {
      meet(weather);
      return gateway.operation({ queryHash: text, document }).execute(variables, contextOf());
    },
    async askApollo({ text, document, variables }) {
      meet(fairWeather);
      const request = { query: text, variables };
      const requestContext = { request, document, queryHash: text, context: contextOf(), metrics: {}, source: text };
      const execute = executor as GatewayExecutor;
      return execute(requestContext as unknown as Parameters<GatewayExecutor>[0]);
    },
    async askMonolith({ document, variables }) {
      return askMonolith(api, document, variables);
    },
  };
}
