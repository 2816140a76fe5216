import { html, Markup } from './markup';
import { pageStyle } from './pageStyle';

/** What stands around every report. */
export interface PageFrame {
	title: string;
	/** The verdict, in one line. */
	verdict: string;
	/** Of the run itself: lists, module, time. */
	facts: Markup;
	/** Links to the parts of the page: id and words. */
	parts: ReadonlyArray<readonly [string, string]>;
	body: ReadonlyArray<Markup | null>;
}

/** Nothing of the page can load or run anything, whatever stands in it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** One whole HTML page that needs nothing beside itself. */
export function pageFrame({ title, verdict, facts, parts, body }: PageFrame): string {
	const links = parts.map(([id, words]) => html`<a href="#${id}">${words}</a>`);
	const sections = body.filter((part): part is Markup => part !== null);
	return html`<!DOCTYPE html>
		<html lang="en">
			<head>
				<meta charset="utf-8" />
				<meta http-equiv="Content-Security-Policy" content="${POLICY}" />
				<meta name="viewport" content="width=device-width,initial-scale=1" />
				<meta name="color-scheme" content="light dark" />
				<meta name="robots" content="noindex" />
				<title>${title}</title>
				<style>
					${Markup.trusted(pageStyle)}
				</style>
			</head>
			<body>
				<header>
					<p class="in">Internal: shows cost</p>
					<h1>${title}</h1>
					<p class="v">${verdict}</p>
					<p class="m">${facts}</p>
					<nav aria-label="Parts of this page">${links}</nav>
				</header>
				<main>${sections}</main>
			</body>
		</html> `.text;
}
