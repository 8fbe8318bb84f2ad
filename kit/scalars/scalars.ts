import { DateScalar, DateTimeScalar } from './date.ts';
import { NibScalar, NikScalar, NpwpScalar, RegionCodeScalar } from './numbers.ts';

/** The scalars of schema/shared.graphql, by their name in the schema. */
export const scalars = {
  Date: DateScalar,
  DateTime: DateTimeScalar,
  Nib: NibScalar,
  Nik: NikScalar,
  Npwp: NpwpScalar,
  RegionCode: RegionCodeScalar,
};
