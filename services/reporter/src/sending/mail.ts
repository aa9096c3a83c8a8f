import type { Delays } from '@vigie/schemas/reports/deadlines';
import type { Report } from '@vigie/schemas/reports/report';
import {
	bandWords,
	bodyName,
	dayWords,
	dueWords,
	failureSentence,
	levelWords,
	noticeWords,
	territoryWords,
} from './words.js';

/** Mail is a message before it goes: the same words in plain text and in HTML, with one link. */
export interface Mail {
	readonly subject: string;
	readonly text: string;
	readonly html: string;
}

export interface MailMatter {
	readonly report: Report;
	/** The step that is told. */
	readonly version: number;
	readonly now: Date;
	readonly delays: Delays;
	readonly publicUrl: string;
	readonly world: 'demo' | 'real';
	/** It was tried before, and nobody knows whether it arrived. */
	readonly mayRepeat: boolean;
}

/** DEMONSTRATION is what every message of a demonstration begins with. */
export const DEMONSTRATION = 'Données de démonstration : rien ici n’est réel.';
const REPEAT = 'Ce message vous est peut-être déjà parvenu : un premier envoi a été interrompu.';

/** linkOf gives the address of a report's page: in the query, which comes back from the identity provider, as a fragment would not. */
export const linkOf = (publicUrl: string, report: string): string =>
	new URL(`/organisme/?signalement=${report}`, publicUrl).href;

const escaped = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const paragraphs = (lines: readonly string[]): string =>
	lines
		.filter((line) => line !== '')
		.map((line) => `<p>${escaped(line)}</p>`)
		.join('');

const START = [
	'<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Vigie</title></head>',
	'<body style="font-family:sans-serif;line-height:1.5;max-width:40em">',
].join('');
const END = '</body></html>';
const heading = (text: string): string => `<h1 style="font-size:1.25em">${escaped(text)}</h1>`;

/** htmlOf writes a heading and paragraphs as the HTML of a mail. */
export const htmlOf = (title: string, lines: readonly string[]): string =>
	[START, heading(title), paragraphs(lines), END].join('');

/** mailOf writes what a body reads of a step of its report: the sentence, the level, since when, where, until when. No figure but a band of structures. */
export const mailOf = ({ report, version, now, delays, publicUrl, world, mayRepeat }: MailMatter): Mail => {
	const told = report.life.find((life) => life.version === version);
	const why = noticeWords(told?.fact.type ?? 'opened');
	const sentence = failureSentence(report);
	const link = linkOf(publicUrl, report.id);
	const facts = [
		`Niveau : ${levelWords[report.level]}`,
		`Depuis le ${dayWords(report.onset)}`,
		`Où : ${territoryWords(report.territories)}`,
		...(report.band === null ? [] : [`Signalé par ${bandWords[report.band]}`]),
	];
	const due = dueWords(report, now, delays);
	const before = [...(world === 'demo' ? [DEMONSTRATION] : []), ...(mayRepeat ? [REPEAT] : [])];
	const closing = `Vous recevez ce message parce que cette adresse reçoit les signalements de : ${bodyName(report.body)}.`;
	const text = [...before, `${why}.`, sentence, ...facts, due, `Lire et répondre : ${link}`, closing]
		.filter((line) => line !== '')
		.join('\n\n');
	const html = [
		START,
		paragraphs([...before, `${why}.`]),
		heading(sentence),
		`<ul>${facts.map((fact) => `<li>${escaped(fact)}</li>`).join('')}</ul>`,
		paragraphs([due]),
		`<p><a href="${escaped(link)}">Lire et répondre</a></p>`,
		paragraphs([closing]),
		END,
	].join('');
	return { subject: `${why} : ${sentence}`, text, html };
};
