/** ATTESTATION_KEY is the name, in the key directory, of the key that codes of attestations are made with. */
export const ATTESTATION_KEY = 'attestations';
