/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test, runs outside n8n */
import { setTimeout as pause } from 'node:timers/promises';
import { hostAddress } from './sharedHost';

/** One choice of a page: its text, as the page shows it. */
export interface FormPage {
	title: string;
	text: string;
	choices: string[];
	/** Fields that take an answer, by the label above them. */
	fields: Record<string, FormField>;
	url: string;
}

export interface FormField {
	/** Under which it is sent: "field-2". */
	id: string;
	/** What a dropdown or a choice offers. */
	options: string[];
}

/** What a person gives for one field: a text or the choice of a dropdown, the ticks of a multiple choice, or a file. */
export type FormAnswer = string | string[] | { fileName: string; content: string };

const BROWSER_ID = 'stellr-halo-form-visitor';

/** A person with a browser who opens n8n's forms: signs in, follows the redirects, ticks, submits. */
export class FormVisitor {
	private readonly cookies = new Map<string, string>();
	private authToken = '';
	private readonly base: string;

	constructor() {
		this.base = hostAddress().url;
	}

	/** Signs in to n8n as its owner; without it n8n asks for the sign-in first. */
	async signIn(): Promise<void> {
		const { email, password } = hostAddress();
		const body = JSON.stringify({ emailOrLdapLoginId: email, password });
		const headers = { 'content-type': 'application/json', 'browser-id': BROWSER_ID };
		await this.send('/rest/login', { method: 'POST', body, headers });
	}

	/** Opens a form by its path; null when n8n sends the visitor to its sign-in page instead. */
	async open(path: string): Promise<FormPage | null> {
		const formUrl = `${this.base}/form/${path}`;
		let url = formUrl;
		for (let hop = 0; hop < 8; hop += 1) {
			const response = await this.send(url);
			if (response.status === 200) return this.read(await response.text(), url);
			if (response.status === 404) {
				await response.text();
				// A form is served a moment after its flow was published.
				await pause(300);
				continue;
			}
			const location = new URL(response.headers.get('location') ?? '', url);
			if (location.pathname.startsWith('/signin')) return null;
			url = location.pathname === '/oauth/consent' ? await this.consent() : location.href;
			if (url === '') return null;
		}
		throw new Error(`The form ${path} was not reached.`);
	}

	/** Submits a page, its multiple choice in field `field`, and waits for the page that follows; null at the end. */
	async submit(page: FormPage, ticked: string[] | null, field = 1): Promise<FormPage | null> {
		const body = new FormData();
		if (ticked !== null) body.append(`field-${field}`, JSON.stringify(ticked));
		else body.append('submit', '');
		return await this.sendForm(page, body);
	}

	/** Fills in fields by their labels, submits the page, and waits for the page that follows; null at the end. */
	async fillIn(page: FormPage, answers: Record<string, FormAnswer>): Promise<FormPage | null> {
		const body = new FormData();
		for (const [label, answer] of Object.entries(answers)) {
			const field = page.fields[label];
			if (field === undefined) {
				throw new Error(
					`The page asks for ${Object.keys(page.fields).join(', ')}, not for ${label}`,
				);
			}
			if (typeof answer === 'string') body.append(field.id, answer);
			else if (Array.isArray(answer)) body.append(field.id, JSON.stringify(answer));
			else body.append(field.id, new Blob([answer.content], { type: 'text/csv' }), answer.fileName);
		}
		return await this.sendForm(page, body);
	}

	private async sendForm(page: FormPage, body: FormData): Promise<FormPage | null> {
		const headers: Record<string, string> =
			this.authToken === '' ? {} : { 'x-auth-token': this.authToken };
		const response = await this.send(page.url, { method: 'POST', body, headers });
		const text = await response.text();
		if (!response.ok) throw new Error(`n8n answered ${response.status} to the form: ${text}`);
		const waiting = (jsonOf(text) as { formWaitingUrl?: string }).formWaitingUrl ?? page.url;
		return await this.nextPage(waiting);
	}

	/** Lets a closing page tell n8n that it was seen, as it does by itself in a browser; the run ends then. */
	async close(page: FormPage | null): Promise<void> {
		if (page === null) throw new Error('There was no closing page.');
		const headers: Record<string, string> = { 'x-auth-token': this.authToken };
		await this.send(page.url, { method: 'POST', headers });
	}

	/** Waits until the run shows another page; null when it ended without one. */
	private async nextPage(waitingUrl: string): Promise<FormPage | null> {
		const status = new URL(waitingUrl);
		status.pathname += '/n8n-execution-status';
		for (let attempt = 0; attempt < 300; attempt += 1) {
			const text = (await (await this.send(status.href)).text()).trim();
			if (text === 'form-waiting') {
				const response = await this.send(waitingUrl);
				if (response.status !== 200)
					throw new Error(`n8n answered ${response.status} for the page`);
				return this.read(await response.text(), waitingUrl);
			}
			if (['success', 'error', 'canceled', 'crashed', 'null'].includes(text)) return null;
			await pause(200);
		}
		throw new Error('No page came within a minute.');
	}

	/** What a click on Allow does. */
	private async consent(): Promise<string> {
		const headers = { 'content-type': 'application/json', 'browser-id': BROWSER_ID };
		const response = await this.send('/rest/consent/details', { headers });
		if (response.status === 401) return '';
		const details = (await response.json()) as {
			data: { redirectUrl?: string; scopes?: string[] };
		};
		if (details.data.redirectUrl !== undefined) return details.data.redirectUrl;
		const body = JSON.stringify({ approved: true, scopes: details.data.scopes });
		const answer = await this.send('/rest/consent/approve', { method: 'POST', body, headers });
		const decided = (await answer.json()) as { data?: { redirectUrl: string } };
		if (decided.data === undefined) throw new Error('n8n did not take the consent.');
		return decided.data.redirectUrl;
	}

	private async send(url: string, init: RequestInit = {}): Promise<Response> {
		const response = await fetch(new URL(url, this.base), {
			...init,
			redirect: 'manual',
			headers: {
				...(init.headers as Record<string, string> | undefined),
				cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
			},
		});
		for (const cookie of response.headers.getSetCookie()) {
			const [name, ...value] = cookie.split(';')[0].split('=');
			this.cookies.set(name, value.join('='));
		}
		return response;
	}

	private read(html: string, url: string): FormPage {
		this.authToken = /const authToken = '([^']*)'/.exec(html)?.[1] ?? '';
		const choices = [...html.matchAll(/class='multiselect-checkbox'[^>]*value='([^']*)'/g)];
		const title = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? '';
		const body = html.slice(html.indexOf('<body'));
		return {
			title: unescaped(title).trim(),
			text: unescaped(
				body.replace(/<script[\s\S]*?<\/script>/g, ' ').replace(/<[^>]*>/g, ' '),
			).replace(/\s+/g, ' '),
			choices: choices.map(([, text]) => unescaped(text)),
			fields: fieldsIn(body),
			url,
		};
	}
}

/** Labels stand before their fields; those of single choices are for `option…`. */
function fieldsIn(body: string): Record<string, FormField> {
	const labelled =
		/<label class='form-label[^']*'(?: for='[^']*')?>([^<]*)<\/label>\s*<[^>]*?(?:id='(field-\d+)'|class='select-input'>\s*<select id='(field-\d+)')/g;
	return Object.fromEntries(
		[...body.matchAll(labelled)].map(([, label, id, selectId]) => {
			const select =
				new RegExp(`<select id='${selectId}'[\\s\\S]*?</select>`).exec(body)?.[0] ?? '';
			const ticks = new RegExp(`id='option\\d+_${id}' value='([^']*)'`, 'g');
			const options = [...select.matchAll(/<option value='([^']+)'/g), ...body.matchAll(ticks)];
			return [
				unescaped(label).trim(),
				{ id: id ?? selectId, options: options.map(([, text]) => unescaped(text)) },
			];
		}),
	);
}

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return {};
	}
}

function unescaped(text: string): string {
	return text
		.replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
		.replace(/&lt;/g, '<')
		.replace(/&gt;/g, '>')
		.replace(/&quot;/g, '"')
		.replace(/&#39;/g, "'")
		.replace(/&amp;/g, '&');
}
