import { afterEach, expect, test, vi } from 'vitest';
import { chromium, ensureCommand } from '../bootstrap/commands.mjs';

afterEach(() => vi.unstubAllEnvs());

test('a browser that a variable gives is not looked for, and without one the advice names the variable', async () => {
	vi.stubEnv('PATH', '/nowhere');
	vi.stubEnv('VIGIE_CHROMIUM', '');
	const progress = (): void => undefined;
	await expect(ensureCommand(chromium, progress)).rejects.toThrow('or set VIGIE_CHROMIUM');

	vi.stubEnv('VIGIE_CHROMIUM', '/opt/chromium');

	expect(await ensureCommand(chromium, progress)).toBe('/opt/chromium');
});
