export type ZipRefusalCode =
  | 'too_large'
  | 'not_a_zip'
  | 'unsupported'
  | 'too_many_entries'
  | 'encrypted'
  | 'unsafe_path'
  | 'duplicate'
  | 'link'
  | 'overlap'
  | 'lying_size'
  | 'ratio'
  | 'damaged'
  | 'nested_archive';

/** Why a package is not read at all; `message` says how to mend it. */
export interface ZipRefusal {
  readonly code: ZipRefusalCode;
  readonly message: string;
  /** The entry that is at fault; null where it is the package. */
  readonly path: string | null;
}

/** Thrown inside of this folder only: the many checks of a package would drown in results that are passed up. */
export class ZipRefused extends Error {
  readonly refusal: ZipRefusal;

  constructor(code: ZipRefusalCode, message: string, path: string | null = null) {
    super(message);
    this.refusal = { code, message, path };
  }
}
