import { Module, RequestMethod, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { openApiOf, type ServiceDefinition, wellKnownPaths } from '#libs/platform';
import openapiTypeScript, { astToString } from 'openapi-typescript';

/** The OpenAPI document of a service as JSON text, and its types for the client. No database and no broker are needed. */
export async function openApiFiles({ name, module }: ServiceDefinition): Promise<Map<string, string>> {
  // Preview builds the graph of modules and creates nothing in it, so no controller meets its stand-ins.
  const app = await NestFactory.create<NestFastifyApplication>(doorsOnly(module), new FastifyAdapter(), {
    preview: true,
    logger: false,
    abortOnError: false,
  });
  const wellKnown = wellKnownPaths.map((path) => ({ path, method: RequestMethod.GET }));
  app.setGlobalPrefix(`api/${name}/v1`, { exclude: wellKnown });
  const json = JSON.stringify(openApiOf(app, name), null, 2);
  const types = astToString(await openapiTypeScript(JSON.parse(json)));
  return new Map([
    [`openapi/${name}.json`, `${json}\n`],
    [`libs/api-client/src/generated/${name}.d.ts`, types],
  ]);
}

/** A module with the controllers of `module` and a stand-in for everything that they are given. */
function doorsOnly(module: Type): Type {
  const controllers = controllersOf(module);
  const given = new Set(controllers.flatMap((controller) => list<Type>('design:paramtypes', controller)));
  class Doors {}
  Module({ controllers, providers: [...given].map((provide) => ({ provide, useValue: {} })) })(Doors);
  return Doors;
}

function controllersOf(module: Type): Type[] {
  return [...list<Type>('controllers', module), ...list<Type>('imports', module).flatMap(controllersOf)];
}

function list<Item>(key: string, target: Type): Item[] {
  return Reflect.getMetadata(key, target) ?? [];
}
