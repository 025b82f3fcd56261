/** What a reader must know of distance figures, in the words shown beside them. */
export const distanceCaveats = {
  centroids:
    'Most distances run between the middles of postcode districts: half are within about 1 mile of the true one, and about 1 in 25 falls on the wrong side of 20 miles.',
  unknown:
    'Distance is not known for some children for good reason: unaccompanied asylum-seeking, abandoned, or a confidential address.',
  notStock: 'These are placements newly made in the period, not all children in care on one day.',
  straight: 'Distance is a straight line on the map, not the journey.',
  boundary: 'A postcode district that crosses a boundary counts in the authority with most of its postcodes.',
  overlap: 'A child can have several needs: the rows overlap and must not be added up.',
  mix: 'Residential placements are both farther away and dearer: compare within a type.',
  centre: 'This is measured from the middle of the placing authority, not from the child’s home.',
} as const;

export const distanceSource =
  'Department for Education, children looked after statistics: methodology (straight-line distance on National Grid references); positions from Ordnance Survey Code-Point Open 2025.4';
