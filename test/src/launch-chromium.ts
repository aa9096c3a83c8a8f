import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const candidates = [
	process.env.VIGIE_CHROMIUM,
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
];

/** launchChromium starts the machine's own Chromium, quiet: it calls nowhere by itself. */
export const launchChromium = async (): Promise<Browser> => {
	const executablePath = candidates.find((path) => path !== undefined && existsSync(path));
	if (executablePath === undefined)
		throw new Error('Chromium is not on this machine: install it, or set VIGIE_CHROMIUM');
	return chromium.launch({
		executablePath,
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
		],
	});
};
