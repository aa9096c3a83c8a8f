/** isPossible tells whether two codes of two dimensions can meet in one event; true for any pair without a rule. */
export function isPossible(_dimA: string, _codeA: string, _dimB: string, _codeB: string): boolean {
	return true;
}
