import { createHash } from 'node:crypto';
import { type Adapter, type AdapterPayload, errors } from 'oidc-provider';
import { isAlreadyThere } from '#kit/mongo.ts';
import type { OneIdModels, OneIdRecord } from './model.ts';

/** Kinds that are good once: whoever comes second with one has stolen it, or lost it to a thief. */
const notTwice = 'It was used already.';

/**
 * Keeps what the provider must remember in identity's own database, so that it survives a restart and is the same for
 * every process of the agency. Codes, refresh tokens and session ids are stored as digests only.
 *
 * @returns a function from the kind of a record to where records of that kind are kept
 */
export function recordAdapter({ oneIdRecords }: OneIdModels): (kind: string) => Adapter {
  const revokeByGrantId = async (grantId: string): Promise<void> => {
    await oneIdRecords.deleteMany({ $or: [{ grantId }, { _id: recordId('Grant', grantId) }] });
  };

  return (kind) => ({
    async upsert(id, payload, expiresIn) {
      const record = recordOf(kind, id, payload, expiresIn);
      if (kind === 'ReplayDetection') return rememberOnce(record);
      const { _id, ...rest } = record;
      await oneIdRecords.updateOne({ _id }, { $set: rest }, { upsert: true });
    },

    async find(id) {
      const record = await oneIdRecords.findOne({ _id: recordId(kind, id) }).lean();
      return record ? { ...payloadOf(record), jti: id } : undefined;
    },

    async findByUid(uid) {
      const record = await oneIdRecords.findOne({ sessionUid: uid }).sort({ _id: 1 }).lean();
      return record ? payloadOf(record) : undefined;
    },

    /** Devices without a browser are not served. */
    findByUserCode: async () => undefined,

    async consume(id) {
      // Of two who come at the same time one finds it consumed, and then neither keeps what came of it.
      const consumed = await oneIdRecords
        .findOneAndUpdate({ _id: recordId(kind, id), consumedAt: null }, { $set: { consumedAt: new Date() } })
        .lean();
      if (consumed) return;
      const record = await oneIdRecords.findOne({ _id: recordId(kind, id) }, { grantId: 1 }).lean();
      if (record?.grantId) await revokeByGrantId(record.grantId);
      throw new errors.InvalidGrant(notTwice);
    },

    async destroy(id) {
      await oneIdRecords.deleteOne({ _id: recordId(kind, id) });
    },

    revokeByGrantId,
  });

  async function rememberOnce(record: OneIdRecord): Promise<void> {
    try {
      await oneIdRecords.create([record]);
    } catch (error) {
      if (isAlreadyThere(error)) throw new errors.InvalidClientAuth(notTwice);
      throw error;
    }
  }
}

function recordOf(kind: string, id: string, payload: AdapterPayload, expiresIn: number): OneIdRecord {
  const { jti: _secret, consumed, ...rest } = payload;
  return {
    _id: recordId(kind, id),
    kind,
    payload: JSON.stringify(rest),
    grantId: payload.grantId ?? null,
    sessionUid: kind === 'Session' ? (payload.uid ?? null) : null,
    consumedAt: consumed === undefined ? null : new Date(consumed * 1_000),
    expiresAt: new Date(Date.now() + expiresIn * 1_000),
  };
}

function payloadOf({ payload, consumedAt }: OneIdRecord): AdapterPayload {
  const consumed = consumedAt ? { consumed: Math.floor(consumedAt.getTime() / 1_000) } : {};
  return { ...(JSON.parse(payload) as AdapterPayload), ...consumed };
}

function recordId(kind: string, id: string): string {
  return createHash('sha256').update(`${kind}:${id}`).digest('base64url');
}
