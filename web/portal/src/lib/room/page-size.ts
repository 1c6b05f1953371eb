/** Posts are read by the thirty (portal.md "Room"). */
export const pageSize = 30;
