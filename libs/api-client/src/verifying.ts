import type { Client } from 'openapi-fetch';

import { asFile } from './content.js';
import type { paths } from './generated/quiz.js';
import { unwrap } from './transport.js';

/** Credentials of anybody, verified for anybody. */
export function verifyingApi(client: Client<paths>) {
  return {
    /** The text of a credential (JSON or JWT), or an address where one lies. */
    verify: (body: { text: string } | { url: string }) => unwrap(client.POST('/api/quiz/v1/verifications', { body })),
    /** A file of any of the four kinds; the server tells them apart by content. */
    verifyFile: (file: Blob) =>
      unwrap(client.POST('/api/quiz/v1/verifications:file', asFile(file, 'application/octet-stream'))),
  };
}
