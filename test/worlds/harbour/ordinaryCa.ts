import type { HarbourTable } from './table';

/** Ordinary customers of the Canadian account, English and French. */
export const ordinaryCa: HarbourTable[] = [
	{
		kind: 'domain is website',
		rows: `
ca assiniboinegrain.ca => Assiniboine Grain Terminals Ltd. | web
ca bergeronpaysagiste.ca => Bergeron Paysagiste inc. | web | mail
ca cascadiaveterinary.ca => Cascadia Veterinary Clinic | web
ca www.chateauneufnotaires.com => Châteauneuf Notaires | web | mail
ca dufferincurling.ca => Dufferin Curling Club | web
ca eastmainmining.com => Eastmain Mining Corp. | web | mail
ca fermelevasseur.qc.ca => Ferme Levasseur et Fils | web
ca glengarryplumbing.ca => Glengarry Plumbing & Heating | web
ca haldimandwood.ca => Haldimand Wood Products Limited | web | mail
ca imprimeriesavoie.com => Imprimerie Savoie | web
ca jolicoeuravocats.ca => Jolicœur Tanguay Avocats | web | mail
ca kananaskislodge.com => Kananaskis Ridge Lodge | web
ca lunenburgsail.ca => Lunenburg Sailmakers | web
ca muskokadocks.ca => Muskoka Docks & Decks | web
ca nipigonhealth.on.ca => Nipigon District Health Unit | web | mail
ca okanagancrush.com => Okanagan Crush Winery | web
ca peaceriverco-op.ca => Peace River Co-operative | web | mail
ca quincaillerieboileau.com => Quincaillerie Boileau | web
ca rimouskimaritime.onmicrosoft.com => Rimouski Services Maritimes inc. | web rimouskimaritime.com | mail rimouskimaritime.com
ca saskatoonhearing.ca => Saskatoon Hearing Centre | web
ca tremblaymotorsports.ca => Tremblay Motosports | web
ca ungavafreight.com => Ungava Freight Lines Inc. | web | mail
ca vaudreuildentaire.com => Centre dentaire Vaudreuil | web
ca wascanaarchitects.ca => Wascana Architects | web | mail
ca yorkvilleoptical.ca => Yorkville Optical | web
ca zecbatiscan.ca => ZEC Batiscan-Lejeune | web
ca albernicedar.ca => Alberni Cedar Shakes | web
ca brossardpneus.com => Brossard Pneus et Mécanique | web | mail
ca cobequidpress.ca => Cobequid Press | web
ca denturologielevis.onmicrosoft.com => Denturologie Lévis | web denturologielevis.com
ca elgincountyhospice.ca => Elgin County Hospice | web | mail
ca fortnelsonwell.com => Fort Nelson Well Servicing Ltd. | web
`,
	},
	{
		kind: 'domain is mail domain',
		rows: `
ca agassizseeds.ca => Agassiz Seed Growers | mail
ca bqmtransport.com => Béliveau Quirion Manutention | mail
ca www.coquihallatowing.ca => Coquihalla Towing | mail
ca dgsb-law.ca => Donnelly Grant Saunders Barristers | mail
ca estriebois.ca => Bois Estrie | mail
ca fundybaylobster.com => Fundy Bay Lobster Ltd | mail
ca gaspesieeau.com => Gaspésie Eau Vive | mail
ca humberadvisors.ca => Humber Valley Advisors | mail
ca iqaluithousing.ca => Iqaluit Housing Association | mail
ca jpoweld.com => Jean-Paul Ouimet Soudure | mail
ca kwanlinoutfit.ca => Kwanlin Outfitters | mail
ca lachineserrurier.ca => Serrurier Lachine | mail
ca mtroyalphysio.com => Mount Royal Physiotherapy | mail
ca nbforestry.ca => Nashwaak Basin Forestry | mail
ca ottertailhomes.ca => Otter Tail Homes | mail
ca grandprairiescale.ca => Grande Prairie Scale & Weigh | mail
ca hfxrigging.ca => Halifax Harbour Rigging | mail
ca inuvikfuel.ca => Inuvik Fuel Delivery | mail
ca jltnotaires.ca => Jetté Lapointe Turgeon notaires | mail
ca kitimatmodular.onmicrosoft.com => Kitimat Modular Homes | mail kitimatmodular.com
`,
	},
	{
		kind: 'domains on client',
		rows: `
ca pembinatractor.com => Pembina Tractor & Implement | domains
ca quaywestseafood.ca => Quay West Seafood | domains | mail
ca restigouchehotel.com => Hôtel Restigouche | domains
ca stclementfc.onmicrosoft.com => St. Clement Football Club | domains stclementfc.onmicrosoft.com
ca temiskamingoil.ca => Temiskaming Fuels | domains
`,
	},
	{
		kind: 'domain reads as name',
		rows: `
ca atlinlakeguides.ca => Atlin Lake Guides
ca boulangerielafleur.ca => Boulangerie Lafleur
ca cowichanpottery.com => Cowichan Pottery
ca www.dundasvalleyhomes.ca => Dundas Valley Homes Inc.
ca erableriegosselin.com => Érablerie Gosselin
ca foothillsdrilling.ca => Foothills Drilling Ltd.
ca garderielespetitsloups.ca => Garderie Les Petits Loups
ca heartlandfeeds.ca => Heartland Feeds
ca islandviewdaycare.ca => Island View Daycare
ca kawarthachiropractic.onmicrosoft.com => Kawartha Chiropractic
ca lethbridgetruss.ca => Lethbridge Truss
ca meublesdionne.com => Meubles Dionne
ca nordiquespa.ca => Nordique Spa
ca okotokspharmacy.ca => Okotoks Pharmacy
ca pontiacelectric.ca => Pontiac Electric Ltd
ca richelieunautique.com => Richelieu Nautique
ca lacmeganticbois.com => Lac-Mégantic Bois
ca miramichitackle.ca => Miramichi Tackle
ca nelsonvalleyoptometry.ca => Nelson Valley Optometry
ca orfordfromages.com => Orford Fromages
ca pictoulobsterpound.ca => Pictou Lobster Pound
ca quesnelsawfilers.ca => Quesnel Saw Filers
ca rougemontcidre.onmicrosoft.com => Rougemont Cidre
ca stratfordcostumes.ca => Stratford Costumes
`,
	},
	{
		kind: 'name and domain',
		rows: `
ca Selkirk Marine Insurance | domain selkirkmarine.ca => Selkirk Marine Insurance Brokers | web
ca Toiture Manseau inc. | domain toituremanseau.com => Toiture Manseau | web | mail
ca Upper Canada Tile | domain uctile.ca => Upper Canada Tile | mail
ca Verger Chicoine | tenant chicoine => Verger Chicoine | tenant chicoine
ca Whistler Alpine Rentals Ltd. | domain whistlerrentals.ca => Whistler Alpine Rentals | web
ca yukonaggregate.ca | tenant yukonagg => Yukon Aggregate & Gravel | tenant yukonagg | mail
`,
	},
];
