import type { Resolvers } from '../generated/resolvers.ts';
import { BirthRecord } from './BirthRecord.ts';
import { Citizen } from './Citizen.ts';
import { CivilApplication } from './CivilApplication.ts';
import { CivilRecord } from './CivilRecord.ts';
import { DeathRecord } from './DeathRecord.ts';
import { DivorceRecord } from './DivorceRecord.ts';
import { MarriageRecord } from './MarriageRecord.ts';
import { MoveRecord } from './MoveRecord.ts';
import { Query } from './Query.ts';

export const resolvers: Resolvers = {
  Query,
  Citizen,
  CivilRecord,
  BirthRecord,
  DeathRecord,
  MarriageRecord,
  DivorceRecord,
  MoveRecord,
  CivilApplication,
};
