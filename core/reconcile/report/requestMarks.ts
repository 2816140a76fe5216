import { html, type Markup } from './markup';

/** Request ids are long and stand on many lines: a page writes each once, at its end, and numbers elsewhere. */
export interface RequestMarks {
	/** The id's number on this page, as a link. */
	mark: (requestId: string) => Markup;
	/** All ids that were marked, by number; call it last. */
	list: () => Markup | null;
}

export function requestMarks(): RequestMarks {
	const numbers = new Map<string, number>();
	return {
		mark: (requestId) => {
			const number = numbers.get(requestId) ?? numbers.size + 1;
			numbers.set(requestId, number);
			return html`<a href="#r${number}">${number}</a>`;
		},
		list: () => {
			if (numbers.size === 0) return null;
			const ids = [...numbers].map(([id, number]) => html`<li id="r${number}">${id}</li>`);
			return html`<section class="q">
				<h2 id="requests">Where it was read</h2>
				<p>
					Ids of the requests that the lines name by number. Stellr and HaloPSA can look a request
					up by its id.
				</p>
				<ol>
					${ids}
				</ol>
			</section>`;
		},
	};
}
