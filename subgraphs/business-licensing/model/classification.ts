import mongoose from 'mongoose';
import type { BusinessScale, KbliVersion, RiskLevel } from '../generated/resolvers.ts';

/** A kind of business activity, as it is stored: reference data, about nobody. */
export interface StoredClassification {
  /** `classificationId` */
  _id: string;
  version: KbliVersion;
  code: string;
  title: string;
  category: string;
  description: string;
  risks: ScaleRisk[];
  /** The level that decides whatever the place, for activities that the centre keeps. */
  centralAuthority: boolean;
  /** The words of the title, normalised for search. */
  words: string[];
  /** The category letter and every beginning of the code, from two digits to all five. */
  within: string[];
}

export interface ScaleRisk {
  scale: BusinessScale;
  level: RiskLevel;
}

const { Schema } = mongoose;

export const classificationSchema = new Schema<StoredClassification>(
  {
    _id: String,
    version: String,
    code: String,
    title: String,
    category: String,
    description: String,
    risks: [new Schema<ScaleRisk>({ scale: String, level: String }, { _id: false })],
    centralAuthority: Boolean,
    words: [String],
    within: [String],
  },
  { _id: false, versionKey: false, autoIndex: false },
)
  .index({ version: 1, _id: 1 })
  .index({ version: 1, within: 1, _id: 1 })
  .index({ version: 1, words: 1, _id: 1 });
