import { type Stored, sealed } from '#kit/vault/sealed.ts';
import { asStored, Schema } from './storage.ts';

/** What a citizen finds wrong with a service. */
export interface Complaint {
  /** The complaint number. */
  readonly _id: string;
  readonly citizenId: string;
  readonly serviceCode: string;
  readonly applicationId: string | null;
  readonly text: string;
  readonly filedAt: Date;
}

/** What people write about an office may tell anything about them. */
export const sealedComplaint = sealed<Complaint>()('complaints', ['text']);
export type StoredComplaint = Stored<typeof sealedComplaint>;

export const complaintSchema = new Schema<StoredComplaint>(
  { _id: String, citizenId: String, serviceCode: String, applicationId: String, text: String, filedAt: Date },
  asStored,
).index({ citizenId: 1, filedAt: -1, _id: -1 });
