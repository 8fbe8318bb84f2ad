import type { MoveReportResolvers } from '../generated/resolvers.ts';
import { moveClass } from '../rules/move.ts';

export const MoveReport: MoveReportResolvers = {
  movers: ({ moverIds }) => moverIds.map((id) => ({ id })),
  origin: ({ originVillageCode }) => ({ code: originVillageCode }),
  class: ({ originVillageCode, destinationVillageCode }) => moveClass(originVillageCode, destinationVillageCode),
};
