import { createHttpServer, type HttpServerOptions } from '@vigie/kit/http-server';
import type { FastifyInstance } from 'fastify';

/** createApp makes the detector's HTTP side: health and figures for the operator, nothing else. It does not listen. */
export const createApp = (options: Omit<HttpServerOptions, 'bodyLimit'>): FastifyInstance =>
	createHttpServer({ ...options, bodyLimit: 1_024 });
