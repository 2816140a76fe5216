import type { Group } from './table';

/** Clients that buy nothing from Stellr; they share trades and words with those that do. */
const FIRMS = `
Aldridge Court Reporting
Bannister Kitchens
Cahill Ambulance
Calumet Bay Marine Supply
Camelback Dental Studio
Chisholm Trail Feed
Cloverdale Family Dentistry
Cooperativa Agrícola Ibirapuera
Copper Canyon Roofing
Crestwood Title Company
Deerfield Physical Therapy
Eagle Harbor Yacht Club
East Fork Water Association
Emerald Isle Lawn Care
Escola Pequeno Príncipe
Fairbanks Tool & Die
Falcon Heights Montessori
Ferretería San Judas
Garden Gate Florist
Glenwood Funeral Home
Gráfica Boa Impressão
Granite Falls Credit Union
Hacienda Vista Realty
Hearthstone Bakery
Highland Park Lutheran Church
Hôtel Bellerive
Indústria de Móveis Araucária
Jasmine Spa
Kingfisher Brewing Company
Lakeshore Orthopaedics
Lone Pine Veterinary Clinic
Madison County Library
Maplewood Insurance Agency
Menuiserie Beaumont
Milestone CPAs
New Haven Urgent Care
Northside Heating & Cooling
Notaires Cloutier Paradis
Oak Hollow Apartments
Óptica Buena Vista
Padaria Pão Dourado
Pacific Crest Title
Pharmacie Gauthier
Pioneer Elevator
Plomberie Rive-Nord
Pousada Recanto das Águas
Prairie Rose Golf Club
Queen City Cabinets
Red Barn Preschool
Rocky Mount Paving
Savanna Land Surveying
Seaside Boat Storage
Shady Grove Township
Stonegate Homeowners Association
Transportes Dois Irmãos
Timberline Sign Company
Union Square Dermatology
Vidrios y Aluminios Colima
West Shore Movers
Westbrook School District
`;

const PLACES =
	'Ashgrove Belvoir Cranleigh Dovercourt Eskdale Farnborough Glendower Hartsdale Inverary Kirkwall Langdale Mossdale Netherby Penarth Rothesay Stranraer Thornbury Wetherby';
const TRADES = 'Hardware,Plumbing & Heating,Dental,Logistics,Auto Body';

/** One group of clients without a customer, websites for about half of them. */
export function onlyInHalo(): Group {
	const listed = FIRMS.trim().split('\n');
	const combined = PLACES.split(' ').flatMap((place) =>
		TRADES.split(',').map((trade) => `${place} ${trade}`),
	);
	const clients = [...listed, ...combined].map((name, position) => {
		const attributes = new Map<string, string>();
		const domain = `${plainLetters(name)}.com`;
		if (position % 2 === 0) attributes.set('web', domain);
		if (position % 3 === 0) attributes.set('mail', domain);
		if (position % 11 === 0) attributes.set('inactive', '');
		return { name, attributes };
	});
	return {
		kind: 'only in Halo',
		customers: [],
		clients: [{ name: 'Unknown', attributes: new Map<string, string>() }, ...clients],
	};
}

function plainLetters(name: string): string {
	return name
		.normalize('NFD')
		.replace(/[^a-z0-9]/gi, '')
		.toLowerCase();
}
