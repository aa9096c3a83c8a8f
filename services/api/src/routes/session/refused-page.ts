/** refusedPage is what a person reads whose sign-in came to nothing: a sentence of ours, and a way on. */
export const refusedPage = (sentence: string): string => `<!doctype html>
<html lang="fr">
	<head>
		<meta charset="utf-8" />
		<meta name="viewport" content="width=device-width, initial-scale=1" />
		<meta name="color-scheme" content="light dark" />
		<title>Connexion refusée · Vigie</title>
	</head>
	<body>
		<main>
			<h1>Vous n’êtes pas connecté</h1>
			<p>${sentence}.</p>
			<p><a href="/v1/session/login?return=/organisme/">Recommencer</a></p>
			<p><a href="/">Aller à l’accueil de Vigie</a></p>
		</main>
	</body>
</html>
`;
