import { randomUUID } from 'node:crypto';
import { serve } from '#kit/serve.ts';
import { Mutation } from '../../../subgraphs/business-licensing/resolvers/Mutation.ts';
import businessLicensing from '../../../subgraphs/business-licensing/subgraph.ts';

type Resolver = (root: unknown, sent: { readonly input: object }, context: unknown, info: unknown) => unknown;
const registerBusiness = Mutation.registerBusiness as Resolver;

// The licensing agency with a fault that the ledger test has to find: it forgets under which key it was asked.
await serve({
  ...businessLicensing,
  resolvers: {
    ...businessLicensing.resolvers,
    Mutation: {
      ...Mutation,
      registerBusiness: ((root, { input }, context, info) =>
        registerBusiness(root, { input: { ...input, idempotencyKey: randomUUID() } }, context, info)) as Resolver,
    } as never,
  },
});
