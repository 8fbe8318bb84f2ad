import type { Resolvers } from '../generated/resolvers.ts';
import { BillingCode } from './BillingCode.ts';
import { Citizen } from './Citizen.ts';
import { Query } from './Query.ts';
import { TaxApplication } from './TaxApplication.ts';
import { TaxBranch } from './TaxBranch.ts';
import { Taxpayer } from './Taxpayer.ts';
import { TaxReturn } from './TaxReturn.ts';

export const resolvers: Resolvers = {
  Query,
  Citizen,
  Taxpayer,
  TaxBranch,
  TaxReturn,
  BillingCode,
  TaxApplication,
};
