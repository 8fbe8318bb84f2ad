import { serve } from '#kit/serve.ts';
import tax from './subgraph.ts';

await serve(tax);
