import type { Report } from '@vigie/schemas/reports/report';
import { reportStates } from '@vigie/schemas/reports/states';
import PDFDocument from 'pdfkit';
import { linkOf } from '../sending/mail.js';
import {
	bandWords,
	bodyName,
	dayWords,
	dueWords,
	failureSentence,
	levelWords,
	territoryWords,
} from '../sending/words.js';
import type { Viewing } from '../views/summary.js';
import type { readFonts } from './fonts.js';

const MARGIN = 56;
const INK = '#1b2330';
const TEAL = '#0b5563';
const AMBER = '#7c3d05';
/** Height of a line of a life, and what stands under it. */
const LINE_HEIGHT = 19;
const FOOT_HEIGHT = 40;
const untold: readonly string[] = ['signal_attached', 'delivery_recorded', 'level_changed', 'repair_judged'];

const isState = (type: string): type is keyof typeof reportStates => type in reportStates;

/** lifeLines tells a life in as many lines as there is room for: of a longer one the last, and how many are left out. */
const lifeLines = (report: Report, room: number): string[] => {
	const told = report.life.filter(({ fact }) => !untold.includes(fact.type));
	const lines = told.map(({ at, fact, actor }) => {
		const words = isState(fact.type) ? reportStates[fact.type].fr : 'Droit de réponse';
		const by = actor.kind === 'body' ? ` (${bodyName(actor.body)})` : '';
		return `${dayWords(at)} : ${words}${by}`;
	});
	if (lines.length <= room) return lines;
	const kept = Math.max(1, room - 1);
	return [
		`(${lines.length - kept} lignes plus anciennes sont sur la page du signalement)`,
		...lines.slice(-kept),
	];
};

/**
 * reportPdf prints a report on one A4 page, in the typeface of the pages, for whoever must have it on paper: what, where, since when, until when,
 * and its life. The same report printed at the same instant is the same bytes.
 */
export const reportPdf = (
	report: Report,
	{ clock, delays, world }: Viewing,
	publicUrl: string,
	fonts: ReturnType<typeof readFonts>,
): Promise<Buffer> => {
	const now = clock.now();
	const sentence = failureSentence(report);
	const document = new PDFDocument({
		size: 'A4',
		margin: MARGIN,
		lang: 'fr-FR',
		displayTitle: true,
		info: { Title: sentence, Author: 'Vigie', CreationDate: now, ModDate: now },
	});
	document.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold);
	const line = (
		text: string,
		size: number,
		color: string = INK,
		font: 'regular' | 'bold' = 'regular',
		isOneLine = false,
	): void => {
		document
			.font(font)
			.fontSize(size)
			.fillColor(color)
			.text(text, { lineGap: 3, ...(isOneLine && { height: 12, ellipsis: true }) })
			.moveDown(0.3);
	};
	if (world === 'demo') line('Données de démonstration : rien ici n’est réel', 11, AMBER, 'bold');
	line('Vigie', 12, TEAL, 'bold');
	line(sentence, 18, INK, 'bold');
	line(`${levelWords[report.level]}, depuis le ${dayWords(report.onset)}`, 12);
	line(`Où : ${territoryWords(report.territories)}`, 11);
	if (report.band !== null) line(`Signalé par ${bandWords[report.band]}`, 11);
	line(`Organisme qui doit répondre : ${bodyName(report.body)}`, 11);
	line(`État : ${reportStates[report.state].fr}`, 11);
	const due = dueWords(report, now, delays);
	if (due !== '') line(due, 11, INK, 'bold');
	if (report.commitment !== null) line(`Correction promise pour le ${dayWords(report.commitment)}`, 11);
	if (report.workaround !== null)
		line(`Contournement, jusqu’au ${dayWords(report.workaround.validUntil)} : ${report.workaround.text}`, 11);
	if (report.answer?.text) line(`Réponse : ${report.answer.text}`, 11);
	if (report.rightOfReply !== null) line(`Droit de réponse : ${report.rightOfReply}`, 11);
	document.moveDown(0.5);
	line('Vie du signalement', 13, TEAL, 'bold');
	const room = Math.floor((document.page.height - MARGIN - FOOT_HEIGHT - document.y) / LINE_HEIGHT);
	for (const entry of lifeLines(report, room)) line(entry, 10, INK, 'regular', true);
	document.moveDown(0.5);
	line(`Imprimé le ${dayWords(now.toISOString())}. ${linkOf(publicUrl, report.id)}`, 9);
	return new Promise((resolve, reject) => {
		const chunks: Buffer[] = [];
		document.on('data', (chunk: Buffer) => chunks.push(chunk));
		document.on('end', () => resolve(Buffer.concat(chunks)));
		document.on('error', reject);
		document.end();
	});
};
