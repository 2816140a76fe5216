import { secondsIn, type CpuProfile } from '../../tools/bench/processProfile';

const frame = (functionName: string, url: string) => ({ functionName, url, lineNumber: 9 });
const profile: CpuProfile = {
	nodes: [
		{ id: 1, callFrame: frame('(root)', ''), children: [2, 3] },
		{ id: 2, callFrame: frame('ours', 'file:///n8n/package/core/plan.js'), children: [4, 5] },
		{ id: 3, callFrame: frame('theirs', 'file:///n8n/engine.js'), children: [6] },
		{ id: 4, callFrame: frame('parse', 'file:///n8n/zod/types.js') },
		{ id: 5, callFrame: frame('request', 'file:///n8n/engine.js'), children: [7] },
		{ id: 6, callFrame: frame('stringify', '') },
		{ id: 7, callFrame: frame('write', 'node:net') },
	],
	samples: [2, 3, 4, 5, 6, 7],
	timeDeltas: [1e6, 2e6, 4e6, 8e6, 16e6, 32e6],
};

describe('the seconds in functions of one package', () => {
	it('are its own and those in libraries and in Node that it called itself', () => {
		const { seconds, byFunction } = secondsIn(profile, '/package/', /\/zod\//);
		expect(seconds).toBe(5);
		expect([...byFunction]).toEqual([['ours core/plan.js:10', 5]]);
	});
});
