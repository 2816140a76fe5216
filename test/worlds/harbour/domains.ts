import type { HarbourTable } from './table';

/** Domains and tenants that help, and those that mislead. */
export const domains: HarbourTable[] = [
	{
		kind: 'other TLD same',
		rows: `
us fernhollowvets.net => Fern Hollow Vets | web fernhollowvets.com
us gardinerandtate.us => Gardiner and Tate | web gardinerandtate.com | mail gardinerandtate.com*9
us hopewellmission.com => Hopewell Mission | web hopewellmission.org
us ottawatimberframes.net => Ottawa Timber Frames LLC | mail ottawatimberframes.com
ca chinookwindows.com => Chinook Windows | web chinookwindows.ca
ca laurentidestoitures.com => Laurentides Toitures inc. | web laurentidestoitures.ca
ca tantramarmarsh.org => Tantramar Marsh Society | web tantramarmarsh.ca
br guarapuavacarnes.com => Guarapuava Carnes | web guarapuavacarnes.com.br
br santanasolventes.com.br => Santana Solventes | web santanasolventes.ind.br
mx pinturaspopocatepetl.com => Pinturas Popocatépetl | web pinturaspopocatepetl.com.mx
`,
	},
	{
		kind: 'other TLD another',
		rows: `
br lumina.com.br | in BR | none
= Lumina Pool Lighting | web lumina.ca | in CA

us apexwater.us | is 2 | in US
= Apex Water Polo Club | web apexwater.org | in US
= Apex Water Treatment | web apexwater.us | in US

ca orionpress.ca | in CA | is 2
= Orion Press | web orionpress.com | in US
= Orion Press Toronto | web orionpress.ca | in CA

us harborlight.org | is 2
= Harborlight Candle Company | web harborlight.com
= Harbor Light Rescue Mission | web harborlight.org | mail harborlight.org*8

br nexus-seg.com.br | in BR | none
= Nexus Segment Marketing | web nexus-seg.com | in CA

mx vertice.mx | in MX | none
= Vertice Climbing Gym | web vertice.com.br | in BR

ca eclipsefilms.ca | in CA | is 2
= Eclipse Window Films | web eclipsefilms.com | in US
= Eclipse Film Studios | mail eclipsefilms.ca*6 | in CA

mx solaris.com.mx | is 2 | in MX
= Solaris Travel | web solaris.travel | in US
= Grupo Solaris | web solaris.com.mx | in MX
`,
	},
	{
		kind: 'public mail',
		rows: `
us Bob's Lawn Rangers | domain gmail.com
= Bob's Lawn Rangers | mail gmail.com*2
= Sunset Paving | mail gmail.com*7

us Petal Pushers | domain gmail.com | none
= Corner Cobbler | mail gmail.com*4 | domains gmail.com

us Dunlevy Taxidermy | domain yahoo.com => Dunlevy Taxidermy | mail yahoo.com*3
us outlook.com | none
= Wet Nose Grooming | mail outlook.com*5

ca Clôtures Gariépy | domain hotmail.com
= Clôtures Gariépy | mail hotmail.com*2
= Dépanneur Chez Rita | mail hotmail.com*3 | web hotmail.com

ca Sooke Kayak Tours | domain shaw.ca | none
= Malahat Chimney Sweeps | mail shaw.ca*4

br Borracharia do Zeca | domain uol.com.br
= Borracharia do Zeca | mail uol.com.br*1
= Salão Beleza Pura | mail uol.com.br*6

br Chaveiro Central Olinda | domain bol.com.br | none
= Marmitaria da Vovó | mail bol.com.br*3

mx Taller Mecánico Chucho | domain hotmail.com => Taller Mecánico Chucho | mail hotmail.com*2
mx Jugos Lupita | domain prodigy.net.mx | none
= Estética Lupita | mail prodigy.net.mx*2
`,
	},
	{
		kind: 'shared host',
		rows: `
us Peachtree Pretzels => Peachtree Pretzels | web facebook.com/peachtreepretzels
us Gus's Muffler Shop => Gus's Muffler Shop | web https://www.facebook.com/gusmufflers
us Skillet Sisters Cafe => Skillet Sisters Cafe | web skilletsisters.wixsite.com/home
ca Nanaimo Bar Bakery => Nanaimo Bar Bakery | web facebook.com/nanaimobarbakery
br Dona Benta Bolos => Dona Benta Bolos | web instagram.com/donabentabolos
mx Tortillería La Espiga => Tortillería La Espiga | web https://www.facebook.com/laespigatortilleria
`,
	},
	{
		kind: 'MSP domain',
		rows: `
us northwind-it.com => Northwind IT (Internal) | web northwind-it.com | mail northwind-it.com*22
us Cliffside Daycare | domain northwind-it.com => Cliffside Daycare | mail northwind-it.com*1
us Foxglove Apothecary | domain northwind-it.com | none
us haymarketcoop.com => Haymarket Cooperative | domains northwind-it.com haymarketcoop.com | mail haymarketcoop.com*5 northwind-it.com*9
us brassbellmoving.com => Brass Bell Moving | mail northwind-it.com*4 brassbellmoving.com*2
ca Elora Weavers | domain northwind-it.com => Elora Weavers Guild | web northwind-it.com
ca kaslosawmill.ca => Kaslo Sawmill | domains northwind-it.com | mail northwind-it.com*3 kaslosawmill.ca*1
br caramuruvinhos.com.br => Caramuru Vinhos | web northwind-it.com | mail northwind-it.com*2 caramuruvinhos.com.br*2
mx Cocinas Malinalco | domain northwind-it.com | none
= Cocinas y Clósets Tlaxcala | domains northwind-it.com
`,
	},
	{
		kind: 'sister firms',
		rows: `
us Tamarack Homes | domain tamarackgroup.com
us Tamarack Realty | domain tamarackgroup.com | is 2
us tamarackgroup.com | unsure
= Tamarack Homes | web tamarackgroup.com
= Tamarack Realty | web tamarackgroup.com

us Delgado Produce LLC | domain delgadofamily.com
= Delgado Produce | mail delgadofamily.com*11
= Delgado Trucking | mail delgadofamily.com*6

ca Morrison Bulk Carriers | domain morrisonbros.ca
ca Morrison Marine Fuels | domain morrisonbros.ca | is 2
= Morrison Bulk Carriers Ltd. | web morrisonbros.ca
= Morrison Marine Fuels Ltd. | web morrisonbros.ca

ca groupepaquin.com | unsure
= Excavation Paquin | web groupepaquin.com | mail groupepaquin.com*8
= Béton Paquin | web groupepaquin.com | mail groupepaquin.com*8

br Araripe Cimentos | domain grupoararipe.com.br | is 2
br grupoararipe.com.br | unsure
= Araripe Mineração | domains grupoararipe.com.br
= Araripe Cimentos | domains grupoararipe.com.br
`,
	},
	{
		kind: 'group tenant',
		rows: `
us Kestridge Foods | tenant kestridge
us kestridgegroup.onmicrosoft.com | tenant kestridge | unsure
= Kestridge Foods | tenant kestridge
= Kestridge Cold Storage | tenant kestridge

us Ostrander Title | tenant ostrander | is 2
= Ostrander Law | tenant ostrander
= Ostrander Title | tenant ostrander

ca Groupe Vigneault | tenant vigneault | unsure
= Vigneault Acier | tenant vigneault
= Vigneault Location | tenant vigneault

ca Baffin Air Cargo | tenant baffin
= Baffin Air Cargo | tenant baffin
= Baffin Air Charters | tenant baffin

br Parnaíba Energia | tenant parnaiba | is 2
= Parnaíba Gás | tenant parnaiba
= Parnaíba Energia | tenant parnaiba

br holdingmamore.com.br | tenant mamore | unsure
= Mamoré Pecuária | tenant mamore
= Mamoré Armazéns | tenant mamore
`,
	},
	{
		kind: 'tenant against name',
		rows: `
us Blue Ledge Fitness | tenant ledge | unsure
= Blue Ledge Fitness
= Stonecutter Fitness | tenant ledge

us Wingate Piano Studio | tenant wingate | unsure
= Wingate Piano Studio | tenant wingate2
= Rosemont Violins | tenant wingate

us Turnbull Sprinklers | tenant turnbull | unsure
= Turnbull Sprinklers | web turnbullsprinklers.com
= Aberfoyle Gutters | tenant turnbull

ca Cariboo Helicopters | tenant cariboo | unsure
= Cariboo Helicopters | mail cariboohelicopters.ca*6
= Skeena Floatplanes | tenant cariboo

ca chocolatsdumoulin.ca | tenant dumoulin | unsure
= Chocolats Dumoulin | web chocolatsdumoulin.ca
= Biscuiterie Lemieux | tenant dumoulin

br Corumbá Pescados | tenant corumba | unsure
= Corumbá Pescados
= Pantanal Congelados | tenant corumba

mx Sombreros Tecalitlán | tenant tecalitlan | unsure
= Sombreros Tecalitlán
= Huaraches Sahuayo | tenant tecalitlan
`,
	},
	{
		kind: 'website against name',
		rows: `
us Bridgewater Law | domain hollisorchards.com | unsure
= Bridgewater Law
= Hollis Orchards | web hollisorchards.com

us beaconhillframing.com | unsure
= Beacon Hill Framing | web bhframing.com
= Tuckerman Glass | web beaconhillframing.com | mail tuckermanglass.com*6

us Nightjar Security | domain magnolialinens.com | unsure
= Nightjar Security | web nightjarsecurity.com
= Magnolia Linens | web magnolialinens.com | mail magnolialinens.com*5

ca Tofino Surf School | domain ahousatlodge.ca | unsure
= Tofino Surf School | web tofinosurfschool.ca
= Ahousat Lodge | web ahousatlodge.ca

ca Traiteur Bissonnette | domain fleuristeamyot.com | unsure
= Traiteur Bissonnette
= Fleuriste Amyot | mail fleuristeamyot.com*4

br Curtume Jacuí | domain selariajacui.com.br | unsure
= Curtume Jacuí | web curtumejacui.com.br
= Selaria Jacuí | web selariajacui.com.br

mx Muebles Olinalá | domain artesaniasxilitla.mx | unsure
= Muebles Olinalá
= Artesanías Xilitla | web artesaniasxilitla.mx
`,
	},
];
