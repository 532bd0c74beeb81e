/** An address as `auth` writes it. */
export function asStored(email: string): string {
  return email.normalize('NFKC').toLowerCase();
}
