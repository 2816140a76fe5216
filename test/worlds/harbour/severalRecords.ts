import type { HarbourTable } from './table';

/** One firm with several records on a side, or with a record that is out of use. */
export const severalRecords: HarbourTable[] = [
	{
		kind: 'two top levels',
		rows: `
us Oakmont Legal | unsure
= Oakmont Legal | under Northwind IT
= Oakmont Legal | under Harbour Point Partners

us greenwaycyclery.com
= Greenway Cyclery | under Harbour Point Partners | web greenwaycyclery.com
= Greenway Cyclery | under Northwind IT

us Sandpiper Press | domain sandpiperpress.com | is 2
= Sandpiper Press | under Northwind IT | mail sandpiper-id.com*5
= Sandpiper Press | under Northwind Projects | mail sandpiperpress.com*5

us Tri-State Boilers | unsure
= Tri-State Boilers | under Northwind Projects
= Tri-State Boilers | under Northwind IT

ca Kenora Dry Cleaners | unsure
= Kenora Dry Cleaners | under Northwind IT
= Kenora Dry Cleaners | under Harbour Point Partners

ca Auberge du Vieux Moulin | tenant vieuxmoulin
= Auberge du Vieux Moulin | tenant vieuxmoulin | under Northwind IT
= Auberge du Vieux Moulin | under Northwind Projects

br Casa das Tintas | unsure
= Casa das Tintas | under Northwind IT
= Casa das Tintas | under Harbour Point Partners
`,
	},
	{
		kind: 'inactive twin',
		rows: `
us Hazelton Boiler Works | is 2
= Hazelton Boiler Works | inactive
= Hazelton Boiler Works

us limestoneledger.com | is 2
= Limestone Ledger Bookkeeping | inactive | web limestoneledger.com
= Limestone Ledger Bookkeeping | web limestoneledger.com

us Parsonage Antiques, Inc.
= Parsonage Antiques
= Parsonage Antiques, Inc. | inactive

ca Bathurst Boat Tops
= Bathurst Boat Tops | web bathurstboattops.ca
= Bathurst Boat Tops - OLD | inactive

ca Atelier Brodeur | tenant brodeur | is 2
= Atelier Brodeur | inactive
= Atelier Brodeur inc. | tenant brodeur

br Telhas Maranhão | is 2
= Telhas Maranhão | inactive
= Telhas Maranhão Ltda

mx Cerrajería Victoria
= Cerrajería Victoria
= Cerrajería Victoria | inactive
`,
	},
	{
		kind: 'only inactive',
		rows: `
us Wainscott Blinds => Wainscott Blinds | inactive
us opheliaboutique.com => Ophelia Boutique | inactive | web
us Gentry Pawn & Loan | discontinued => Gentry Pawn & Loan | inactive
ca Haida Cedar Carving => Haida Cedar Carving | inactive
ca impressionlaurier.com => Impression Laurier | inactive | mail
br Sorveteria Polo Norte | discontinued => Sorveteria Polo Norte | inactive
mx Imprenta Juárez Oriente => Imprenta Juárez Oriente | inactive
`,
	},
	{
		kind: 'several customers',
		rows: `
us harborviewhotels.com
us harborviewhotels.onmicrosoft.com
ca Harborview Hotels
= Harborview Hotels | web harborviewhotels.com

us Saltmarsh Brands | domain saltmarshbrands.com
ca saltmarshbrands.ca | domain saltmarshbrands.com
mx Saltmarsh Brands México | domain saltmarshbrands.com
= Saltmarsh Brands | web saltmarshbrands.com

us Langford Tile | tenant langford
us Langford Tile - Azure | tenant langford
= Langford Tile | tenant langford

ca Coop Funéraire du Bas-Saint-Laurent
ca coopfunerairebsl.ca
= Coop Funéraire du Bas-Saint-Laurent | web coopfunerairebsl.ca

br Pampulha Veículos
br pampulhaveiculos.com.br
= Pampulha Veículos | mail pampulhaveiculos.com.br*9
`,
	},
	{
		kind: 'do not use',
		rows: `
us Cedarline Builders | is 2
= DO NOT USE - Cedarline Builders
= Cedarline Builders

us marblefallsoptics.com | is 2
= Marble Falls Optics DO NOT USE | web marblefallsoptics.com
= Marble Falls Optics | web marblefallsoptics.com

us Ravensworth Carpets | is 2
= Ravensworth Carpets (duplicate)
= Ravensworth Carpets

ca Sidney Ferry Supply
= Sidney Ferry Supply
= zz Sidney Ferry Supply (DO NOT USE)

ca Gymnase Beaulac | is 2
= Gymnase Beaulac - NE PAS UTILISER
= Gymnase Beaulac

br Ferraria Caxambu | is 2
= NÃO USAR Ferraria Caxambu
= Ferraria Caxambu
`,
	},
];
