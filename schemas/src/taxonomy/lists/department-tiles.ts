import type { DepartementCode } from './departements.js';

/** DepartementTile is a square of the tile map: column from the west, row from the north, both from 0. */
export interface DepartementTile {
	readonly code: DepartementCode;
	readonly column: number;
	readonly row: number;
}

/** departementTiles places the 101 départements on a grid of 14 columns by 13 rows; overseas ones stand in column 0. */
// biome-ignore format: one row of the map a line
export const departementTiles: readonly DepartementTile[] = [
	{ code: '62', column: 6, row: 0 }, { code: '59', column: 7, row: 0 },
	{ code: '76', column: 5, row: 1 }, { code: '80', column: 6, row: 1 }, { code: '02', column: 7, row: 1 }, { code: '08', column: 8, row: 1 },
	{ code: '50', column: 3, row: 2 }, { code: '14', column: 4, row: 2 }, { code: '27', column: 5, row: 2 }, { code: '60', column: 6, row: 2 }, { code: '95', column: 7, row: 2 }, { code: '93', column: 8, row: 2 }, { code: '51', column: 9, row: 2 }, { code: '55', column: 10, row: 2 }, { code: '57', column: 11, row: 2 },
	{ code: '29', column: 1, row: 3 }, { code: '22', column: 2, row: 3 }, { code: '35', column: 3, row: 3 }, { code: '61', column: 4, row: 3 }, { code: '78', column: 5, row: 3 }, { code: '92', column: 6, row: 3 }, { code: '75', column: 7, row: 3 }, { code: '94', column: 8, row: 3 }, { code: '77', column: 9, row: 3 }, { code: '52', column: 10, row: 3 }, { code: '54', column: 11, row: 3 }, { code: '67', column: 12, row: 3 },
	{ code: '56', column: 2, row: 4 }, { code: '53', column: 3, row: 4 }, { code: '72', column: 4, row: 4 }, { code: '28', column: 5, row: 4 }, { code: '91', column: 6, row: 4 }, { code: '45', column: 7, row: 4 }, { code: '89', column: 8, row: 4 }, { code: '10', column: 9, row: 4 }, { code: '70', column: 10, row: 4 }, { code: '88', column: 11, row: 4 }, { code: '68', column: 12, row: 4 },
	{ code: '44', column: 3, row: 5 }, { code: '49', column: 4, row: 5 }, { code: '37', column: 5, row: 5 }, { code: '41', column: 6, row: 5 }, { code: '18', column: 7, row: 5 }, { code: '58', column: 8, row: 5 }, { code: '21', column: 9, row: 5 }, { code: '25', column: 10, row: 5 }, { code: '90', column: 11, row: 5 },
	{ code: '85', column: 3, row: 6 }, { code: '79', column: 4, row: 6 }, { code: '86', column: 5, row: 6 }, { code: '36', column: 6, row: 6 }, { code: '03', column: 7, row: 6 }, { code: '71', column: 8, row: 6 }, { code: '39', column: 9, row: 6 },
	{ code: '971', column: 0, row: 7 }, { code: '17', column: 3, row: 7 }, { code: '16', column: 4, row: 7 }, { code: '87', column: 5, row: 7 }, { code: '23', column: 6, row: 7 }, { code: '63', column: 7, row: 7 }, { code: '42', column: 8, row: 7 }, { code: '69', column: 9, row: 7 }, { code: '01', column: 10, row: 7 }, { code: '74', column: 11, row: 7 },
	{ code: '972', column: 0, row: 8 }, { code: '33', column: 3, row: 8 }, { code: '24', column: 4, row: 8 }, { code: '19', column: 5, row: 8 }, { code: '15', column: 6, row: 8 }, { code: '43', column: 7, row: 8 }, { code: '07', column: 8, row: 8 }, { code: '26', column: 9, row: 8 }, { code: '38', column: 10, row: 8 }, { code: '73', column: 11, row: 8 },
	{ code: '973', column: 0, row: 9 }, { code: '40', column: 3, row: 9 }, { code: '47', column: 4, row: 9 }, { code: '46', column: 5, row: 9 }, { code: '12', column: 6, row: 9 }, { code: '48', column: 7, row: 9 }, { code: '30', column: 8, row: 9 }, { code: '84', column: 9, row: 9 }, { code: '04', column: 10, row: 9 }, { code: '05', column: 11, row: 9 },
	{ code: '974', column: 0, row: 10 }, { code: '64', column: 3, row: 10 }, { code: '32', column: 4, row: 10 }, { code: '82', column: 5, row: 10 }, { code: '81', column: 6, row: 10 }, { code: '34', column: 7, row: 10 }, { code: '13', column: 9, row: 10 }, { code: '83', column: 10, row: 10 }, { code: '06', column: 11, row: 10 },
	{ code: '976', column: 0, row: 11 }, { code: '65', column: 4, row: 11 }, { code: '31', column: 5, row: 11 }, { code: '11', column: 6, row: 11 }, { code: '2B', column: 13, row: 11 },
	{ code: '09', column: 5, row: 12 }, { code: '66', column: 6, row: 12 }, { code: '2A', column: 13, row: 12 },
];
