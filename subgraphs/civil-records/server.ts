import { serve } from '#kit/serve.ts';
import civilRecords from './subgraph.ts';

await serve(civilRecords);
