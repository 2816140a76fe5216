/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a test, runs outside n8n */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The project's pages, taken apart as far as tests need it. */

export const PROJECT = path.resolve(__dirname, '../..');

export function textOf(file: string): string {
	return readFileSync(path.join(PROJECT, file), 'utf8');
}

/** Every page below `docs`, with its path from the project. */
export function docsPages(): string[] {
	return readdirSync(path.join(PROJECT, 'docs'), { recursive: true })
		.map((file) => `docs/${String(file).split(path.sep).join('/')}`)
		.filter((file) => file.endsWith('.md'))
		.sort();
}

/** Every page that people read, with its path from the project. */
export function allPages(): string[] {
	return ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'simulators/README.md', ...docsPages()];
}

/** Addresses in prose that stay within the project. */
export function linksIn(text: string): string[] {
	const prose = text.replace(/^```[\s\S]*?^```/gm, '');
	return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
		.map(([, link]) => link)
		.filter((link) => !/^https?:/.test(link));
}

/** Whether a link on a page leads to a file, and to a heading where it names one. */
export function resolves(page: string, link: string): boolean {
	const [file, anchor] = link.split('#');
	const target = file === '' ? page : path.join(path.dirname(page), file);
	if (!existsSync(path.join(PROJECT, target))) return false;
	return anchor === undefined || headingsOf(target).has(anchor);
}

export function headingsOf(page: string): Set<string> {
	return new Set([...textOf(page).matchAll(/^#+ (.+)$/gm)].map(([, title]) => anchorOf(title)));
}

/** As GitHub makes them. */
export function anchorOf(title: string): string {
	return title
		.toLowerCase()
		.replace(/[^\w\s-]/g, '')
		.replace(/\s/g, '-');
}

/** What stands below a heading, down to the next one of its level or above; empty when there is no such heading. */
export function sectionOf(text: string, heading: string): string {
	const level = /^#+/.exec(heading)?.[0].length ?? 0;
	const lines = text.split('\n');
	const start = lines.indexOf(heading);
	if (start < 0) return '';
	const next = lines.findIndex(
		(line, index) => index > start && /^#+ /.test(line) && line.indexOf(' ') <= level,
	);
	return lines.slice(start + 1, next < 0 ? undefined : next).join('\n');
}

export interface Table {
	header: string[];
	rows: string[][];
}

export function tablesIn(text: string): Table[] {
	const blocks = text.split(/\n(?!\|)/).map((block) => block.split('\n'));
	return blocks
		.map((lines) => lines.filter((line) => line.startsWith('|')).map(cellsOf))
		.filter((lines) => lines.length > 2)
		.map(([header, , ...rows]) => ({ header, rows }));
}

function cellsOf(line: string): string[] {
	return line
		.replace(/^\||\|$/g, '')
		.split(/(?<!\\)\|/)
		.map((cell) => cell.trim());
}
