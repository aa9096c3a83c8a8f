// Health check of a container, which has no curl: `node deploy/images/check-health.mjs 8081`.
const [port] = process.argv.slice(2);
const { ok } = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => ({ ok: false }));
process.exitCode = ok ? 0 : 1;
