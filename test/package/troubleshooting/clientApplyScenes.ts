import { aHaloClient, STELLR_KEY_FIELD } from '../../../simulators/world/builders';
import { mappedTo } from '../../core/sync/records';
import type { HaloNodeStage } from '../../nodes/haloNode';
import { OFF, ON, item, onStage, type Night } from './clientStage';
import { duringWrite } from './licenceStage';
import { scene, type Scene } from './scene';

/** Clients that Apply did not write as planned. */

async function planThenApply(night: Night, meanwhile: (stage: HaloNodeStage) => void) {
	return await onStage(night, async (stage) => {
		const { items = [item()], parameters = ON } = night;
		const planned = await stage.run(items, { parameters });
		meanwhile(stage);
		return await stage.run(planned.first, { parameters: { ...parameters, operation: 'apply' } });
	});
}

const apply = (
	broken: string,
	codes: string[],
	night: Night,
	meanwhile: (stage: HaloNodeStage) => void = () => {},
): Scene =>
	scene(
		broken,
		codes.map((code) => `apply-${code}`),
		async () => await planThenApply(night, meanwhile),
	);

const two = [
	item({ customerNo: '900', name: 'Birch Dental' }),
	item({ customerNo: '901', name: 'Cedar Freight' }),
];
const bothMatched = [
	item({ customerNo: '900', name: 'Birch Dental' }, mappedTo({ id: 20, name: 'Birch Dental' })),
	item({ customerNo: '901', name: 'Cedar Freight' }, mappedTo({ id: 21, name: 'Cedar Freight' })),
];

export const clientApplyScenes: Scene[] = [
	apply('a client with a near name that came since', ['clientAppeared'], {}, ({ halo }) => {
		halo.state.clients.push(aHaloClient({ id: 80, name: 'Acorn Construction Ltd' }));
	}),
	apply('a key field that Halo swallows', ['clientKeyNotStored', 'keyOfOtherNotStored'], {
		items: two,
		switches: { keyFields: [STELLR_KEY_FIELD], keyCutTo: 4 },
	}),
	apply('a key field that Halo swallows by now', ['ownKeyNotStored'], {
		items: two,
		tables: { clients: [aHaloClient({ id: 70, name: 'Zulu Works', stellrKey: 'us/899' })] },
		switches: { keyFields: [STELLR_KEY_FIELD], keyCutTo: 4 },
	}),
	apply('a key field of a matched client that Halo swallows', ['linkNotStored'], {
		items: bothMatched,
		tables: {
			clients: [
				aHaloClient({ id: 20, name: 'Birch Dental' }),
				aHaloClient({ id: 21, name: 'Cedar Freight' }),
			],
		},
		parameters: OFF,
		switches: { keyFields: [STELLR_KEY_FIELD], keyCutTo: 4 },
	}),
	apply('another run that creates the same client', ['madeTwice'], {}, (stage) => {
		duringWrite(stage, () => {
			stage.halo.state.clients.push(aHaloClient({ id: 15, stellrKey: 'us/100482' }));
		});
	}),
];
