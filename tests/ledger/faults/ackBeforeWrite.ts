import { serve } from '#kit/serve.ts';
import businessLicensing from '../../../subgraphs/business-licensing/subgraph.ts';

const laterMs = 400;

// The licensing agency with a fault that the ledger test has to find: it says that an application is kept before it is.
await serve({
  ...businessLicensing,
  models: (connection) => {
    const models = businessLicensing.models(connection);
    const { collection } = models.applications;
    const insert = collection.insertOne.bind(collection);
    collection.insertOne = async (document) => {
      setTimeout(() => void insert(document).catch(() => {}), laterMs);
      return { acknowledged: true, insertedId: document._id } as never;
    };
    return models;
  },
});
