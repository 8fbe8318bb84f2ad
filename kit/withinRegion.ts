/**
 * The part of a store query that keeps a region and everything in it: `35.10` holds `35.10.13` and `35.10.13.2001`. One
 * range of an index on the field serves it.
 */
export function withinRegion(regionCode: string): { readonly $gte: string; readonly $lt: string } {
  // A slash is the character after the dot that ends the code of the region above.
  return { $gte: regionCode, $lt: `${regionCode}/` };
}
