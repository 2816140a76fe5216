import { fixDay } from '../../nodes/fixedDay';
import { proveScenes } from './prove';
import { scenes } from './scenes';

describe('the troubleshooting page has what is printed about licences and clients, for', () => {
	beforeAll(() => fixDay('2026-11-23'));
	afterAll(() => jest.restoreAllMocks());

	proveScenes(scenes.licences);
});
