import { type Caller, OpenLoop, type Phase } from './openLoop.ts';

/** What the client's process is asked, in this order of life: `begin` once, then phases and herds, and `acknowledged` at last. */
export type ClientRequest =
  | {
      readonly what: 'begin';
      readonly ports: readonly number[];
      readonly readers: readonly Caller[];
      readonly writers: readonly Caller[];
      readonly seed: string;
    }
  | ({ readonly what: 'phase' } & Phase)
  | { readonly what: 'herd' }
  | { readonly what: 'acknowledged' };

// The client of the reliability tests, a process of its own: what it measures is not delayed by what its parent does.
let loop: OpenLoop | null = null;

async function answer(request: ClientRequest): Promise<unknown> {
  if (request.what === 'begin') {
    loop = new OpenLoop(request);
    return null;
  }
  if (!loop) throw new Error('It has not begun.');
  if (request.what === 'phase') return loop.run(request);
  if (request.what === 'herd') return loop.herd();
  return [...loop.acknowledged];
}

process.on('message', (request: ClientRequest) => {
  answer(request).then(
    (result) => process.send?.({ result }),
    (error: Error) => process.send?.({ error: error.message }),
  );
});
process.on('disconnect', () => process.exit(0));
