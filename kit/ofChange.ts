import type { ApolloServerPlugin } from '@apollo/server';

const ofChanges = new WeakSet<object>();

/** Remembers which errors came of an operation that changes something: their words must not claim that it was not done. */
export const noteChanges: ApolloServerPlugin = {
  requestDidStart: async () => ({
    async didEncounterErrors({ operation, errors }) {
      if (operation?.operation !== 'mutation') return;
      for (const error of errors) ofChanges.add(error);
    },
  }),
};

/** Whether an error came of an operation that changes something, on a server with `noteChanges`. */
export function isOfChange(error: unknown): boolean {
  return typeof error === 'object' && error !== null && ofChanges.has(error);
}
