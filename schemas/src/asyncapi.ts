import { AuditEntry } from './accounts/audit.js';
import { AdmittedEvent } from './admitted-event.js';
import { Settlement } from './dead-letter.js';
import { componentSchemas, type JsonObject, schemaRef } from './json-schema.js';
import { KeptProposal } from './proposals/proposal.js';
import { RegistryRecord } from './registry.js';
import { ReportEvent } from './reports/report-event.js';
import { PrivateSignal, PublishedSignal } from './signal.js';
import { topicNames } from './topics.js';

const kafka = (key: string): JsonObject => ({
	kafka: { key: { type: 'string', description: key }, bindingVersion: '0.5.0' },
});

const texts = (descriptions: Readonly<Record<string, string>>): JsonObject => ({
	type: 'object',
	required: Object.keys(descriptions),
	properties: Object.fromEntries(
		Object.entries(descriptions).map(([name, description]) => [name, { type: 'string', description }]),
	),
});

const messages: JsonObject = {
	AdmittedEvent: {
		title: 'Une déclaration admise',
		description:
			'Les en-têtes portent les noms de CloudEvents 1.0. Les attributs constants ne sont pas répétés à chaque message : specversion 1.0, source vigie/intake, datacontenttype application/json.',
		contentType: 'application/json',
		headers: texts({
			ce_id: 'L’identifiant de la déclaration',
			ce_type: 'Son genre, comme dysfunction.alerted',
			ce_dataschema: 'Genre et version, comme dysfunction.alerted/1-0-0',
		}),
		payload: schemaRef('AdmittedEvent'),
		bindings: kafka('L’identifiant de la déclaration'),
	},
	DeadLetter: {
		title: 'Un message qui n’a pu être enregistré',
		description:
			'Les octets lus, inchangés, et les en-têtes de leur réception. Ce que la réception refuse n’y est jamais.',
		contentType: 'application/octet-stream',
		headers: texts({
			reason: 'Pourquoi',
			component: 'Le service qui l’a mis là',
			origin: 'D’où il venait : topic/partition/offset',
			firstSeenAt: 'Le quart d’heure où il a été lu',
			schema: 'Genre et version annoncés ; vide si illisibles',
		}),
		payload: {},
		bindings: kafka('La clef d’origine'),
	},
	Settlement: {
		title: 'Ce que l’exploitant a fait d’un message mis de côté',
		contentType: 'application/json',
		payload: schemaRef('Settlement'),
		bindings: kafka('Le nom du message : son origine et une empreinte de ses octets'),
	},
	RegistryRecord: {
		title: 'Le dernier état d’un enregistrement',
		contentType: 'application/json',
		payload: schemaRef('RegistryRecord'),
		bindings: kafka('type:id ; une valeur vide efface l’enregistrement'),
	},
	SealedComment: {
		title: 'Quelques mots sur une alerte, chiffrés',
		description:
			'AES-256-GCM sous la clef « comments » : version (1), nonce (12 octets), chiffré, sceau (16). Clair : un Comment et son receivedSlot.',
		contentType: 'application/octet-stream',
		payload: {},
		bindings: kafka('L’identifiant de la déclaration, lié au chiffré'),
	},
	KeptProposal: {
		title: 'Une plateforme que les listes n’ont pas',
		contentType: 'application/json',
		payload: schemaRef('KeptProposal'),
		bindings: kafka('Le nom du site'),
	},
	PrivateSignal: {
		title: 'Un signal, tel que le détecteur le voit',
		contentType: 'application/json',
		payload: schemaRef('PrivateSignal'),
		bindings: kafka('L’identifiant du signal'),
	},
	PublishedSignal: {
		title: 'Un signal, tel que chacun peut le lire',
		contentType: 'application/json',
		payload: schemaRef('PublishedSignal'),
		bindings: kafka('L’identifiant publié du signal'),
	},
	ReportEvent: {
		title: 'Un pas de la vie d’un signalement',
		description:
			'Un signalement n’est rien d’autre que ses événements, dans l’ordre de leurs versions. La clef « writer » marque le début d’un nouvel écrivain : chaque lecteur passe ces messages.',
		contentType: 'application/json',
		payload: schemaRef('ReportEvent'),
		bindings: kafka('L’identifiant du signalement'),
	},
	AuditEntry: {
		title: 'Qui a fait quoi',
		contentType: 'application/json',
		payload: schemaRef('AuditEntry'),
		bindings: kafka('L’identifiant de l’entrée'),
	},
};

const channel = (address: string, message: string, description: string): JsonObject => ({
	address,
	description,
	messages: { [message]: { $ref: `#/components/messages/${message}` } },
});

const operation = (action: 'send' | 'receive', name: string, summary: string): JsonObject => ({
	action,
	channel: { $ref: `#/channels/${name}` },
	summary,
});

/** asyncApiDocument describes the Kafka topics in AsyncAPI 3, from the very contracts that services parse with; names without a prefix. */
export const asyncApiDocument = (): JsonObject => ({
	asyncapi: '3.0.0',
	info: {
		title: 'Vigie',
		version: '1.0.0',
		description: 'Les messages entre les services de Vigie, sur Kafka',
		license: { name: 'Apache-2.0' },
	},
	defaultContentType: 'application/json',
	channels: {
		events: channel(topicNames.events, 'AdmittedEvent', 'Les déclarations admises, gardées 16 jours'),
		deadLetters: channel(topicNames.deadLetters, 'DeadLetter', 'Ce qui n’a pu être enregistré, et pourquoi'),
		settledLetters: channel(topicNames.settledLetters, 'Settlement', 'Ce qui en a été rejoué ou abandonné'),
		registry: channel(
			topicNames.registry,
			'RegistryRecord',
			'Structures, liens, clés : compacté, gardé toujours',
		),
		signalsPrivate: channel(
			topicNames.signalsPrivate,
			'PrivateSignal',
			'Ce que le détecteur trouve : publisher seul le lit',
		),
		signalsPublished: channel(
			topicNames.signalsPublished,
			'PublishedSignal',
			'Ce qui en sort : niveau, depuis quand, fourchette de structures',
		),
		comments: channel(
			topicNames.comments,
			'SealedComment',
			'Chiffré, lu des curateurs seuls, effacé à 30 jours',
		),
		proposals: channel(topicNames.proposals, 'KeptProposal', 'Les plateformes proposées, gardées un an'),
		reports: channel(topicNames.reports, 'ReportEvent', 'La vie des signalements, gardée toujours'),
		audit: channel(
			topicNames.audit,
			'AuditEntry',
			'Qui a fait quoi : on y ajoute, on n’y efface rien ; un an',
		),
	},
	operations: {
		writeAudit: operation(
			'send',
			'audit',
			'api, reporter et loader écrivent qui a fait quoi, avant de le faire',
		),
		projectAudit: operation('receive', 'audit', 'loader le range, pour qu’un administrateur y cherche'),
		admitEvent: operation('send', 'events', 'intake écrit une déclaration admise'),
		loadEvent: operation('receive', 'events', 'loader l’enregistre, une fois'),
		setAside: operation('send', 'deadLetters', 'loader met de côté ce qu’il ne peut enregistrer'),
		settle: operation(
			'send',
			'settledLetters',
			'l’exploitant (npm run deadletters) ou un administrateur rejoue ou abandonne',
		),
		record: operation('send', 'registry', 'api, seul, écrit le registre'),
		followRegistry: operation('receive', 'registry', 'les services suivent le registre'),
		detect: operation('send', 'signalsPrivate', 'detector ouvre, change ou clôt un signal'),
		judgeSignal: operation('receive', 'signalsPrivate', 'publisher décide de ce qui peut sortir'),
		readComments: operation('receive', 'comments', 'api les ouvre pour un curateur, page par page'),
		keepComment: operation('send', 'comments', 'intake garde des mots qui ne nomment personne'),
		keepProposal: operation('send', 'proposals', 'intake garde le nom d’un site proposé'),
		projectProposal: operation('receive', 'proposals', 'loader le range, pour que des curateurs décident'),
		writeReport: operation(
			'send',
			'reports',
			'reporter, seul, écrit la vie des signalements, sous transaction',
		),
		projectReport: operation('receive', 'reports', 'loader la projette'),
		publishSignal: operation('send', 'signalsPublished', 'publisher publie un signal dégrossi'),
	},
	components: {
		messages,
		schemas: componentSchemas(
			{
				AdmittedEvent: {
					schema: AdmittedEvent,
					description: 'La déclaration, et ce que sa réception y ajoute',
				},
				Settlement: { schema: Settlement, description: 'Rejoué, ou abandonné' },
				RegistryRecord: { schema: RegistryRecord, description: 'Un enregistrement du registre' },
				PrivateSignal: {
					schema: PrivateSignal,
					description: 'Un signal et ses comptes exacts de structures',
				},
				KeptProposal: {
					schema: KeptProposal,
					description:
						'Le nom d’un site, l’organisme, la semaine, et un sceau de la structure propre à ce nom',
				},
				AuditEntry: { schema: AuditEntry, description: 'Qui, quoi, sur quoi : ni nom, ni adresse, ni texte' },
				PublishedSignal: { schema: PublishedSignal, description: 'Ce qui sort d’un signal' },
				ReportEvent: { schema: ReportEvent, description: 'Ce qui arrive à un signalement' },
			},
			'draft-7',
		),
	},
});
