import mongoose from 'mongoose';

/** How every collection of the mall is kept: ids of our own, no version counter, indexes made by the start-up step. */
export const asStored = { versionKey: false, autoIndex: false, minimize: false } as const;

export const { Schema } = mongoose;

/** Kept as it was given: a value whose shape another module's type describes. */
export const { Mixed } = mongoose.Schema.Types;
