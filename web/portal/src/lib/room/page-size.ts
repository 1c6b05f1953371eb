/** A screen and more of posts (portal.md). */
export const pageSize = 30;
