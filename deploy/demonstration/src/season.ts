import { localDates } from './time-of-week.js';

/** monthAndDay gives the month (1-12) and day of the Wednesday of a week. */
const monthAndDay = (week: string): { month: number; day: number } => {
	const wednesday = localDates(week)[2] ?? '2026-01-01';
	return { month: Number(wednesday.slice(5, 7)), day: Number(wednesday.slice(8, 10)) };
};

/** holidayFactor: the country works less in August and at the end of the year. */
const holidayFactor = (month: number, day: number): number => {
	if (month === 8) return 0.72;
	if (month === 12 && day > 20) return 0.5;
	return month === 7 ? 0.88 : 1;
};

/** seasonOf multiplies a platform's usual count by what the calendar of rights does to it in a week. */
export const seasonOf = (platform: string, week: string): number => {
	const { month, day } = monthAndDay(week);
	const everybody = holidayFactor(month, day);
	switch (platform) {
		case 'CAF_MON_COMPTE':
			return everybody * (day <= 8 ? 1.12 : 1) * (month === 1 ? 1.15 : 1) * (month === 8 ? 1.25 : 1);
		case 'FRANCE_TRAVAIL':
			return everybody * (day >= 26 || day <= 15 ? 1.12 : 0.9);
		case 'IMPOTS':
			return everybody * (month >= 4 && month <= 6 ? 1.9 : 0.8);
		case 'MES_SERVICES_ETUDIANT':
			return everybody * (month >= 3 && month <= 5 ? 2.2 : 0.8);
		case 'CHEQUE_ENERGIE':
			return everybody * (month >= 4 && month <= 5 ? 2 : 0.8);
		default:
			return everybody;
	}
};
