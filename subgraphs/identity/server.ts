import { serve } from '#kit/serve.ts';
import { identity } from './subgraph.ts';

await serve(identity);
