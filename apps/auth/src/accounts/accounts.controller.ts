import { Body, Controller, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { Allow, CurrentUser, type Page, type Principal, Returns } from '#libs/platform';
import { z } from 'zod';

import {
  accountPage,
  accountResponse,
  type AccountResponse,
  changeMeRequest,
  type ChangeMeRequest,
  changePasswordRequest,
  type ChangePasswordRequest,
  changeStatusRequest,
  type ChangeStatusRequest,
  grantRolesRequest,
  type GrantRolesRequest,
  listAccountsQuery,
  type ListAccountsQuery,
  registerRequest,
  type RegisterRequest,
} from './accounts.dto.js';
import { AccountsService } from './accounts.service.js';

@Controller()
export class AccountsController {
  constructor(private readonly accounts: AccountsService) {}

  @Post('accounts')
  @Allow('account.register')
  @Returns(201, accountResponse, 'The new account, a learner')
  register(@Body({ schema: registerRequest }) request: RegisterRequest): Promise<AccountResponse> {
    return this.accounts.register(request);
  }

  @Get('accounts')
  @Allow('account.list')
  @Returns(200, accountPage, 'Accounts by address; search looks in address and name')
  list(@Query({ schema: listAccountsQuery }) query: ListAccountsQuery): Promise<Page<AccountResponse>> {
    return this.accounts.list(query);
  }

  @Put('accounts/:id/roles')
  @Allow('account.grant-roles')
  @Returns(200, accountResponse, 'The account with its new roles; its access tokens end within a minute')
  grantRoles(
    @CurrentUser() actor: Principal,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: grantRolesRequest }) request: GrantRolesRequest,
  ): Promise<AccountResponse> {
    return this.accounts.grantRoles(actor, id, request.roles);
  }

  @Put('accounts/:id/status')
  @Allow('account.suspend')
  @Returns(200, accountResponse, 'The account; a suspended one is signed out everywhere')
  changeStatus(
    @CurrentUser() actor: Principal,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: changeStatusRequest }) request: ChangeStatusRequest,
  ): Promise<AccountResponse> {
    return this.accounts.changeStatus(actor, id, request.status);
  }

  @Put('accounts/:id/email-verification')
  @Allow('account.vouch')
  @Returns(200, accountResponse, 'The account, its address confirmed on your word')
  vouch(@CurrentUser() actor: Principal, @Param('id', { schema: z.uuid() }) id: string): Promise<AccountResponse> {
    return this.accounts.vouchForEmail(actor, id);
  }

  @Get('me')
  @Allow('account.read-own')
  @Returns(200, accountResponse, 'Your account')
  me(@CurrentUser() user: Principal): Promise<AccountResponse> {
    return this.accounts.get(user.id);
  }

  @Patch('me')
  @Allow('account.change-own')
  @Returns(200, accountResponse, 'Your account with what you changed')
  changeOwn(
    @CurrentUser() user: Principal,
    @Body({ schema: changeMeRequest }) request: ChangeMeRequest,
  ): Promise<AccountResponse> {
    return this.accounts.changeOwn(user.id, request);
  }

  @Put('me/password')
  @Allow('account.change-own')
  @Returns(204, null, 'Changed; every session has ended')
  changePassword(
    @CurrentUser() user: Principal,
    @Body({ schema: changePasswordRequest }) request: ChangePasswordRequest,
  ): Promise<void> {
    return this.accounts.changePassword(user.id, request.currentPassword, request.newPassword);
  }
}
