/** notFoundPage is what a browser reads where nothing is: no script, no style, a way back. */
export const notFoundPage = `<!doctype html>
<html lang="fr">
	<head>
		<meta charset="utf-8" />
		<meta name="viewport" content="width=device-width, initial-scale=1" />
		<meta name="color-scheme" content="light dark" />
		<title>Page introuvable · Vigie</title>
	</head>
	<body>
		<main>
			<h1>Il n’y a rien à cette adresse</h1>
			<p><a href="/">Aller à l’accueil de Vigie</a></p>
			<ul>
				<li><a href="/alerte/">Signaler un dysfonctionnement</a></li>
				<li><a href="/organisme/">Répondre aux signalements de mon organisme</a></li>
				<li><a href="/tendances/">Voir les tendances</a></li>
			</ul>
		</main>
	</body>
</html>
`;
