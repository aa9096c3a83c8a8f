import { type Browser, chromium as driver } from 'playwright-core';
import { chromium, findCommand } from '../../deploy/local/bootstrap/commands.mjs';

/** launchChromium starts the machine's own Chromium, quiet: it calls nowhere by itself. */
export const launchChromium = async (): Promise<Browser> => {
	const executablePath = process.env.VIGIE_CHROMIUM ?? findCommand(chromium.commands);
	if (executablePath === null) throw new Error(`Chromium is not on this machine: ${chromium.advice}`);
	return driver.launch({
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
