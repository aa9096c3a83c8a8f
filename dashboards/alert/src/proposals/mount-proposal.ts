import { mount, unmount } from 'svelte';
import ProposalForm from './ProposalForm.svelte';

/** mountProposal puts the way to propose a platform at a place; returns what takes it away. */
export const mountProposal = (place: Element): (() => void) => {
	const form = mount(ProposalForm, { target: place });
	return () => void unmount(form);
};
