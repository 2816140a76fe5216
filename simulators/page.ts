/** A plain page for a person who looks at a simulator in a browser: no script, nothing from elsewhere. */

const STYLE = `
body { font: 15px/1.5 system-ui, sans-serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; color: #222; }
fieldset { border: 1px solid #ccc; border-radius: 6px; margin: 1rem 0; padding: .5rem 1rem 1rem; }
legend { font-weight: 600; padding: 0 .4rem; }
fieldset > div { margin: .4rem 0; }
div > label:first-child { display: inline-block; min-width: 17rem; }
input:not([type=checkbox]), select { font: inherit; padding: .25rem .4rem; min-width: 20rem; }
input[readonly] { background: #f4f4f4; border: 1px solid #ddd; }
button { font: inherit; padding: .4rem 1.4rem; margin-top: .6rem; }
.note { color: #666; } .saved { background: #e7f6e7; padding: .4rem .8rem; border-radius: 6px; }`;

export function htmlPage(title: string, body: string): string {
	return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${STYLE}</style></head>
<body><h1>${escaped(title)}</h1>
${body}
</body></html>`;
}

/** A value to be copied. */
export function shownValue(label: string, value: string): string {
	return labelled(label, label, (id) => `<input id="${id}" readonly value="${escaped(value)}">`);
}

export function textBox(label: string, name: string): string {
	return labelled(label, name, (id) => `<input id="${id}" name="${id}" required>`);
}

/** Several boxes may carry one name; the form then holds the values of the ticked ones. */
export function tickBox(label: string, name: string, isTicked: boolean, value = 'on'): string {
	const state = isTicked ? ' checked' : '';
	return `<div><input type="checkbox" id="${escaped(label)}" name="${escaped(name)}" value="${escaped(value)}"${state}>
<label for="${escaped(label)}">${escaped(label)}</label></div>`;
}

export function choiceBox(label: string, name: string, choices: string[], chosen: string): string {
	const options = choices.map(
		(choice) => `<option${choice === chosen ? ' selected' : ''}>${escaped(choice)}</option>`,
	);
	return labelled(
		label,
		name,
		(id) => `<select id="${id}" name="${id}">${options.join('')}</select>`,
	);
}

function labelled(label: string, name: string, field: (id: string) => string): string {
	const id = escaped(name);
	return `<div><label for="${id}">${escaped(label)}</label> ${field(id)}</div>`;
}

export function section(title: string, ...content: string[]): string {
	return `<fieldset><legend>${escaped(title)}</legend>${content.join('\n')}</fieldset>`;
}

export function form(action: string, button: string, ...content: string[]): string {
	return `<form method="post" action="${escaped(action)}">${content.join('\n')}<button type="submit">${escaped(button)}</button></form>`;
}

export function escaped(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}
