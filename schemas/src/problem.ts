import { z } from 'zod';

/** problems holds every problem Vigie answers with: its code, its HTTP status and its sentence. */
export const problems = {
	malformed_json: { status: 400, title: 'Le corps n’est pas un JSON lisible' },
	unsupported_media_type: { status: 415, title: 'Le corps doit être en application/json' },
	body_too_large: { status: 413, title: 'Le corps est trop gros' },
	invalid_request: { status: 422, title: 'La demande ne respecte pas le contrat' },
	conflict: { status: 409, title: 'Cette révision existe déjà avec un autre contenu' },
	missing_credentials: { status: 401, title: 'Il faut se connecter, ou présenter un jeton ou une clé' },
	invalid_credentials: { status: 401, title: 'La session, le jeton ou la clé n’est pas reconnu' },
	revoked_credentials: { status: 401, title: 'Le jeton ou la clé a été révoqué' },
	expired_credentials: { status: 401, title: 'La session, le jeton ou la clé a expiré' },
	missing_scope: { status: 403, title: 'Cette clé ne permet pas cela' },
	link_unknown: { status: 404, title: 'Ce lien d’inscription n’existe pas' },
	link_expired: { status: 410, title: 'Ce lien d’inscription a expiré' },
	link_revoked: { status: 410, title: 'Ce lien d’inscription a été révoqué' },
	structure_inactive: {
		status: 409,
		title: 'Cette structure est fermée : rien ne peut être fait en son nom',
	},
	csrf_refused: { status: 403, title: 'La demande ne vient pas d’une page d’ici : rechargez-la' },
	login_refused: { status: 400, title: 'La connexion n’a pas abouti : recommencez' },
	invitation_unusable: { status: 410, title: 'Cette invitation a déjà servi, a expiré ou a été révoquée' },
	last_administrator: { status: 409, title: 'Il n’y aurait plus aucun administrateur' },
	forbidden: { status: 403, title: 'Ce compte ne permet pas cela' },
	stale_version: { status: 409, title: 'Cela a changé depuis votre lecture : relisez avant de répondre' },
	wrong_state: { status: 422, title: 'Ce n’est pas possible dans l’état où en est ce signalement' },
	report_closed: { status: 422, title: 'Ce signalement est clos' },
	reassigned_twice: { status: 422, title: 'Déjà renvoyé une fois : un administrateur décide' },
	maintenance_over: { status: 409, title: 'Cette annonce est déjà finie' },
	attestation_unknown: {
		status: 404,
		title: 'Ce code n’est celui d’aucune attestation : un caractère mal recopié suffit',
	},
	not_found: { status: 404, title: 'Rien ici' },
	not_published: { status: 404, title: 'Cette période n’est pas publiée' },
	not_in_lattice: { status: 404, title: 'Ce croisement n’est pas publié' },
	method_not_allowed: { status: 405, title: 'Cette méthode n’existe pas ici' },
	too_many_requests: { status: 429, title: 'Trop de demandes' },
	unavailable: { status: 503, title: 'Momentanément indisponible : rien n’a été gardé, réessayez' },
	not_visible_yet: {
		status: 503,
		title: 'Écrit, mais pas encore visible ici : relisez avant de recommencer',
	},
	internal: { status: 500, title: 'Erreur interne' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof problems;

/** fieldCodes holds what can be wrong with one field: the parser's own codes, then those of the calendar, the lists and the log. */
export const fieldCodes = {
	invalid_type: 'absent, ou pas du bon type',
	invalid_format: 'n’a pas la forme attendue',
	invalid_value: 'n’est pas une des valeurs du contrat',
	invalid_union: 'ne correspond à aucune des formes du contrat',
	too_small: 'trop petit, ou trop court',
	too_big: 'trop grand, ou trop long',
	unknown_field: 'un champ que le contrat ne connaît pas (son nom n’est pas répété)',
	unknown_kind: 'ce genre d’événement n’existe pas',
	unknown_version: 'cette version de ce genre n’existe pas',
	retired_version: 'cette version de ce genre n’est plus acceptée',
	invalid_date: 'cette heure n’existe pas',
	too_old: 'plus de 35 jours avant la réception',
	in_future: 'plus d’un jour après la réception',
	unknown_taxonomy_version: 'cette version de la taxonomie n’existe pas',
	unknown_code: 'ce code n’est pas dans la liste',
	retired_code: 'ce code a été retiré de la liste',
	impossible_pair: 'ces deux codes ne peuvent aller ensemble',
	personal_data: 'ressemble à une donnée personnelle',
	is_email: 'une adresse e-mail, ou un nom d’utilisateur, et non l’adresse d’un site',
	is_ip_address: 'une adresse IP, et non le nom d’un site',
	is_local_name: 'un nom local, que l’on ne trouve pas sur Internet',
	not_offered: 'n’est pas proposé ici',
	required: 'manque ici',
	before_allowed: 'plus tôt que permis',
	after_allowed: 'plus tard que permis',
	conflict: 'cette révision existe déjà avec un autre contenu',
} as const satisfies Record<string, string>;

/** FieldError says where a body is wrong and how, never with what value. */
export const FieldError = z.strictObject({ path: z.string(), code: z.string() });
export type FieldError = z.infer<typeof FieldError>;

/** Problem is an RFC 9457 problem document, `application/problem+json`. */
export const Problem = z.strictObject({
	type: z.string(),
	title: z.string(),
	status: z.int(),
	code: z.string(),
	errors: z.array(FieldError).optional(),
});
export type Problem = z.infer<typeof Problem>;

/** problemOf builds the document of a code. */
export const problemOf = (code: ProblemCode, errors?: readonly FieldError[]): Problem => ({
	type: `https://vigie.invalid/problems/${code}`,
	title: problems[code].title,
	status: problems[code].status,
	code,
	...(errors ? { errors: [...errors] } : {}),
});

/** fieldErrorsOf turns a zod error into paths and codes; the received values never leave the parser. */
export const fieldErrorsOf = (error: z.ZodError): FieldError[] =>
	error.issues.flatMap((issue) => {
		const path = issue.path.map(String).join('.');
		if (issue.code !== 'unrecognized_keys') return [{ path, code: issue.code }];
		// The name of an unknown field may itself be personal data: it is counted, not repeated.
		return issue.keys.map(() => ({ path, code: 'unknown_field' }));
	});
