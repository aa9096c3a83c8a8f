/** nirKeyHolds tells whether the last two of a NIR's 15 characters are 97 - (the first 13 mod 97); 2A counts as 19, 2B as 18. */
export const nirKeyHolds = (nir: string): boolean => {
	const body = nir.slice(0, 13).toUpperCase().replace('2A', '19').replace('2B', '18');
	return 97n - (BigInt(body) % 97n) === BigInt(nir.slice(13));
};

/** spiKeyHolds tells whether the last three of a tax number's 13 digits are the first ten mod 511. */
export const spiKeyHolds = (spi: string): boolean => Number(spi.slice(0, 10)) % 511 === Number(spi.slice(10));

const numberOf = (character: string): string => String(Number.parseInt(character, 36));

/** ibanKeyHolds tells whether an IBAN, without its spaces, is 1 mod 97 (ISO 13616). */
export const ibanKeyHolds = (iban: string): boolean => {
	const digits = (iban.slice(4) + iban.slice(0, 4)).replace(/[A-Z]/gi, numberOf);
	return BigInt(digits) % 97n === 1n;
};
