import records from '@/data/reference/authorities.json';

/** The mean position of an authority's live postcodes, OS National Grid metres: never anyone's home. */
export interface Centre {
  readonly code: string;
  readonly easting: number;
  readonly northing: number;
}

export const authorityCentres: readonly Centre[] = records.map(({ code, easting, northing }) => ({
  code,
  easting,
  northing,
}));
