import { isIP } from 'node:net';

import { isPublicAddress } from './public-address.js';

const lengthMax = 2_048;
/** Names that mean this machine or this network (RFC 6761, RFC 6762, RFC 8375, RFC 9476), whatever a resolver says. */
const innerNames =
  /(^|\.)(localhost|local|localdomain|internal|intranet|lan|home\.arpa|alt|onion|test|invalid|example)$/;

/** An address that may be asked, or why it may not. */
export type OutboundUrl = { readonly url: URL } | { readonly fault: string };

/**
 * Reads an address that somebody outside has given. Only https on port 443, without user info; a host is a name with a dot in it or a
 * public IP address. The URL parser has already turned the many spellings of an IPv4 address (decimal, octal, short) into one.
 */
export function readOutboundUrl(text: string): OutboundUrl {
  if (text.length > lengthMax) return { fault: `The address is longer than ${lengthMax} characters.` };
  if (!URL.canParse(text)) return { fault: 'This is no address of a web page.' };
  const url = new URL(text);
  if (url.protocol !== 'https:') return { fault: 'Only addresses that begin with https:// are asked.' };
  if (url.username !== '' || url.password !== '') return { fault: 'The address must not hold a name or a password.' };
  if (url.port !== '') return { fault: 'Only the usual port of https (443) is asked.' };
  const fault = hostFault(url.hostname);
  return fault === null ? { url } : { fault };
}

function hostFault(hostname: string): string | null {
  const address = hostname.replace(/^\[|\]$/g, '');
  if (isIP(address) !== 0) return isPublicAddress(address) ? null : notPublic;
  if (hostname.endsWith('.')) return 'The name of the host must not end with a dot.';
  return !hostname.includes('.') || innerNames.test(hostname) ? notPublic : null;
}

export const notPublic = 'The address does not lie on the public internet.';
