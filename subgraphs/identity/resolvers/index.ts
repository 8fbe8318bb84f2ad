import type { Resolvers } from '../generated/resolvers.ts';
import { Address } from './Address.ts';
import { Citizen } from './Citizen.ts';
import { Document } from './Document.ts';
import { Family } from './Family.ts';
import { FamilyMember } from './FamilyMember.ts';
import { IdentityApplication } from './IdentityApplication.ts';
import { IdentityFile } from './IdentityFile.ts';
import { Mutation } from './Mutation.ts';
import { Query } from './Query.ts';

export const resolvers: Resolvers = {
  Address,
  Citizen,
  Document,
  Family,
  FamilyMember,
  IdentityApplication,
  IdentityFile,
  Mutation,
  Query,
};
