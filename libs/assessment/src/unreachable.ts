/** For the end of a closed switch: damaged data is a fault with a name, never a silent nothing. */
export function unreachable(what: string, value: never): never {
  throw new TypeError(`Unknown ${what}: ${JSON.stringify(value)}`);
}
