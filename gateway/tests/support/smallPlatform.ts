import type { GatewayExecutor } from '@apollo/server-gateway-interface';
import type { PlanningGateway } from '../../plan/planningGateway.ts';
import type { FuzzedGraph } from './fuzz.ts';
import { randomOperation } from './randomOperation.ts';
import {
  askExecutor,
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

/** The small graph behind both executors, and the same schema as one server. Every question meets a fresh world. */
export interface SmallPlatform extends FuzzedGraph {
  readonly gateway: PlanningGateway;
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
    operation: (seed, kind) => randomOperation(api, seed, { kind }),
    async ask({ text, document, variables }, weather = fairWeather) {
      meet(weather);
      return gateway.operation({ queryHash: text, document }).execute(variables, contextOf());
    },
    async askApollo(operation) {
      meet(fairWeather);
      return askExecutor(executor as GatewayExecutor, operation);
    },
    async askMonolith({ document, variables }) {
      return askMonolith(api, document, variables);
    },
  };
}
