/** Scripts that run inside n8n's editor, as text: the project's types know no browser. */

/** Labels, hints and notices of the open form whose text does not fit. */
export const cutOff = `[
	...document.querySelectorAll('[data-test-id="node-parameters"] label span, [data-test-id="node-parameters"] .notice'),
]
	.filter(({ scrollWidth, clientWidth, textContent }) => textContent.trim() !== '' && scrollWidth > clientWidth + 1)
	.map(({ textContent }) => textContent.trim())`;

/** By how many pixels the open form is taller than what is shown of it. */
export const hiddenHeight = `(() => {
	const hidden = [];
	for (let part = document.querySelector('[data-test-id="node-parameters"]'); part; part = part.parentElement) {
		if (/auto|scroll/.test(getComputedStyle(part).overflowY)) hidden.push(part.scrollHeight - part.clientHeight);
	}
	return Math.max(0, ...hidden);
})()`;
