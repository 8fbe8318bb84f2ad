import type { Resolvers } from '../generated/resolvers.ts';
import { BirthRecord } from './BirthRecord.ts';
import { BirthReport } from './BirthReport.ts';
import { Citizen } from './Citizen.ts';
import { CivilApplication } from './CivilApplication.ts';
import { CivilFile } from './CivilFile.ts';
import { CivilRecord } from './CivilRecord.ts';
import { DeathRecord } from './DeathRecord.ts';
import { DeathReport } from './DeathReport.ts';
import { DivorceRecord } from './DivorceRecord.ts';
import { Document } from './Document.ts';
import { LifeEventOutput } from './LifeEventOutput.ts';
import { MarriageRecord } from './MarriageRecord.ts';
import { MoveRecord } from './MoveRecord.ts';
import { MoveReport } from './MoveReport.ts';
import { Mutation } from './Mutation.ts';
import { Query } from './Query.ts';

export const resolvers: Resolvers = {
  Query,
  Mutation,
  Citizen,
  CivilRecord,
  BirthRecord,
  DeathRecord,
  MarriageRecord,
  DivorceRecord,
  MoveRecord,
  CivilApplication,
  BirthReport,
  DeathReport,
  MoveReport,
  LifeEventOutput,
  CivilFile,
  Document,
};
