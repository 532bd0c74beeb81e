import { RequestMethod } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { openApiOf, type ServiceDefinition } from '#libs/platform';
import openapiTypeScript, { astToString } from 'openapi-typescript';

/** The OpenAPI document of a service as JSON text, and its types for the client. No database and no broker are needed. */
export async function openApiFiles({ name, module }: ServiceDefinition): Promise<Map<string, string>> {
  const adapter = new FastifyAdapter();
  // Preview builds the module graph and creates no provider, so nothing connects to anything.
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, { preview: true, logger: false });
  const wellKnown = { path: '.well-known/jwks.json', method: RequestMethod.GET };
  app.setGlobalPrefix(`api/${name}/v1`, { exclude: [wellKnown] });
  const json = JSON.stringify(openApiOf(app, name), null, 2);
  const types = astToString(await openapiTypeScript(JSON.parse(json)));
  return new Map([
    [`openapi/${name}.json`, `${json}\n`],
    [`libs/api-client/src/generated/${name}.d.ts`, types],
  ]);
}
