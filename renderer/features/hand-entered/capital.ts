/** Channel names stand within sentences elsewhere; on a button of their own they begin with a capital. */
export const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
