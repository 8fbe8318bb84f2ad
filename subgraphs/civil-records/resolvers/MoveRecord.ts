import type { MoveRecordResolvers } from '../generated/resolvers.ts';
import { moveClass } from '../rules/move.ts';
import { fieldsOfEveryRecord, findRecordOfKind } from './everyRecord.ts';

export const MoveRecord: MoveRecordResolvers = {
  __resolveReference: (reference, context) => findRecordOfKind('MOVE', reference, context),
  ...fieldsOfEveryRecord,
  movers: ({ moverIds }) => moverIds.map((id) => ({ id })),
  destination: ({ destinationVillageCode }) => ({ code: destinationVillageCode }),
  class: ({ originVillageCode, destinationVillageCode }) => moveClass(originVillageCode, destinationVillageCode),
};
