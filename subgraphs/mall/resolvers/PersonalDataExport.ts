import type { PersonalDataExportResolvers } from '../generated/resolvers.ts';
import { exportOperations } from '../rules/exportOperations.ts';

export const PersonalDataExport: PersonalDataExportResolvers = {
  operations: () => exportOperations().map((operation) => ({ ...operation, fields: [...operation.fields] })),
};
