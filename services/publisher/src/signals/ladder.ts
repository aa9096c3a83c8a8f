import { FRANCE, type PrivateSignal, type Rung, type SeriesCoordinates } from '@vigie/schemas/signal';
import { codesOf, regionOf } from '@vigie/schemas/taxonomy';

/** SignalRefused says why a signal of the detector is not judged; no value is in it. */
export class SignalRefused extends Error {
	override name = 'SignalRefused';
}

const ancestorsOf = (territory: string): readonly string[] => {
	if (territory === FRANCE) return [FRANCE];
	if (territory.startsWith('R')) return [territory, FRANCE];
	const departement = codesOf('departements').find((code) => code === territory);
	if (departement === undefined) throw new SignalRefused('a territory that the taxonomy does not know');
	return [territory, `R${regionOf(departement)}`, FRANCE];
};

const isCoarserOrSame = (coarse: SeriesCoordinates, fine: SeriesCoordinates): boolean =>
	coarse.platform === fine.platform &&
	(coarse.step === null || coarse.step === fine.step) &&
	(coarse.kind === null || coarse.kind === fine.kind) &&
	ancestorsOf(fine.territory).includes(coarse.territory);

/** namesNoMore tells whether a sentence speaks of its own coordinates only. */
const namesNoMore = ({ coordinates, sentence }: Rung): boolean => {
	const own = new Set(Object.values(coordinates));
	return Object.values(sentence.parameters).every((code) => own.has(code));
};

/** checkLadder refuses a ladder that does not climb from a series to its ancestors, or whose words say more than its rung. */
export const checkLadder = ({ ladder }: PrivateSignal): void => {
	ladder.forEach((rung, index) => {
		const finer = ladder[index - 1];
		if (finer && !isCoarserOrSame(rung.coordinates, finer.coordinates))
			throw new SignalRefused('a rung of the ladder is no ancestor of the one before');
		if (!namesNoMore(rung)) throw new SignalRefused('a sentence names more than its coordinates');
	});
};
