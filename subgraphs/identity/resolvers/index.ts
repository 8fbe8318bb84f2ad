import type { Resolvers } from '../generated/resolvers.ts';
import { Address } from './Address.ts';
import { Citizen } from './Citizen.ts';
import { Family } from './Family.ts';
import { FamilyMember } from './FamilyMember.ts';
import { IdentityApplication } from './IdentityApplication.ts';
import { Query } from './Query.ts';

export const resolvers: Resolvers = { Address, Citizen, Family, FamilyMember, IdentityApplication, Query };
