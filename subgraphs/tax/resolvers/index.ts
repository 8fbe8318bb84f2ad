import type { Resolvers } from '../generated/resolvers.ts';
import { BillingCode } from './BillingCode.ts';
import { Citizen } from './Citizen.ts';
import { Document } from './Document.ts';
import { Mutation } from './Mutation.ts';
import { Query } from './Query.ts';
import { TaxApplication } from './TaxApplication.ts';
import { TaxBranch } from './TaxBranch.ts';
import { TaxClearance } from './TaxClearance.ts';
import { TaxFile } from './TaxFile.ts';
import { Taxpayer } from './Taxpayer.ts';
import { TaxReturn } from './TaxReturn.ts';

export const resolvers: Resolvers = {
  Query,
  Mutation,
  Citizen,
  Taxpayer,
  TaxBranch,
  TaxReturn,
  BillingCode,
  TaxApplication,
  TaxClearance,
  TaxFile,
  Document,
};
