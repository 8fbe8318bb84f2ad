import { asStored, Schema } from './storage.ts';

/** How many numbers a mall has given out online for one day, so that no two tickets have the same. */
export interface QueueDay {
  /** `mall|YYYY-MM-DD` */
  readonly _id: string;
  readonly given: number;
}

export const queueDaySchema = new Schema<QueueDay>({ _id: String, given: Number }, asStored);
