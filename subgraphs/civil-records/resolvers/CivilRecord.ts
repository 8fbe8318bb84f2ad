import type { CivilRecordResolvers } from '../generated/resolvers.ts';

const typeOf = {
  BIRTH: 'BirthRecord',
  DEATH: 'DeathRecord',
  MARRIAGE: 'MarriageRecord',
  DIVORCE: 'DivorceRecord',
  MOVE: 'MoveRecord',
} as const;

export const CivilRecord: CivilRecordResolvers = {
  __resolveType: ({ kind }) => typeOf[kind],
};
