const REDRAW_MS = 200;
const PLAIN_PROGRESS_MS = 5_000;
const LABEL_WIDTH = 22;

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`.padStart(7);

/**
 * createSteps prints what a start does: one line a step with its time. On a terminal the running step is redrawn in place with
 * its progress; elsewhere progress is a line every few seconds.
 * @param {NodeJS.WriteStream} out
 */
export const createSteps = (out) => {
	const running = new Map();
	let drawn = 0;

	const erase = () => {
		if (drawn > 0) out.write(`\x1b[${drawn}A\x1b[0J`);
		drawn = 0;
	};
	const draw = () => {
		if (!out.isTTY) return;
		erase();
		for (const [label, { startedMs, text }] of running) {
			const line = `  … ${label.padEnd(LABEL_WIDTH)} ${seconds(performance.now() - startedMs)}  ${text}`;
			out.write(`${line.slice(0, (out.columns ?? 80) - 1)}\n`);
			drawn += 1;
		}
	};
	const print = (line) => {
		if (out.isTTY) erase();
		out.write(`${line}\n`);
		draw();
	};
	const tellPlainly = () => {
		for (const [label, state] of running) {
			const now = performance.now();
			if (state.text === '' || now - state.saidMs < PLAIN_PROGRESS_MS) continue;
			state.saidMs = now;
			print(`  … ${label.padEnd(LABEL_WIDTH)} ${seconds(now - state.startedMs)}  ${state.text}`);
		}
	};
	const timer = setInterval(out.isTTY ? draw : tellPlainly, REDRAW_MS);
	timer.unref();

	return {
		note: print,
		close: () => clearInterval(timer),
		async step(label, action) {
			const state = { startedMs: performance.now(), text: '', saidMs: performance.now() };
			running.set(label, state);
			const progress = (text) => {
				state.text = text;
			};
			draw();
			let mark = '✗';
			try {
				const value = await action(progress);
				mark = '✓';
				return value;
			} finally {
				running.delete(label);
				print(
					`  ${mark} ${label.padEnd(LABEL_WIDTH)} ${seconds(performance.now() - state.startedMs)}  ${state.text}`.trimEnd(),
				);
			}
		},
	};
};
