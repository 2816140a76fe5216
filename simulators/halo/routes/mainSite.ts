/** What a new client brings with it: its main site and, where a contact was sent, a user there. */
import { sentNumber, sentText } from '../posting';
import { type SentRow, type Simulation, nextId } from '../simulation';
import type { HaloClientRow, HaloSiteRow } from '../state';
import { writeAddress } from './addresses';

/** Makes the main site from the `newclient_` fields; without a name it is called Main, as Halo's own are. */
export function makeMainSite(simulation: Simulation, client: HaloClientRow, sent: SentRow): void {
	const { state } = simulation;
	const site: HaloSiteRow = {
		id: nextId(state.sites),
		name: sentText(sent, 'newclient_sitename') ?? 'Main',
		client_id: client.id,
		inactive: false,
		phonenumber: sentText(sent, 'newclient_phonenumber'),
		country_code: sentText(sent, 'newclient_countrycode'),
		region_code: sentNumber(sent, 'newclient_regioncode'),
		delivery_address: null,
		invoice_address: null,
	};
	state.sites.push(site);
	client.main_site_id = site.id;
	const address = sent.newclient_delivery_address as SentRow | null | undefined;
	if (address) writeAddress(simulation, site, 'delivery_address', address);
	const contact = sentText(sent, 'newclient_contactname');
	if (contact === null) return;
	state.users.push({
		id: nextId(state.users),
		name: contact,
		client_id: client.id,
		site_id: site.id,
		emailaddress: sentText(sent, 'newclient_contactemail'),
		inactive: false,
	});
}
