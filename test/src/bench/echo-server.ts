import Fastify from 'fastify';

/** A bare Fastify that answers with what it is sent: the most that a service on it could do. */
const server = Fastify();
server.post('/echo', async (request) => request.body);
const address = await server.listen({ host: '127.0.0.1', port: 0 });
process.stdout.write(`${address}\n`);
