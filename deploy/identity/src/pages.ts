import { type Person, people } from './people.js';

const page = (title: string, body: string): string => `<!doctype html>
<html lang="fr">
	<head>
		<meta charset="utf-8" />
		<meta name="viewport" content="width=device-width, initial-scale=1" />
		<meta name="color-scheme" content="light dark" />
		<title>${title} · démonstration</title>
		<style>
			body { font: 1.125rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 40rem; padding: 1rem; }
			.note { border: 2px solid #b45309; padding: 0.5rem 1rem; }
			li { list-style: none; margin: 0.75rem 0; }
			ul { padding: 0; }
			button { font: inherit; text-align: left; width: 100%; min-height: 44px; padding: 0.5rem 1rem; cursor: pointer; }
			button:focus-visible { outline: 3px solid #0b5563; outline-offset: 2px; }
		</style>
	</head>
	<body>
		<main>
			<h1>${title}</h1>
			<p class="note">Fournisseur d’identité de démonstration : ces personnes n’existent pas, il n’y a pas de mot de passe.</p>
			${body}
		</main>
	</body>
</html>
`;

const choice = ({ id, name, what }: Person): string =>
	`<li><button type="submit" name="person" value="${id}"><strong>${name}</strong> ${what}</button></li>`;

/** choicePage lists the people of the demonstration, to be one of them. */
export const choicePage = (action: string): string =>
	page(
		'Qui êtes-vous ?',
		`<form method="post" action="${action}"><ul>${people.map(choice).join('')}</ul></form>`,
	);

/** leavingPage asks before the session here ends too; `form` is the provider's own. */
export const leavingPage = (form: string): string =>
	page(
		'Se déconnecter',
		`${form}<p>Vous n’êtes plus connecté à Vigie.</p><button type="submit" form="op.logoutForm" name="logout" value="yes">Me déconnecter ici aussi</button>`,
	);

/** goodbyePage is where one ends who has nowhere to go back to. */
export const goodbyePage = page('Vous êtes déconnecté', '');

/** troublePage says that the sign-in cannot go on; nothing of what was sent is repeated. */
export const troublePage = page('La connexion ne peut continuer', '<p>Revenez à Vigie et recommencez.</p>');
