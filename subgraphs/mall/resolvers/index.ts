import { citizenReference, me } from '#kit/me.ts';

export const resolvers = { Query: { me }, Citizen: { __resolveReference: citizenReference } };
