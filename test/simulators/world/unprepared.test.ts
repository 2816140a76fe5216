/** The world of the first hour: a Halo that holds 60 licences and that nobody has prepared. */
import {
	UNPREPARED_LICENCES,
	unpreparedHalo,
	unpreparedStellr,
	unpreparedWorld,
} from '../../../simulators/world/scenarios/unprepared';

it('holds 60 licences, no custom field, no key, and a native module on its schedule', () => {
	const { halo } = unpreparedWorld();
	expect(halo.licences).toHaveLength(UNPREPARED_LICENCES);
	expect(halo.fieldInfo).toEqual([]);
	expect(halo.clients.flatMap(({ customfields }) => customfields)).toEqual([]);
	expect(halo.synnexDetails.map(({ halointegrator }) => halointegrator)).toEqual([true]);
});

it('has two rows that can be taken over and whose count is not what was sold', () => {
	const { truth, halo } = unpreparedWorld();
	const differing = truth.subscriptions.filter(
		({ countDiffers, origin }) => countDiffers && ['native', 'hand'].includes(origin),
	);
	const keys = differing.map(({ licenceId }) => halo.licences.find(({ id }) => id === licenceId));
	expect(keys.map((row) => row?.snowid)).toEqual([null, null]);
});

it('switches off what people have to switch on', () => {
	expect(unpreparedHalo).toMatchObject({ softwareLicensing: 'off', quantityCalculation: 'off' });
	expect(unpreparedHalo.missingPermissions).toContain('read:customers');
	expect(unpreparedStellr.missingPermissions).toContain('Subscriptions - Get Subscription Details');
});
