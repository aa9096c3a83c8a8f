import { defineConfig } from 'vitest/config';

export default defineConfig({
	resolve: { conditions: ['vigie-source'] },
	ssr: { resolve: { conditions: ['vigie-source'] } },
	test: { include: ['test/**/*.test.ts'] },
});
