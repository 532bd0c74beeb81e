import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { action, Allow, AlsoReturns, CurrentUser, type Page, type Principal, Returns } from '#libs/platform';
import { z } from 'zod';

import { DecisionListsService } from './decision-lists.service.js';
import {
  cohortCredentialsQuery,
  type CohortCredentialsQuery,
  credentialHistoryResponse,
  type CredentialHistoryResponse,
  credentialsQuery,
  type CredentialsQuery,
  decideRequest,
  type DecideRequest,
  heldCredentialPage,
  type HeldCredentialResponse,
} from './decisions.dto.js';
import { DecisionsService } from './decisions.service.js';

const id = z.uuid();
const revokedBefore = 'It was revoked, and that is final (`credential_revoked`)';

@Controller()
export class DecisionsController {
  constructor(
    private readonly decisions: DecisionsService,
    private readonly lists: DecisionListsService,
  ) {}

  @Get('credentials')
  @Allow('credential.list')
  @Returns(200, heldCredentialPage, 'Badges and certificates of everybody, newest first')
  list(@Query({ schema: credentialsQuery }) query: CredentialsQuery): Promise<Page<HeldCredentialResponse>> {
    return this.lists.list(query);
  }

  @Get('cohorts/:id/credentials')
  @Allow('credential.list-cohort')
  @Returns(200, heldCredentialPage, 'What the learners of a cohort hold in its course, newest first')
  listOfCohort(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) cohortId: string,
    @Query({ schema: cohortCredentialsQuery }) query: CohortCredentialsQuery,
  ): Promise<Page<HeldCredentialResponse>> {
    return this.lists.listOfCohort(user, cohortId, query);
  }

  @Get('credentials/:id/history')
  @Allow('credential.read-history')
  @Returns(200, credentialHistoryResponse, 'What was decided about a credential, by whom and why')
  history(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) credentialId: string,
  ): Promise<CredentialHistoryResponse> {
    return this.lists.history(user, credentialId);
  }

  @Post(action('credentials/:id', 'revoke'))
  @Allow('credential.decide')
  @Returns(204, null, 'It is revoked for good')
  revoke(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) credentialId: string,
    @Body({ schema: decideRequest }) { reason }: DecideRequest,
  ): Promise<void> {
    return this.decisions.decide(user, credentialId, { choice: 'revoke', reason });
  }

  @Post(action('credentials/:id', 'suspend'))
  @Allow('credential.decide')
  @Returns(204, null, 'It is suspended until somebody reinstates it')
  @AlsoReturns(409, null, revokedBefore)
  suspend(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) credentialId: string,
    @Body({ schema: decideRequest }) { reason }: DecideRequest,
  ): Promise<void> {
    return this.decisions.decide(user, credentialId, { choice: 'suspend', reason });
  }

  @Post(action('credentials/:id', 'reinstate'))
  @Allow('credential.decide')
  @Returns(204, null, 'It counts again')
  @AlsoReturns(409, null, `${revokedBefore}, or it is not earned any more (\`credential_not_earned\`)`)
  reinstate(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) credentialId: string,
    @Body({ schema: decideRequest }) { reason }: DecideRequest,
  ): Promise<void> {
    return this.decisions.decide(user, credentialId, { choice: 'reinstate', reason });
  }
}
