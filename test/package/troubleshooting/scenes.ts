import * as check from './checkScenes';
import * as clientApply from './clientApplyScenes';
import * as client from './clientScenes';
import * as consequence from './consequenceScenes';
import * as credential from './credentialScenes';
import * as edit from './editScenes';
import * as haloRead from './haloReadScenes';
import * as heldLicence from './heldLicenceScenes';
import * as importing from './importScenes';
import * as licenceInput from './licenceInputScenes';
import * as match from './matchScenes';
import * as nameMatch from './nameMatchScenes';
import * as reconcile from './reconcileScenes';
import * as renewal from './renewalScenes';
import * as review from './reviewScenes';
import * as stellrRead from './stellrReadScenes';
import * as write from './writeScenes';
import type { Scene } from './scene';

/** All that is broken for the troubleshooting page, by what it is about. */

const scenesIn = (...modules: object[]): Scene[] =>
	modules.flatMap((module) =>
		Object.values(module).flatMap((value) => (Array.isArray(value) ? (value as Scene[]) : [])),
	);

export const scenes = {
	connections: scenesIn(check, credential, haloRead, stellrRead),
	licences: scenesIn(heldLicence, client, clientApply),
	writes: scenesIn(write, licenceInput, reconcile, renewal),
	mapping: scenesIn(match, nameMatch, review, edit, consequence, importing),
};

export const allScenes: readonly Scene[] = Object.values(scenes).flat();
