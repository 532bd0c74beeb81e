/** Addresses are told apart without regard to case, as every mail system in use does. */
export function foldEmail(email: string): string {
  return email.normalize('NFKC').toLowerCase();
}

/** Enough of an address to recognise it by, too little to write to it: `l…r@school.example`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  const local = [...email.slice(0, at)];
  const shown = local.length > 2 ? `${local[0]}…${local.at(-1)}` : '…';
  return `${shown}${email.slice(at)}`;
}
