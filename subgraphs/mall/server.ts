import { serve } from '#kit/serve.ts';
import mall from './subgraph.ts';

await serve(mall);
