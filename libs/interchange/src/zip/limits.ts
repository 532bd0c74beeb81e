/** Bounds of a package; a caller may ask for tighter ones. */
export interface ZipLimits {
  readonly packedBytesMax: number;
  /** Of all entries together, counted while they are unpacked. */
  readonly unpackedBytesMax: number;
  readonly entriesMax: number;
  /** Unpacked over packed bytes, of each entry and of the whole package. */
  readonly ratioMax: number;
}

const mebibyte = 1_024 * 1_024;

export const zipLimits: ZipLimits = {
  packedBytesMax: 20 * mebibyte,
  unpackedBytesMax: 100 * mebibyte,
  entriesMax: 2_000,
  ratioMax: 100,
};

/** A short file of one repeated line packs better than the ratio allows and harms nobody. */
export const ratioFreeBytes = 64 * 1_024;
