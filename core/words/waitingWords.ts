import type { LimiterOptions } from '../http/limiter';

/** "2 min 5 s"; "under a second" for what nobody needs to count. */
export function durationText(milliseconds: number): string {
	const seconds = Math.round(milliseconds / 1000);
	if (seconds < 1) return 'under a second';
	const minutes = Math.floor(seconds / 60);
	if (minutes === 0) return `${seconds} s`;
	return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
}

function limitText({ window }: LimiterOptions): string {
	if (window === undefined) return 'it asked for fewer requests';
	const { perWindow, windowMs } = window;
	return `its limit in this n8n is ${perWindow} requests per ${durationText(windowMs)}`;
}

/** What a run says while it waits for an API's limit. */
export function waitingText(whose: string, waitMs: number, options: LimiterOptions): string {
	return `${whose}: waiting about ${durationText(waitMs)}, since ${limitText(options)}. Nothing is wrong, and nothing needs to be done.`;
}

/** What a node says afterwards. */
export function waitedText(whose: string, waitedMs: number, options: LimiterOptions): string {
	return `${whose}: waited ${durationText(waitedMs)} in all, since ${limitText(options)}.`;
}
