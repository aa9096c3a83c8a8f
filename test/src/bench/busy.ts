import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { OwnStack } from '../own-stack.js';

const Lock = z.object({ children: z.array(z.object({ name: z.string(), pid: z.int() })) });
/** Ticks a second in which Linux counts a process's time: USER_HZ, the same on every architecture that Node runs on (time(7)). */
const TICKS = 100;
/** Where utime and stime stand behind the name, which may hold spaces: fields 14 and 15 of proc(5), counted from field 3. */
const UTIME = 11;

/** processesOf reads the engines and services of a stack, by name. */
export const processesOf = async (stack: OwnStack): Promise<ReadonlyMap<string, number>> => {
	const { children } = Lock.parse(JSON.parse(await readFile(join(stack.keys, '..', 'lock.json'), 'utf8')));
	return new Map(children.map(({ name, pid }) => [name, pid]));
};

const secondsOf = async (pid: number): Promise<number> => {
	const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	return (Number(fields[UTIME]) + Number(fields[UTIME + 1])) / TICKS;
};

/** busyDuring tells the share of one core that each process of a stack took while something lasted, by name. */
export const busyDuring = async (
	stack: OwnStack,
	something: () => Promise<unknown>,
): Promise<ReadonlyMap<string, number>> => {
	const processes = [...(await processesOf(stack))];
	const read = () => Promise.all(processes.map(([, pid]) => secondsOf(pid)));
	const before = await read();
	const startedMs = performance.now();
	await something();
	const lastedS = (performance.now() - startedMs) / 1_000;
	const after = await read();
	return new Map(
		processes.map(([name], index) => [name, ((after[index] ?? 0) - (before[index] ?? 0)) / lastedS]),
	);
};
