/** Word lists from which firms, people and addresses are put together. Any likeness to a real firm is chance. */

const list = (text: string): readonly string[] =>
	text
		.trim()
		.split(/[\s]+/)
		.map((word) => word.replace(/_/g, ' '));

/** First words of English firm names; no two look alike, so that a first word tells firms apart. */
export const BRANDS = list(`
	Acorn Beacon Cobalt Drumlin Ember Foxglove Granite Hawthorn Ironbark Juniper Kestrel Lantern Meridian Nimbus
	Osprey Pinnacle Quarry Redwood Saffron Thistle Umbra Vanguard Wildflower Yarrow Zephyr Anvil Bluestone Copperfield
	Driftwood Evergreen Flintlock Goldcrest Heron Indigo Jackdaw Keystone Larkspur Magpie Northstar Oakleaf Peregrine
	Quicksilver Riverbend Sycamore Tamarack Uplands Verdant Windrose Zenith Amberley Birchwood Cinnabar Dovetail
	Elderberry Fieldstone Gannet Hollybrook Inkwell Jasper Kingfisher Longbow Mulberry Nutmeg Overlook Partridge
	Quillwork Rosewood Sandpiper Tidewater Undercroft Vellum Whitecap Yellowtail Alderwood Basalt Chestnut Dunlin
	Firefly Greywacke Harbourview Icefield Knapweed Limestone Moorland Nightjar Orchardist Plumtree Quayside
	Rainshadow Snowdrop Turnstone Vireo Wolverine Buttonwood Cedarline Dogwood Fernleaf Ginkgo Hemlock Mistletoe
	Albatross Brimstone Catamount Dragonfly Equinox Falconridge Glacier Huckleberry Isthmus Jubilee Katabatic
	Labrador Marigold Nautilus Obsidian Palisade Quicklime Rockrose Solstice Trillium Ultramarine Vermilion Woodlark
	Axletree Bulrush Capstan Dulcimer Eiderdown Ferryman Gossamer Halyard Ivory Jetty Kiln Loom Millrace Nettle
	Oxbow Parchment Rampart Sextant Tapestry Umber Verbena Wagtail Bobolink Chickadee Dipper Egret Flicker Goshawk
	Honeysuckle Lodestar Monarch Nightingale Oriole Pelican Redpoll Sapsucker Thresher Upland_Gate Viridian Waxwing
`);

/** Places and surnames that also begin firm names. */
export const PLACES = list(`
	Abbotsford Bellingham Charlottetown Duluth Edmonton Fredericton Galveston Hamilton Iqaluit Juneau Kamloops
	Lethbridge Milwaukee Nanaimo Okanagan Peoria Quispamsis Rimouski Saskatoon Tulsa Utica Victoriaville Winnipeg
	Yellowknife Albuquerque Brandon Cheyenne Dartmouth Eugene Flagstaff Guelph Halifax Ithaca Jacksonville Kingston
	Lubbock Moncton Niagara Oshawa Prescott Quesnel Roanoke Spokane Tacoma Underhill Vernon Wichita Yorkton Amarillo
	Boise Camrose Decatur Estevan Fargo Gatineau Hattiesburg Kalamazoo Laramie Medford Norfolk Ottawa Pictou Raleigh
	Stratford Topeka Vegreville Waterloo Airdrie Billings Coquitlam Davenport Elmira Fernie Gimli Hinton Kelowna
	Lansing Merritt Nashua Oakville Penticton Revelstoke Sudbury Timmins Valdosta Whistler Antigonish Burlington
	Chilliwack Dauphin Escanaba Fairbanks Grimsby Huntsville Kitchener Louisville Minnedosa Neepawa Owensboro Petawawa
	Rapid_City Shreveport Truro Wasaga Zanesville
`);

export const SURNAMES = list(`
	Abernathy Bergstrom Callahan Delacroix Eisenberg Fitzgerald Gustafson Hutchinson Ivanov Jorgensen Kowalski
	Lindqvist MacDonald Nakamura Oyelaran Papadopoulos Quigley Rasmussen Szymanski Thibodeau Uchida Vandermeer
	Whitfield Xiong Yamamoto Zimmerman Ashworth Blackwood Crawford Dempsey Ellsworth Farquhar Goldberg Haverford
	Ingersoll Jankowski Kirkpatrick Lombardi Mulligan Novak Ostrowski Pemberton Quinlan Robichaud Stavropoulos
	Tremblay Underwood Villeneuve Westergaard Yablonski Zielinski Armitage Bouchard Chaudhary Donnelly Engstrom
	Featherstone Gagnon Hollingsworth Iverson Johansson Keller Levesque Montague Norquist Okafor Pritchard
	Radcliffe Sorensen Trevelyan Ullrich Voss Winterbourne Youngblood Applegate Broussard Carmichael Drummond
	Esposito Fairweather Grantham Huxley Isaksen Kavanagh Lafontaine McAllister Nicholson Oberlander Petrov Ravensdale
	Sinclair Templeton Vasquez Wadsworth
`);

export const TRADES = list(`
	Construction Dental Law_Group Accounting Logistics Plumbing Roofing Veterinary_Clinic Architects Insurance
	Property_Management Engineering Landscaping Catering Machine_Works Physiotherapy Optometry Auto_Body Freight
	Brewing Orchards Consulting Surveying Electric Heating Millwork Printing Foundation Credit_Union Packaging
	Medical_Clinic Pharmacy Realty Steel_Fabrication Marine_Supply Trucking Community_Services Wealth_Advisors
	Staffing Furniture Flooring Bakery Seed_Farms Environmental Excavating Interiors Security Textiles Toolworks
	Hospitality Fire_Protection Aviation Dairy Nurseries Schools Museum Publishing Laboratories Glassworks Warehousing
`);

export const BR_SURNAMES = list(`
	Almeida Barbosa Cardoso Domingues Esteves Ferreira Gonçalves Henriques Iglesias Junqueira Lacerda Machado
	Nascimento Oliveira Pinheiro Queiroz Rezende Sampaio Teixeira Uchoa Vasconcelos Xavier Zanetti Amaral Bittencourt
	Camargo Drummond Evangelista Figueiredo Guimarães Hartmann Leitão Mendonça Novaes Peixoto Ramalho Siqueira Toledo
	Vilela Wanderley
`);
export const BR_TRADES = list(`
	Construtora Clínica Advocacia Contabilidade Transportadora Farmácia Distribuidora Engenharia Imobiliária Padaria
	Metalúrgica Consultoria Laboratório Cooperativa Editora Gráfica Papelaria Vinícola Laticínios Móveis
`);

export const MX_SURNAMES = list(`
	Aguilar Bermúdez Cárdenas Domínguez Escobedo Figueroa Gallegos Hinojosa Ibarra Jiménez Lozano Maldonado Navarrete
	Olvera Palacios Quintanilla Rentería Saldívar Treviño Urquidi Villarreal Yáñez Zamora Arredondo Balderas Cisneros
	Elizondo Guajardo Huerta Juárez Medellín Noriega Orozco Piñeda Rocha Sepúlveda Tamez Valenzuela Zertuche Becerra
`);
export const MX_TRADES = list(`
	Constructora Clínica Despacho_Jurídico Contadores Transportes Farmacia Distribuidora Ingeniería Inmobiliaria
	Panadería Metalúrgica Consultores Laboratorio Agrícola Editorial Imprenta Papelería Refrigeración Lácteos
	Mueblería
`);

export const FIRST_NAMES = list(`
	Dana Marcus Priya Etienne Sofia Grant Noor Helena Owen Camila Tomasz Ingrid Rafael Mei Desmond Lucía
`);

export const STREETS = list(`
	Clarence Ashland Prairie Wellington Jefferson Lakeshore Bridge Market Commerce Foundry Orchard Summit Mill Harbour
	Railway Franklin Dufferin Spruce Juniper Centennial
`);

export interface City {
	city: string;
	state: string;
	/** `#` a digit, `@` a letter. */
	zip: string;
}

export const CITIES: Readonly<Record<'us' | 'ca' | 'br' | 'mx', readonly City[]>> = {
	us: [
		{ city: 'Greenville', state: 'SC', zip: '296##' },
		{ city: 'Columbus', state: 'OH', zip: '432##' },
		{ city: 'Boise', state: 'ID', zip: '837##' },
		{ city: 'Tulsa', state: 'OK', zip: '741##' },
		{ city: 'Madison', state: 'WI', zip: '537##' },
		{ city: 'Spokane', state: 'WA', zip: '992##' },
		{ city: 'Fort Worth', state: 'TX', zip: '761##' },
		{ city: 'Albany', state: 'NY', zip: '122##' },
	],
	ca: [
		{ city: 'Winnipeg', state: 'MB', zip: 'R3# #@#' },
		{ city: 'Guelph', state: 'ON', zip: 'N1# #@#' },
		{ city: 'Kelowna', state: 'BC', zip: 'V1# #@#' },
		{ city: 'Calgary', state: 'AB', zip: 'T2# #@#' },
		{ city: 'Québec', state: 'QC', zip: 'G1# #@#' },
		{ city: 'Halifax', state: 'NS', zip: 'B3# #@#' },
		{ city: 'Saskatoon', state: 'SK', zip: 'S7# #@#' },
	],
	br: [
		{ city: 'São Paulo', state: 'SP', zip: '01###-0##' },
		{ city: 'Curitiba', state: 'PR', zip: '80###-0##' },
		{ city: 'Belo Horizonte', state: 'MG', zip: '30###-1##' },
	],
	mx: [
		{ city: 'Monterrey', state: 'NLE', zip: '64###' },
		{ city: 'Guadalajara', state: 'JAL', zip: '44###' },
		{ city: 'Querétaro', state: 'QUE', zip: '76###' },
	],
};
