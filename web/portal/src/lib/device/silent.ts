/** How the server says that this browser's device must sign before it answers. */
export const silentHeader = 'heya-device';
export const silentValue = 'prove';
