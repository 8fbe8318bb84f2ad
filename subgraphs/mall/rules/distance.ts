export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

const earthRadiusKm = 6_371;
const kmPerDegree = (Math.PI / 180) * earthRadiusKm;

/** The distance between two places along the surface of the earth, by the haversine formula. */
export function distanceKm(from: Place, to: Place): number {
  const latitudes = radians(to.latitude - from.latitude);
  const longitudes = radians(to.longitude - from.longitude);
  const half =
    Math.sin(latitudes / 2) ** 2 +
    Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * Math.sin(longitudes / 2) ** 2;
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** The latitudes between which everything within some kilometres lies. */
export function latitudesWithin(place: Place, km: number): { readonly south: number; readonly north: number } {
  // A hair more than needed, so that rounding never loses a place on the edge; the distance itself decides.
  const reach = (km / kmPerDegree) * 1.001;
  return { south: place.latitude - reach, north: place.latitude + reach };
}

/** Those of the places that lie within some kilometres, the nearest first. */
export function nearest<Item extends { readonly latitude: number | null; readonly longitude: number | null }>(
  items: readonly Item[],
  from: Place,
  km: number,
): Item[] {
  return items
    .flatMap((item) => {
      const { latitude, longitude } = item;
      if (latitude === null || longitude === null) return [];
      return [{ item, distance: distanceKm(from, { latitude, longitude }) }];
    })
    .filter(({ distance }) => distance <= km)
    .sort((one, other) => one.distance - other.distance)
    .map(({ item }) => item);
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
