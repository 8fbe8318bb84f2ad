import type { LoaderRequest } from '#kit/subgraph.ts';
import type { MallModels } from '../model.ts';
import { citizenChanges } from './citizens.ts';
import { deskChanges } from './desk.ts';
import { queueChanges } from './queue.ts';

/** How the mall changes what it stores: each change is one document, guarded in its filter. */
export function mallChanges(request: LoaderRequest<MallModels>) {
  return { ...citizenChanges(request), ...deskChanges(request), ...queueChanges(request) };
}
