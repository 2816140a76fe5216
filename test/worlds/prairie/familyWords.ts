/** What sister firms are called after, and what they do; `{}` stands for the family's word. */

export const familyHeads = {
	us: `Lakeshore|Cedar Ridge|Northgate|Harbor View|Summit Peak|Riverbend|Keystone Arch|Pinecrest|Liberty Hill|Heritage Oaks
		|Blue Heron|Eastgate|Fox Hollow|Prairie Sky|Stonebridge|Westfield|Clearwater|Ironwood|Silver Lake|Maple Grove
		|Redwood Coast|Highland Park|Crosswind|Old Mill|Birchwood|Cobalt|Sandstone|Thunder Basin|Wheatland|Bluffton
		|Hartwell|Kensington|McAllister|O'Hara|Vandenberg|Whitaker|Delgado|Nakamura|Sweetwater|Copper Canyon
		|Lone Star|Magnolia|Bay State|Garden City|Tri-County|Mid-State|All American|Central Valley|Chesapeake|Twin Cities`,
	ca: `Rideau|Northern Lights|Sturgeon|Grizzly|Loon Lake|Polaris|Wolverine|Wild Rose|Great Slave|Trillium
		|Lions Gate|Confederation|Prairie Wind|Tamarack|Sable Island|St. Clair|Fort Garry|Bluenose|MacLeod|Saanich`,
	qc: `Beauséjour|Montclair|Rivière-Blanche|Belle-Rive|Val-Joli|Saint-Laurent|Grande-Ourse|Chênevert|Bois-Francs|Trois-Pignons
		|Lac-Noir|Mauricie|Bouchard|L'Hirondelle|Grand-Héron`,
	br: `Bela Vista|Aurora|Sol Nascente|Três Rios|Estrela do Sul|Monte Verde|Ipiranga|São Bento|Santa Cecília|Nova Era
		|Paraíso|Boa Esperança|Irmãos Fontana|Serra Azul|Litoral|Araguaia|Bandeirantes|Pioneira|Vale Verde|Conceição`,
	mx: `El Roble|San Marcos|La Joya|Águila Real|Río Grande|Del Valle|Santa Lucía|Los Pinos|Nuevo Mundo|Huasteca
		|La Cañada|Peñasco|Azteca|Tres Ríos|Monte Albán|Sierra Madre|Villanueva|Del Norte|Anáhuac Sur|Quintanar`,
} as const;

export const familyTrades = {
	us: `{} Dental|{} Dental Lab|{} Roofing|{} Holdings|{} Plumbing & Heating|{} Logistics|{} Veterinary Clinic|{} Insurance Agency
		|{} Realty|{} Construction|{} Foods|{} Manufacturing|{} Physical Therapy|{} Auto Body|{} Landscaping|{} Software|{} Pharmacy
		|{} Accounting & Tax|{} Community Church|{} Academy|{} Electric|{} Property Management|{} Capital Partners|{} Family Medicine
		|{} Glass|{} Concrete|{} Farms|{} Mechanical Services|{} International|{} Legal Associates|{} Medical Equipment|{} Dental Supply`,
	ca: `{} Dental|{} Roofing|{} Holdings|{} Plumbing & Heating|{} Transport|{} Veterinary Services|{} Insurance Brokers|{} Realty
		|{} Contracting|{} Foods|{} Oilfield Services|{} Physiotherapy|{} Autobody|{} Lumber|{} Pharmacy|{} Accounting|{} Electrical
		|{} Property Management|{} Resources|{} Resources International|{} Marine|{} Manufacturing`,
	qc: `Dentaire {}|Toitures {}|Construction {}|Gestion {}|Immobilier {}|Transport {}|Plomberie et Chauffage {}|Pharmacie {}
		|Assurances {}|Laboratoire dentaire {}|Excavation {}|Traiteur {}|Comptables {} et Associés|Ébénisterie {}|Les Aliments {}`,
	br: `Transportes {}|Construtora {}|{} Engenharia|Agropecuária {}|Comércio de Alimentos {}|Indústria de Plásticos {}|Clínica {}
		|Clínica Odontológica {}|Farmácia {}|Imobiliária {}|{} Participações|{} Contabilidade e Consultoria|Supermercado {}
		|Materiais de Construção {}|Colégio {}|Laboratório {}|Auto Posto {}|Hotel {}`,
	mx: `Transportes {}|Constructora {}|Inmobiliaria {}|Grupo {}|Alimentos {}|Clínica Dental {}|Farmacia {}|Ferretería {}
		|Servicios Industriales {}|Comercializadora {}|Agrícola {}|Empacadora {}|Colegio {}|Refacciones y Servicios {}|Hotel {}
		|Laboratorio {}|Gas {}|Materiales {}`,
} as const;

export const familyForms = {
	us: 'Inc.|LLC|LLC|Inc.|Corp.|LP|Co.|PLLC',
	ca: 'Ltd.|Inc.|Ltd.|Corp.|Limited Partnership',
	qc: 'Inc.|Ltée|Inc.|S.E.N.C.',
	br: 'Ltda.|Ltda.|S.A.|ME|EIRELI',
	mx: 'S.A. de C.V.|S.A. de C.V.|S. de R.L. de C.V.|S.C.|S.A.P.I. de C.V.',
} as const;

export const familyPlaces = {
	us: 'Duluth, MN|Toledo, OH|Savannah, GA|Boise, ID|Tulsa, OK|Fresno, CA|Albany, NY|Mobile, AL|Waco, TX|Peoria, IL',
	ca: 'Calgary, AB|Winnipeg, MB|Regina, SK|Halifax, NS|London, ON|Kelowna, BC|Barrie, ON|Moncton, NB',
	qc: 'Montréal, QC|Québec, QC|Laval, QC|Gatineau, QC|Sherbrooke, QC',
	br: 'São Paulo, SP|Curitiba, PR|Belo Horizonte, MG|Recife, PE|Porto Alegre, RS|Goiânia, GO',
	mx: 'Monterrey, N.L.|Guadalajara, Jal.|Puebla, Pue.|Mérida, Yuc.|Tijuana, B.C.|León, Gto.',
} as const;

export type Region = keyof typeof familyHeads;

/** The entries of a list written on several lines. */
export function entries(list: string): string[] {
	return list.split('|').map((entry) => entry.trim());
}
