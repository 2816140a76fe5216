import { proveScenes } from './prove';
import { scenes } from './scenes';

describe('the troubleshooting page has what is printed about a connection, for', () => {
	proveScenes(scenes.connections);
});
