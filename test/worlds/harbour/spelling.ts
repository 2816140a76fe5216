import type { HarbourTable } from './table';

/** The same firm, written a little differently on either side. */
export const spelling: HarbourTable[] = [
	{
		kind: 'same name',
		rows: `
us Abbott Harbor Towing => Abbott Harbor Towing
us Crestline Payroll Services => Crestline Payroll Services
us Finch & Daughters => Finch & Daughters | web finchdaughters.com
us Menlo Ridge Schools => Menlo Ridge Schools
us Pocono Stage Lighting => Pocono Stage Lighting
ca Bonavista Ice Supply => Bonavista Ice Supply
ca Les Vergers Marcoux => Les Vergers Marcoux
ca Rideau Canal Cruises Ltd. => Rideau Canal Cruises Ltd.
br Frigorífico Piratini => Frigorífico Piratini
br Grupo Taquari => Grupo Taquari | mail taquari.com.br
br Livraria Cruzeiro do Sul => Livraria Cruzeiro do Sul
mx Molinos de Tehuacán => Molinos de Tehuacán
mx Notaría 118 => Notaría 118
`,
	},
	{
		kind: 'case',
		rows: `
us ALDERSGATE CHEMICAL => Aldersgate Chemical
us buckhorn saddlery => Buckhorn Saddlery
us O'Malley's Tire Shop => O’Malleys Tire Shop
us C.J. Hargrove Electric => CJ Hargrove Electric
us Day-Lee Produce => Daylee Produce | web dayleeproduce.com
ca MAPLE CREEK IRRIGATION => Maple Creek Irrigation
ca D'Aoust Fourrures => D Aoust Fourrures
br COMERCIAL TRÊS RIOS => Comercial Três Rios
br Auto-Peças Bandeirante => Auto Peças Bandeirante
mx GRUPO NEVERIA TAXCO => Grupo Neveria Taxco
`,
	},
	{
		kind: 'legal form',
		rows: `
us Ellery Packaging, Inc. => Ellery Packaging
us Fulcrum Hydraulics => Fulcrum Hydraulics LLC
us goshenvalleypoultry.com => Goshen Valley Poultry Co., Inc.
us Haverstraw Imaging PLLC => Haverstraw Imaging
us Ketterman Foods Corporation => Ketterman Foods Corp.
us Lindqvist & Moore LLP => Lindqvist & Moore
us Tannenhof Werkzeugbau GmbH | in DE => Tannenhof Werkzeugbau | in DE
us Brouwerij De Vlet B.V. | in NL => Brouwerij De Vlet
us Chalkwell Instruments Limited | in GB => Chalkwell Instruments Ltd
us Maison Fauvel SARL | in FR => Maison Fauvel
ca Ateliers Bourassa inc. => Ateliers Bourassa
ca Services Forestiers Pikauba ltée => Services Forestiers Pikauba
ca Gestion Marcil s.e.n.c. => Gestion Marcil
ca Nechako Pipelines Ltd. => Nechako Pipelines
ca portagemeats.ca => Portage Meats Limited
br andorinhacomerciodealimentos.com.br => Andorinha Comércio de Alimentos Ltda.
br Cerâmica Tijuco EIRELI => Cerâmica Tijuco
br Doce Lar Confeitaria ME => Doce Lar Confeitaria
br Siderúrgica Carajás Norte S/A => Siderúrgica Carajás Norte S.A.
br Tietê Embalagens LTDA - EPP => Tietê Embalagens
mx Autopartes Saltillo, S.A. de C.V. => Autopartes Saltillo
mx Consultores Mitla, S.C. => Consultores Mitla
mx Granos Finos de Jalisco S. de R.L. de C.V. => Granos Finos de Jalisco
mx Hilados Atlixco SAPI de CV => Hilados Atlixco
`,
	},
	{
		kind: 'and',
		rows: `
us Hatch and Barlow Architects => Hatch & Barlow Architects
us saltandcedarspa.com => Salt & Cedar Spa
us penandpaperstationers.com => Pen & Paper Stationers
us Wheel + Sprocket Repair => Wheel & Sprocket Repair
ca Lafrance et Doyon CPA => Lafrance & Doyon CPA
ca Pomerleau & Fils => Pomerleau et Fils
br Barros e Lacerda Contadores => Barros & Lacerda Contadores
br solemarconfeccoes.com.br => Sol & Mar Confecções
mx Ibarra y Quiroga Abogados => Ibarra & Quiroga Abogados
mx Tierra & Fuego Alfarería => Tierra y Fuego Alfarería
`,
	},
	{
		kind: 'article',
		rows: `
us thecuttinggarden.com => Cutting Garden
us weathervanetheatre.org => The Weathervane Theatre
us A Stitch Above => Stitch Above
us Paper Lantern School, The => Paper Lantern School
ca Le Relais du Fjord => Relais du Fjord
ca Coopérative des Érables => La Coopérative des Érables
ca latelierduquai.ca => Atelier du Quai
br O Boticão Odontologia => Boticão Odontologia
br A Casa do Churrasqueiro => Casa do Churrasqueiro
br ospioneirosagricola.com.br => Pioneiros Agrícola
mx El Faro de Mazatlán => Faro de Mazatlán
mx Cantera Blanca => La Cantera Blanca
mx Los Arrieros Mezcal => Arrieros Mezcal
`,
	},
	{
		kind: 'abbreviation',
		rows: `
us durangosheetmetalmfg.com => Durango Sheet Metal Manufacturing
us beaufortintltrading.com => Beaufort International Trading
us Nurses Assoc of Cape Henlopen => Nurses Association of Cape Henlopen
us Saint Brendan Parish => St. Brendan Parish
us Univ. of Marquette Lakes => University of Marquette Lakes
us Delahunt Bros Roofing => Delahunt Brothers Roofing
us Wind Gap Fire Dept => Wind Gap Fire Department
us Sycamore Surgical Ctr => Sycamore Surgical Center
us Mt. Ascutney Svcs Group => Mount Ascutney Services Group
us Hanover Natl Bancorp => Hanover National Bancorp
ca kelownaengineering.ca => Kelowna Engineering Services
ca Ste-Marguerite Immobilier => Sainte-Marguerite Immobilier
ca Assoc. des Pêcheurs de Matane => Association des Pêcheurs de Matane
ca Brandon Mgmt Consultants => Brandon Management Consultants
br Ind. de Calçados Araçá => Indústria de Calçados Araçá
br Sta. Ifigênia Com. de Tintas => Santa Ifigênia Comércio de Tintas
mx Cía. Minera Zacualpan => Compañía Minera Zacualpan
mx Dist. de Lácteos Huasteca => Distribuidora de Lácteos Huasteca
`,
	},
	{
		kind: 'spacing',
		rows: `
us Black Tail Ridge Homes => Blacktail Ridge Homes
us sea-glass-dental.com => SeaGlass Dental
us CrossTimbers Fence => Cross Timbers Fence
us North-East Bindery => Northeast Bindery
us Good Earth Mulch => GoodEarth Mulch
ca beaverbrooknursery.ca => Beaver Brook Nursery
ca Trois-Pistoles Bateaux => Trois Pistoles Bateaux
br Agro Norte Sementes => Agronorte Sementes
br bem-estar-farmacias.com.br => BemEstar Farmácias
mx Vitro Cristal Puebla => VitroCristal Puebla
`,
	},
	{
		kind: 'accents',
		rows: `
us cafebelladonna.com => Café Belladonna
us Muehlenbach Sausage => Mühlenbach Sausage
ca Ebenisterie Thériault => Ébénisterie Theriault
ca belangergeniecivil.com => Belanger Génie Civil
ca Coiffure Helene Ouellet => Coiffure Hélène Ouellet
br saotomemineracao.com.br => São Tomé Mineração
br Construcoes Guaira => Construções Guaíra
br Servicos Medicos Poa => Serviços Médicos Poá
mx Panaderia Nino Perdido => Panadería Niño Perdido
mx tecnologiaagricolaleon.mx => Tecnología Agrícola León
`,
	},
	{
		kind: 'noise',
		rows: `
us Copperfield Stamping - HQ => Copperfield Stamping
us Birchwood Escrow (M365) => Birchwood Escrow
us gallowaynurseries.com (Stellr) => Galloway Nurseries
us Inlet Charter Boats - Old => Inlet Charter Boats
us *Montrose Cutlery* => Montrose Cutlery
us Norfleet Stationery => Norfleet Stationery (Managed)
us Hyacinth Bridal [CSP] => Hyacinth Bridal
us Pinckney Gas - DO NOT USE => Pinckney Gas
ca Tobermory Divers (Office 365) => Tobermory Divers
ca Ucluelet Smokehouse - NEW => Ucluelet Smokehouse
ca Plomberie Fecteau (Siège social) => Plomberie Fecteau
ca Wolfville Cidery => Wolfville Cidery - Monthly Contract
br Dourados Máquinas - MATRIZ => Dourados Máquinas
br Cotia Alimentos (Office365) => Cotia Alimentos
mx Tlalpan Laboratorios (CSP) => Tlalpan Laboratorios
mx Cobre de Cananea - Matriz => Cobre de Cananea
`,
	},
	{
		kind: 'typo',
		rows: `
us Chesterfeild Upholstery => Chesterfield Upholstery
us Dunwoody Accupuncture => Dunwoody Acupuncture
us Narragansett Propeler => Narragansett Propeller
us Wyndham Hill Orthodontics => Windham Hill Orthodontics
us Schuylkil Navigation Company => Schuylkill Navigation Company
us mississinewamolding.com => Missisinewa Molding
us Pattersen Grain Elevator => Patterson Grain Elevator
ca Temagami Canoe Oufitters => Temagami Canoe Outfitters
ca Charlevoix Fromageire => Charlevoix Fromagerie
ca Gananoque Boatlanding => Gananoqe Boat Landing
br Pirassununga Agropecuaria => Pirasununga Agropecuária
br Botucatu Embalagns => Botucatu Embalagens
mx Tapachula Cafetalera => Tapachula Cafetelera
mx Guanjuato Curtidos => Guanajuato Curtidos
`,
	},
];
