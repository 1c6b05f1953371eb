/** Paper is measured in millimetres here; PDF counts points of 1/72 inch. */
export const pointsPerMillimetre = 72 / 25.4;

/** @returns points */
export const mm = (millimetres: number): number => millimetres * pointsPerMillimetre;
