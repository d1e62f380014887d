/** An object without the fields that are undefined: as JSON has it. */
export function leanObject<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
