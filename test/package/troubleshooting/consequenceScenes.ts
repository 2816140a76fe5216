import { aLicenceRow } from '../../../simulators/world/builders';
import { client, customer, savedRow } from '../../core/matching/records';
import { row } from './mappingItems';
import {
	acorn,
	acornClient,
	brook,
	MAP,
	REJECT,
	IGNORE,
	FORGET,
	FORGET_ALL,
	says,
	hand,
} from './handStage';
import type { Scene } from './scene';

/** What the page says a mapping by hand leads to. */

const other = customer('200', 'Brook');
const atBrook = [acornClient, client(13, 'Brook Holdings', { stellrKeys: ['us/200', 'us/999'] })];

export const consequenceScenes: Scene[] = [
	says('a customer mapped elsewhere by hand', ['map', 'keyStaysBehind', 'staysHeading'], MAP),
	says('a client that is inactive', ['inactiveTarget'], MAP, {
		clients: [acornClient, client(13, 'Brook Holdings', { inactive: true })],
	}),
	says(
		'a client that another customer has, with a key of a third',
		['sharedTarget', 'strangersAtTarget'],
		MAP,
		{
			customers: [acorn, other],
			clients: atBrook,
		},
	),
	says('a client that two other customers have', ['sharedTarget-2'], MAP, {
		customers: [acorn, other, customer('999', 'Brook Two')],
		clients: atBrook,
	}),
	says('a client that was rejected before', ['wasRejected'], MAP, {
		saved: [row(3, savedRow('100482', 'rejected', 13))],
	}),
	hand(
		'a client rejected that holds the key',
		['consequence-reject', 'consequence-contradictsRejection', 'consequence-staysHeading-2'],
		REJECT,
		{
			search: { customerSearch: 'acorn', clientSearch: '12' },
		},
	),
	says('a customer never imported', ['ignore'], IGNORE),
	says('a customer not imported until a day', ['ignore-2'], { ...IGNORE, until: '2099-01-31' }),
	says(
		'a decision forgotten',
		['forget', 'foundAgain', 'mayStayHeading', 'rejectionsStay'],
		FORGET,
		{
			saved: [row(3, savedRow('100482', 'manual', 12)), row(4, savedRow('100482', 'rejected', 13))],
		},
	),
	says('a decision forgotten, and two rejections that stay', ['rejectionsStay-2'], FORGET, {
		saved: [
			row(3, savedRow('100482', 'manual', 12)),
			row(4, savedRow('100482', 'rejected', 13)),
			row(5, savedRow('100482', 'rejected', 14)),
		],
	}),
	says('everything forgotten', ['forgetAll'], FORGET_ALL, {
		saved: [row(3, savedRow('100482', 'manual', 12))],
	}),
	says('no licence with a key at the old client', ['nothingKeyed', 'withoutKey'], MAP, {
		licences: [aLicenceRow({ id: 501, client_id: 12 })],
	}),
	says('two licences without a key at the old client', ['withoutKey-2'], MAP, {
		licences: [aLicenceRow({ id: 501, client_id: 12 }), aLicenceRow({ id: 502, client_id: 12 })],
	}),
	says('an old client that another customer has too', ['shared'], MAP, {
		customers: [acorn, customer('300', 'Acorn Two')],
		clients: [client(12, 'Acorn Construction', { stellrKeys: ['us/100482', 'us/300'] }), brook],
	}),
	says('licences that cannot be read', ['cameInPart'], MAP, {
		switches: { missingPermissions: ['read:softwarelicensing'] },
	}),
];
