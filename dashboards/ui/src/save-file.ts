/** saveFile hands a file made on the page to the reader, as a link to it would. */
export const saveFile = (content: Blob, name: string): void => {
	const address = URL.createObjectURL(content);
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.click();
	// The browser has taken the file once the click is over; a moment more is for those that ask first.
	setTimeout(() => URL.revokeObjectURL(address), 60_000);
};
