/** No guess was free, which chance does once in 10^12 times; the credential is tried again with other guesses. */
export class NoPlaceFree extends Error {
  constructor() {
    super('No free place in the status lists was guessed.');
    this.name = 'NoPlaceFree';
  }
}

/** Statuses change faster than the list can be signed; the next request tries again. */
export class StatusListUnsettled extends Error {
  constructor(list: number) {
    super(`Status list ${list} changed each time it was signed.`);
    this.name = 'StatusListUnsettled';
  }
}
