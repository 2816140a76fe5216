import type { HarbourTable } from './table';

/** Firms that could be taken for each other, and customers that Halo does not have. */
export const lookalikes: HarbourTable[] = [
	{
		kind: 'two legal forms',
		rows: `
us Harrowgate Holdings Ltd
us Harrowgate Holdings plc | is 2
= Harrowgate Holdings Ltd
= Harrowgate Holdings plc

us Stoddard Marine LLC | is 2
= Stoddard Marine Inc.
= Stoddard Marine LLC

us Kessler Optik GmbH | unsure
= Kessler Optik AG

ca Groupe Lanthier inc. | is 2
= Groupe Lanthier s.e.n.c.
= Groupe Lanthier inc.

br Moinhos Guarani S.A.
br Moinhos Guarani Ltda | is 2
= Moinhos Guarani S.A.
= Moinhos Guarani Ltda

mx Cultivos Sinaloa S.P.R. de R.L. | is 2
= Cultivos Sinaloa S.A. de C.V.
= Cultivos Sinaloa S.P.R. de R.L.

us Draycott Plc | unsure
= Draycott Ltd
`,
	},
	{
		kind: 'namesake',
		rows: `
us Liberty Grill | domain libertygrilltulsa.com | city Tulsa | in US | none
= Liberty Grill | web libertygrill.ca | in CA

us Pinnacle Staffing | domain pinnaclestaffing-fl.com | city Tampa | in US | none
= Pinnacle Staffing | web pinnacle-recrutement.ca | in CA | mail pinnacle-recrutement.ca*7

us Silverline Dance | domain silverlinedance.org | in US | none
= Silverline Dance | web silverlinedance.mx | in MX

ca Northern Star Motel | domain nsmotel-yk.ca | city Yellowknife | in CA | none
= Northern Star Motel | web northernstarmotel-ak.com | in US

br Ouro Verde | domain ouroverdecafe.com.br | in BR | none
= Ouro Verde | web ouroverde.ca | in CA

mx Casa Linda | domain casalindaocotlan.mx | in MX | none
= Casa Linda | web casalindarealtytx.com | in US

mx Estrella Polar | in MX | domain estrellapolarhielo.mx | none
= Estrella Polar | in BR | web estrelapolar.com.br
`,
	},
	{
		kind: 'two countries',
		rows: `
us Meridian Foods | in US
mx Meridian Foods | in MX | is 2
= Meridian Foods | in US
= Meridian Foods | in MX

us Kodiak Tools | in US | is 2
ca Kodiak Tools | in CA
= Kodiak Tools | in CA
= Kodiak Tools | in US

ca Sierra Blanca | in CA
mx Sierra Blanca | in MX | is 2
= Sierra Blanca | in CA | web sierrablanca.ca
= Sierra Blanca | in MX | web sierrablanca.com.mx

br Atlas Elevadores | in BR | is 2
= Atlas Elevadores | in MX
= Atlas Elevadores | in BR

ca Vantage Point Optics | in CA | unsure
= Vantage Point Optics | in US
= Vantage Point Optics
`,
	},
	{
		kind: 'franchise',
		rows: `
us Sparkle Car Wash - Dayton
us Sparkle Car Wash - Toledo | is 2
us Sparkle Car Wash - Akron | none
us sparklecarwash.com | unsure
= Sparkle Car Wash Dayton | web sparklecarwash.com
= Sparkle Car Wash Toledo | web sparklecarwash.com

us Pizza Fresca #114 | is 2
us Pizza Fresca #131 | none
= Pizza Fresca #108 | web pizzafresca.com
= Pizza Fresca #114 | web pizzafresca.com

ca Nounours Garderie Laval | domain nounours.ca
ca nounours.ca | unsure
= Nounours Garderie - Laval | web nounours.ca
= Nounours Garderie - Gatineau | web nounours.ca

br Sorriso Pleno Campinas | domain sorrisopleno.com.br | is 2
br Sorriso Pleno Sorocaba | domain sorrisopleno.com.br | none
= Sorriso Pleno Santos | web sorrisopleno.com.br
= Sorriso Pleno Campinas | web sorrisopleno.com.br
`,
	},
	{
		kind: 'branch',
		rows: `
ca Larkspur Physio Calgary
ca Larkspur Physio Edmonton | is 2
ca Larkspur Physio Red Deer | none
= Larkspur Physio Calgary
= Larkspur Physio Edmonton

us Cardinal Movers | city Omaha | is 2
us Cardinal Movers | unsure
= Cardinal Movers (Lincoln)
= Cardinal Movers (Omaha)

us Jubilee Church Nashville | none
us Jubilee Church Memphis
= Jubilee Church Memphis
= Jubilee Church Knoxville

br Autoescola Veloz Londrina | none
= Autoescola Veloz Cascavel
= Autoescola Veloz Ponta Grossa

mx Farmacias Santa Rita Toluca
mx Farmacias Santa Rita | city Pachuca | is 2
= Farmacias Santa Rita - Toluca
= Farmacias Santa Rita - Pachuca
`,
	},
	{
		kind: 'subset',
		rows: `
us Acorn Travel | is 2
= Acorn
= Acorn Travel

us Acorn Bridge Partners | domain acornbridge.com | none
us Bristlecone | unsure
= Bristlecone Capital
= Bristlecone Cabinetry

us Cinder Creek Ranch | domain cindercreekbeef.com | none
= Cinder Creek Ranch Outfitters | web cinderoutfitters.com
= Cinder Creek Pottery

us Everspring | domain everspring.com
= Everspring | web everspring.com
= Everspring Water Softeners | web everspringwater.com

ca Halcyon | domain halcyon-arch.ca | none
= Halcyon Days Spa | web halcyondays.ca

ca Boréal | domain boreal-design.ca | is 2
= Boréal Toiture
= Boréal Design | mail boreal-design.ca*4

br Vitória | domain vitoriapneus.com.br | none
= Vitória Régia Paisagismo
= Nossa Senhora da Vitória Colégio

mx Quetzal Software | is 2
= Quetzal
= Quetzal Software
`,
	},
	{
		kind: 'no client',
		rows: `
us Summit Dental | domain summitdentalboise.com | none
= Summit Dental Lab | web summitdentallab.com
= Summit Roofing | web summitroofingmt.com

us First Baptist Church of Elkins | none
= First Baptist Church of Harlow
= First Methodist Church of Elkins

us Coastal Pharmacy Group | none
= Coastal Fitness Group
= Inland Pharmacy Group

us mooncalfstudios.com | none
us rattlesnakecanyonrafting.com | none
us Penhallow Quartz Mining | none
us test-tenant-2.onmicrosoft.com | none
us Verity Home Health | none
= Verity Home Inspections

us ellsworthandco.com | none
us Briggsdale Feed & Seed | none
us Ulster Park Cardiology | none
= Ulster Park Cinema

us tadpolepreschool.org | none | discontinued
us Old Dominion Kilns | none | discontinued
us Demo Customer | none
ca sapphirelakecamp.ca | none
ca Boutique Framboise | none
= Ferme Framboise

ca Northgate Veterinary | none
= Northgate Volkswagen
= Eastgate Veterinary

ca abitibicarton.com | none
ca Magog Canots et Kayaks | none
ca Prairie Wind Dental | none
= Prairie Wind Turbines

ca stikinegold.onmicrosoft.com | none
ca Test Customer 1 | none | discontinued
br Mercado Bom Preço | none
= Mercado Bom Gosto

br serradocaparao.com.br | none
br Clínica Santa Helena | none
= Clínica Santa Clara
= Padaria Santa Helena

br tucunarepesca.com.br | none
br Distribuidora Cearense de Gás | none
br Colégio Novo Saber | none | discontinued
br seringueiraborrachas.com.br | none
mx Transportes Rápidos del Norte | none
= Transportes Pesados del Norte

mx ahuehuetejardines.mx | none
mx Consultorio Dental Reforma | none
= Consultorio Legal Reforma

mx Azulejos Dolores | none | discontinued
`,
	},
];
