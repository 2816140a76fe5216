/**
 * What `n8n-node build` leaves undone: flows into the package, and checks of icons and flows that no compiler makes.
 * `gulp assets` runs them all after a build.
 */
const { existsSync, readdirSync, readFileSync, rmSync } = require('node:fs');
const path = require('node:path');
const { dest, parallel, series, src } = require('gulp');

const SHIPPED = new Set(['core', 'credentials', 'nodes', 'workflows', 'package.json']);
const ICON_BYTES = 4096;

function copyFlows() {
	return src('workflows/*.json', { allowEmpty: true }).pipe(dest('dist/workflows'));
}

/** The build copies every picture of the project, those of docs and tools too: they do not belong into the package. */
async function removeStrays() {
	for (const entry of existsSync('dist') ? readdirSync('dist') : []) {
		if (!SHIPPED.has(entry)) rmSync(path.join('dist', entry), { recursive: true, force: true });
	}
}

async function checkIcons() {
	const complaints = [
		...sources('nodes', '.node.ts'),
		...sources('credentials', '.credentials.ts'),
	].flatMap((file) => {
		const icons = [...readFileSync(file, 'utf8').matchAll(/['"]file:([^'"]+)['"]/g)].map(
			([, icon]) => path.join(path.dirname(file), icon),
		);
		const themes =
			icons.length >= 2 ? [] : [`${file}: names no icon for both the light and the dark theme`];
		return [...themes, ...icons.flatMap(iconComplaints)];
	});
	stopAt(complaints);
}

/** n8n shows icons as small as 16 pixels: a square of plain shapes survives that, lettering does not. */
function iconComplaints(icon) {
	if (!existsSync(icon)) return [`${icon}: is missing`];
	const svg = readFileSync(icon, 'utf8');
	const [, , width, height] = (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? '')
		.split(/[\s,]+/)
		.map(Number);
	return [
		width > 0 && width === height ? null : 'has no square viewBox',
		/<(text|tspan|image|script|foreignObject)\b/.test(svg)
			? 'holds text, a picture or a script'
			: null,
		Buffer.byteLength(svg) > ICON_BYTES ? `is larger than ${ICON_BYTES} bytes` : null,
	]
		.filter((complaint) => complaint !== null)
		.map((complaint) => `${icon}: ${complaint}`);
}

async function checkFlows() {
	const files = existsSync('workflows')
		? readdirSync('workflows').filter((file) => file.endsWith('.json'))
		: [];
	stopAt(files.map((file) => path.join('workflows', file)).flatMap(flowComplaints));
}

/** A flow must import unchanged: credentials found by name, no ids of the n8n it was made in, no code. */
function flowComplaints(file) {
	let flow;
	try {
		flow = JSON.parse(readFileSync(file, 'utf8'));
	} catch (reason) {
		return [`${file}: is no JSON (${reason.message})`];
	}
	const nodes = Array.isArray(flow.nodes) ? flow.nodes : [];
	const complaints = [];
	if (typeof flow.name !== 'string' || nodes.length === 0)
		complaints.push('has no name or no nodes');
	if (Object.keys(flow.pinData ?? {}).length > 0) complaints.push('holds pinned data');
	if (flow.active === true) complaints.push('is active');
	for (const node of nodes) {
		if (/\.(code|function|functionItem|executeCommand)$/.test(node.type))
			complaints.push(`"${node.name}" is code`);
		if (/^CUSTOM\./.test(node.type))
			complaints.push(`"${node.name}" is of a type that only a development n8n knows`);
		for (const [type, credential] of Object.entries(node.credentials ?? {})) {
			// Null: n8n shows a credential that is made later in the node's form, but does not save it. Left out: n8n takes
			// any credential of the type, whatever its name.
			if (credential.id !== '')
				complaints.push(`"${node.name}" names ${type} by an id instead of an empty one`);
			if (!credential.name) complaints.push(`"${node.name}" names no ${type}`);
		}
	}
	return complaints.map((complaint) => `${file}: ${complaint}`);
}

function sources(folder, ending) {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { recursive: true })
		.map((entry) => path.join(folder, String(entry)))
		.filter((file) => file.endsWith(ending));
}

function stopAt(complaints) {
	if (complaints.length > 0) throw new Error(`\n${complaints.join('\n')}`);
}

exports.checks = parallel(checkIcons, checkFlows);
exports.assets = series(removeStrays, parallel(copyFlows, checkIcons, checkFlows));
