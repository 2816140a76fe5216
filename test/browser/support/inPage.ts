/** Scripts that run inside a page, as text: the project's types know no browser. */

/** Milliseconds from the start of the navigation to the load event, and to a frame that was painted after it. */
export const openingTimes = `new Promise((resolve) => {
	requestAnimationFrame(() => requestAnimationFrame(() => {
		const [entry] = performance.getEntriesByType('navigation');
		resolve({ load: entry.loadEventEnd, painted: performance.now() });
	}));
})`;

/** How much wider than the window the page is, with all its parts laid out, and how many texts leave their cell. */
export const tooWide = `(() => {
	for (const part of document.querySelectorAll('.g, .q')) part.style.contentVisibility = 'visible';
	const { scrollWidth, clientWidth } = document.documentElement;
	const cells = [...document.querySelectorAll('tbody th, td, dd, li, p')];
	const leaving = cells.filter((cell) => cell.scrollWidth > cell.clientWidth + 1);
	return { page: scrollWidth - clientWidth, leaving: leaving.slice(0, 3).map(({ innerHTML }) => innerHTML) };
})()`;

/** What the cells of the first line are called on a narrow page. */
export const cellNames = `[...document.querySelector('table.l tbody tr').querySelectorAll('td')].map(
	(cell) => getComputedStyle(cell, '::before').content.replace(/"/g, ''),
)`;

/** Follows the first link to a request: its number, and the id of what it leads to. */
export const followRequest = `(() => {
	const link = document.querySelector('small a');
	link.click();
	return [link.textContent, document.querySelector('li:target')?.id];
})()`;

/** How many rows, entries and pictures are not shown. */
export const hiddenParts = `[...document.querySelectorAll('main tr, main li, main figure')].filter(
	(part) => getComputedStyle(part).display === 'none',
).length`;

/** The weakest contrast between a text and what is behind it, as WCAG reckons it. */
export const weakestContrast = `(() => {
	const light = (colour) =>
		(colour.match(/[\\d.]+/g) ?? [])
			.slice(0, 3)
			.map((part) => Number(part) / 255)
			.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
			.reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
	const ground = (element) => {
		for (let at = element; at !== null; at = at.parentElement) {
			const { backgroundColor } = getComputedStyle(at);
			if (!/rgba\\(.*, 0\\)/.test(backgroundColor)) return backgroundColor;
		}
		return 'rgb(255,255,255)';
	};
	const texts = [...document.querySelectorAll('h1,h2,p,i,small,td,dd,dt,a,th,figcaption,.in')];
	return Math.min(
		...texts.slice(0, 1500).map((element) => {
			const [a, b] = [light(getComputedStyle(element).color), light(ground(element))];
			return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
		}),
	);
})()`;

/** What a page has that no report has, and how often it has what it has once. */
export const strangers = `({
	strangers: document.querySelectorAll('script,img,iframe,object,form,[onerror],[onmouseover]').length,
	styles: document.querySelectorAll('style').length,
	mains: document.querySelectorAll('body > main').length,
})`;
