import { weekBounds } from '@vigie/schemas/calendar';

/** Campaign is a time of the year in which everybody must use a platform: as known in advance as a holiday. Days are MM-DD, both included. */
interface Campaign {
	readonly platform: string;
	readonly from: string;
	readonly until: string;
}

/** The income tax return (April to June, with the questions before and after it), the students' file for grants and housing, the sending of the energy cheque. */
const CAMPAIGNS: readonly Campaign[] = [
	{ platform: 'IMPOTS', from: '04-01', until: '06-30' },
	{ platform: 'MES_SERVICES_ETUDIANT', from: '03-01', until: '05-31' },
	{ platform: 'CHEQUE_ENERGIE', from: '04-01', until: '05-31' },
];

const DAY_MS = 86_400_000;
const THURSDAY = 3.5;

/** isCampaign tells whether most of a week lies in a campaign of a platform. */
const isCampaign = (platform: string, week: string): boolean => {
	const day = new Date(weekBounds(week).start.getTime() + THURSDAY * DAY_MS).toISOString().slice(5, 10);
	return CAMPAIGNS.some((one) => one.platform === platform && day >= one.from && day <= one.until);
};

/** A campaign doubles what a platform is used for, seldom more; what goes beyond is no campaign's. */
const MOST = 2.5;

/**
 * firstCampaigns tells by how much each platform is used more, between 1 and 2.5, in a campaign that nobody has counted yet: its rise is the calendar's. Every kind, step and région of
 * the platform is expected to rise as much, so that a failure of its own still shows. Once the weeks of a year before are known, they say what a campaign brings.
 */
export const firstCampaigns = (
	week: string,
	platforms: readonly { platform: string; y: number; mu: number; isSecondYear: boolean }[],
): ((platform: string) => number) => {
	const rises = new Map(
		platforms
			.filter(({ platform, mu, isSecondYear }) => !isSecondYear && mu > 0 && isCampaign(platform, week))
			.map(({ platform, y, mu }) => [platform, Math.min(MOST, Math.max(1, y / mu))] as const),
	);
	return (platform) => rises.get(platform) ?? 1;
};
