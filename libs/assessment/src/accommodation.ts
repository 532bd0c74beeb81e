/** A learner's standing adjustments; they apply to every quiz. */
export interface Accommodation {
  /** Multiplies time limits; 1 changes nothing. */
  readonly timeFactor: number;
  readonly extraAttempts: number;
  /** No waiting between attempts. */
  readonly waivesCooldown?: boolean;
}

/** For a learner without any. */
export const noAccommodation: Required<Accommodation> = Object.freeze({
  timeFactor: 1,
  extraAttempts: 0,
  waivesCooldown: false,
});
