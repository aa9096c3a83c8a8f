/** Asked is one metric that an expression asks for, with the values its labels must be equal to. */
export interface Asked {
	readonly name: string;
	readonly labels: Readonly<Record<string, string>>;
}

const notMetrics = new Set(['and', 'or', 'unless', 'bool', 'offset', 'inf', 'nan']);
const matcher = /(\w+)\s*=\s*"([^"]*)"/g;

/** metricsAsked lists the metrics of a PromQL expression: names that are neither a function, nor a keyword, nor a label. */
export const metricsAsked = (expression: string): Asked[] => {
	// Labels to group or match by stand in parentheses after their keyword.
	const bare = expression.replace(/\b(?:by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)/g, ' ');
	const words = /"[^"]*"|\[[^\]]*\]|\b\d[\w.]*|([a-zA-Z_:][\w:]*)\s*(\{[^}]*\}|\()?/g;
	return [...bare.matchAll(words)].flatMap(([, name, after]) => {
		if (name === undefined || after === '(' || notMetrics.has(name.toLowerCase())) return [];
		const labels = [...(after ?? '').matchAll(matcher)].map(([, label = '', value = '']) => [label, value]);
		return [{ name, labels: Object.fromEntries(labels) }];
	});
};
