import { serve } from '#kit/serve.ts';
import businessLicensing from './subgraph.ts';

await serve(businessLicensing);
