import type { FamilyMemberResolvers } from '../generated/resolvers.ts';

export const FamilyMember: FamilyMemberResolvers = {
  citizen: (person) => person,
};
