/** Posts are read by the two dozen: with all that a day's record may hold, the first screen of a room stays below 2,000 points (api.md 16). */
export const pageSize = 24;
