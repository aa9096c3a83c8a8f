/** within gives what `work` gives, or rejects after `ms`; the work itself goes on, and its end is nobody's any more. */
export const within = <Value>(ms: number, work: Promise<Value>): Promise<Value> => {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_resolve, reject) => {
		timer = setTimeout(() => reject(new Error(`no answer after ${ms} ms`)), ms);
	});
	return Promise.race([work, late]).finally(() => clearTimeout(timer));
};
