/** Lets everything believe that it is noon (UTC) of a day. The clock goes on from there, so that whoever waits gets on. */
export function fixDay(day: string): void {
	const real = Date.now.bind(Date);
	const offset = Date.parse(`${day}T12:00:00Z`) - real();
	jest.spyOn(Date, 'now').mockImplementation(() => real() + offset);
}
