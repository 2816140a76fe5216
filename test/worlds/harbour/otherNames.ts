import type { HarbourTable } from './table';

/** The same firm under another name: doing business as, initials, persons, very short names. */
export const otherNames: HarbourTable[] = [
	{
		kind: 'dba',
		rows: `
us Grantham Enterprises LLC dba Lucky's Pizza => Lucky's Pizza
us Halvorsen Hospitality Inc. => Halvorsen Hospitality dba The Blue Trout
us Orrin Medical PC d/b/a Cape Ann Walk-In => Cape Ann Walk-In
us Triune Ventures, LLC (dba Sunup Diner) => Sunup Diner
us Marsh Point Clinic fka Dr. Leland Family Medicine => Marsh Point Clinic
us Redfern Analytics (formerly Oxbow Data) => Oxbow Data
ca 9287-4411 Québec inc. f.a.s. Resto Chez Gaston => Resto Chez Gaston
ca 1184207 Ontario Ltd. o/a Bay Street Bagels => Bay Street Bagels
ca Caraquet Holdings Ltd. t/a Acadie Net Menders => Acadie Net Menders
br Souza Lima Alimentos Ltda (nome fantasia Empório Mineiro) => Empório Mineiro
`,
	},
	{
		kind: 'acronym',
		rows: `
us gafc.coop => Greater Ashland Food Cooperative
us National Guild of Marine Inspectors => NGMI
us SWVTA => Southwest Virginia Trails Alliance
us hrccpa.com => Hollister, Ramage & Coe, CPAs
us MCS | unsure
= Maple City Schools
= Morgan Custom Steel

us LCDSB => Lorain County Developmental Services Board
ca CQPN => Conseil québécois du patrimoine nautique
ca Peel Regional Children's Aid Network => PRCAN
br ABTC => Associação Brasileira de Técnicos em Caldeiras
br cbmf.org.br => Cooperativa Bandeirante de Mel e Frutas
mx UPPJ => Unión de Productores de Papa de Jalisco
`,
	},
	{
		kind: 'trade name',
		rows: `
us Pellworm Ventures LLC | domain smokeshackbbq.com => Smoke Shack BBQ | web
us TRW Holdings 2 LLC | domain mountainmistspa.net => Mountain Mist Day Spa | web
us Benning Family Trust | tenant benning => Riverbend Campground | tenant benning
us Kolb & Partner Inc. | domain eightballbilliards.com => Eight Ball Billiards | mail
us Contoso | tenant acorncon => Ainsley Construction | tenant acorncon | web ainsleyconstruction.com
ca 7741902 Canada Inc. | domain frostbyteskates.ca => Frostbyte Skate Sharpening | web
ca Gestion R. Thivierge | domain motelpanorama.ca => Motel Panorama | mail
ca BTL Properties | tenant btl => The Copper Kettle Pub | tenant btl
br MRS Participações Ltda | domain acaidailha.com.br => Açaí da Ilha | web
br JK Comércio Varejista | domain lojasturmalina.com.br => Lojas Turmalina | mail lojasturmalina.com.br*14
mx Operadora GTR SA de CV | domain tacosdonmemo.mx => Tacos Don Memo | web
`,
	},
	{
		kind: 'person',
		rows: `
us Dr. Anna Whitlow => Whitlow, Anna (Dr.)
us John R. Mercer, CPA => Mercer, John R., CPA
us Law Office of Peter Quarles => Peter Quarles Law Office
us Robert Hale Sr. | is 2
= Robert Hale Jr.
= Robert Hale Sr.

us Susan Tillotson DDS => Tillotson Susan DDS
us hannahbrightwater.com => Hannah Brightwater Photography
ca Me Louise Charbonneau => Louise Charbonneau, notaire
ca Gurpreet Dhaliwal => Dhaliwal, Gurpreet
ca William Ferris Consulting | domain williamferris.ca | none
= William Ferrars | web ferrarsaudio.com

br José Aparecido da Silva Neto ME => Jose Aparecido da Silva Neto
br Dra. Lívia Prado => Lívia Prado Dermatologia
mx Lic. Ramón Elizondo => Ramón Elizondo, Notario Público
`,
	},
	{
		kind: 'short',
		rows: `
us BBX => BBX
us Q2 => Q2 LLC
us K9 => K-9

us 3L Labs => 3L Labs
us AXO | none
= AXI Design
= Axon Tutoring

us IDE => IDE Inc.
ca OQ Tire Nelson => OQ Tire Nelson
ca PXP => PXP Ltd.
ca Ozo => OZO
br G4 => G4 Ltda
br Vix | none
= Vixen Moda Íntima

mx TMX => TMX S.A. de C.V.
`,
	},
	{
		kind: 'numbered',
		rows: `
us Riverside Clinic 1
us Riverside Clinic 2 | is 2
us Riverside Clinic 3 | none
= Riverside Clinic 1
= Riverside Clinic 2

us Engine Company 21 | is 2
= Engine Company 12
= Engine Company 21

us Studio 45 Design => Studio 45 Design

us Local 318 Carpenters | none
= Local 44 Carpenters

ca Clinique Dentaire 2 Rives => Clinique Dentaire 2 Rives
ca Entrepôt 4 | is 2
= Entrepôt 1
= Entrepôt 4

br Posto Aroeira do Vale II | is 2
= Posto Aroeira do Vale
= Posto Aroeira do Vale II

br Escola Municipal 14 de Julho | none
= Escola Municipal 7 de Setembro

mx Bodega 7 | none
= Bodega 17
`,
	},
];
