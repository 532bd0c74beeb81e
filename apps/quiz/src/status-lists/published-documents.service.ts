import { Injectable } from '@nestjs/common';

import { IssuerService } from '../issuer/issuer.service.js';
import { StatusListsService } from './status-lists.service.js';

/** Everything that we publish for those who verify our credentials, by its address and without a request to ourselves. */
@Injectable()
export class PublishedDocumentsService {
  constructor(
    private readonly issuer: IssuerService,
    private readonly statusLists: StatusListsService,
  ) {}

  /** The issuer's profile, keys, key set, DID document (also by its `did:web`) and status lists; null for what is not ours. */
  async resolve(url: string): Promise<object | null> {
    return (await this.issuer.resolve(url)) ?? (await this.statusLists.resolve(url));
  }
}
