/** Invented firms of Canada, English and French: `name|legal form|city, province|web domain|trade name`. */
export const canadaRows = `
Abitibi Forage Minier|Inc.|Rouyn-Noranda, QC|abitibiforage.ca|
Acadian Shore Lobster|Ltd.|Shediac, NB|acadianlobster.ca|
Aciers Beaulieu et Fils|Ltée|Trois-Rivières, QC|aciersbeaulieu.com|
Agence de voyages Boréalis|Inc.|Québec, QC|voyagesborealis.com|
Algoma Sheet Metal|Ltd.|Sault Ste. Marie, ON|algomasheetmetal.ca|
Ambulances de la Côte|Inc.|Sept-Îles, QC|ambulancescote.ca|
Assiniboine Seed Growers|Ltd.|Brandon, MB|assiniboineseed.ca|
Assurances Tremblay et Gagnon|Inc.|Chicoutimi, QC|tremblaygagnon.com|
Atelier du Vieux-Port|Inc.|Montréal, QC|atelierduvieuxport.com|
Avalon Fishers Co-operative||St. John's, NL|avalonfishers.ca|
Battle River Credit Union||Camrose, AB|battleriver.ca|
Bergeron Électrique|Inc.|Saint-Hyacinthe, QC|bergeronelectrique.com|
Bison Ridge Energy|Corp.|Calgary, AB|bisonridge.ca|
Blackfly Expeditions|Inc.|Thunder Bay, ON|blackfly.ca|
Boiseries Laflamme|Inc.|Beauce, QC|boiserieslaflamme.com|
Boulangerie des Érables|Inc.|Sherbrooke, QC|boulangerieerables.ca|Maple Hearth Bakery
Bow Valley Denture Clinic|Inc.|Cochrane, AB|bowvalleydenture.ca|
Brunswick Pulp Haulers|Ltd.|Miramichi, NB|bphaulers.ca|
Bureau d'arpentage Côté-Lavoie|Inc.|Rimouski, QC|arpentagecotelavoie.com|
Burrard Tug & Barge|Ltd.|Vancouver, BC|burrardtug.com|
Cabinet dentaire Saint-Laurent|Inc.|Saint-Laurent, QC|dentairestlaurent.ca|
Caisse de retraite des enseignants du Nord||Gatineau, QC|cren.qc.ca|
Camping Lac-des-Loups|Inc.|La Pêche, QC|lacdesloups.ca|
Canmore Alpine Guides|Ltd.|Canmore, AB|canmoreguides.ca|
Cape Bretton Boatworks|Ltd.|Sydney, NS|capebrettonboats.ca|
Carrières Montcalm|Ltée|Joliette, QC|carrieresmontcalm.com|
Cartier Door & Window|Inc.|Laval, QC|cartierdoor.com|Portes Cartier
Centre de la petite enfance Les Lucioles||Drummondville, QC|cpeleslucioles.com|
Chinook Wind Turbine Services|Ltd.|Lethbridge, AB|chinookwind.ca|
Clinique vétérinaire du Fjord|Inc.|Saguenay, QC|vetdufjord.com|
Coulee Ridge Optometry|Inc.|Medicine Hat, AB|couleeridge.ca|
Couvoir Saint-Damase|Inc.|Saint-Damase, QC|couvoirstdamase.com|
Cowichan Cider|Co. Ltd.|Duncan, BC|cowichancider.ca|
Cypress Hills Ranching|Ltd.|Maple Creek, SK|cypresshills.ca|
Dauphin Lake Honey|Ltd.|Dauphin, MB|dauphinhoney.ca|
Déneigement Thibodeau|Inc.|Lévis, QC|deneigementthibodeau.ca|
Distributions Papillon|Inc.|Longueuil, QC|dpapillon.com|
Dr. Anika Verma Dentistry|Prof. Corp.|Brampton, ON|vermadentistry.ca|
Eastern Townships Maple Equipment|Inc.|Granby, QC|etmaple.com|Équipement d'érablière des Cantons
Ébénisterie Rousseau|Inc.|Victoriaville, QC|ebenisterierousseau.com|
École de musique Harmonie||Montréal, QC|musiqueharmonie.ca|
Elk Island Vet Services|Ltd.|Sherwood Park, AB|elkislandvet.ca|
Entreprises forestières Gaspésiennes|Ltée|Gaspé, QC|efgaspe.com|
Érablière du Mont-Rouge|S.E.N.C.|Rougemont, QC|montrouge.ca|
Fermes Desrochers|S.E.N.C.|Saint-Jean-sur-Richelieu, QC|fermesdesrochers.com|
Fiducie Immobilière Outremont||Montréal, QC|fiducieoutremont.com|
First Narrows Shipping Agents|Ltd.|North Vancouver, BC|firstnarrows.com|
Flin Flon Assay|Ltd.|Flin Flon, MB|ffassay.ca|
Fraser Delta Greenhouses|Ltd.|Delta, BC|fraserdelta.ca|
Fromagerie de l'Anse|Inc.|La Malbaie, QC|fromagerieanse.com|
Fundy Tidal Power|Corp.|Saint John, NB|fundytidal.ca|
Garage Marcotte et Frères|Ltée|Shawinigan, QC|garagemarcotte.ca|
Georgian Shores Realty|Inc.|Collingwood, ON|georgianshores.ca|
Gestion Lafrenière-Roy|Inc.|Terrebonne, QC|gestionlr.com|
Gîte du Passant|Enr.|Tadoussac, QC|gitedupassant.ca|
Golden Horseshoe Pallet|Inc.|Hamilton, ON|ghpallet.ca|
Grain Belt Agronomy|Ltd.|Yorkton, SK|grainbelt.ca|
Grand Falls Sawmills|Ltd.|Grand Falls, NB|gfsawmills.ca|
Granite Shield Mining|Corp.|Sudbury, ON|graniteshield.ca|
Groupe conseil Hébert et Associés|Inc.|Québec, QC|hebertassocies.com|
Habitant Foods of Canada|Ltd.|Cornwall, ON|habitantfoods.ca|
Halifax Harbour Pilots||Halifax, NS|halifaxpilots.ca|
Haut-Richelieu Plomberie|Inc.|Chambly, QC|plomberiehr.com|
Imprimerie Lachance|Ltée|Montmagny, QC|imprimerielachance.com|
Institut de formation Horizon Nord||Val-d'Or, QC|ifhn.ca|
Interlake Fish Packers|Ltd.|Gimli, MB|interlakefish.ca|
Island Ferry Workers Union||Nanaimo, BC|islandferryunion.ca|
Jardins Sainte-Flavie|Inc.|Mont-Joli, QC|jardinsstflavie.com|
Kawartha Dental Hygiene|Inc.|Peterborough, ON|kawarthahygiene.ca|
Keewatin Air Charter|Ltd.|Kenora, ON|keewatinair.ca|
Kicking Horse Roofing|Ltd.|Golden, BC|khroofing.ca|
Kootenay Credit Counselling Society||Nelson, BC|kccs.ca|
L'Atelier Lumière|Inc.|Montréal, QC|atelierlumiere.ca|
La Ruche Coopérative||Magog, QC|laruche.coop|
Laboratoires Nordivet|Inc.|Saint-Jérôme, QC|nordivet.com|
Lac La Ronge Outfitters|Ltd.|La Ronge, SK|llroutfitters.ca|
Lakehead Marine Diesel|Ltd.|Thunder Bay, ON|lakeheadmarine.ca|
Le Comptoir Boréal|Inc.|Alma, QC|comptoirboreal.com|
Les Fenêtres Saint-Maurice|Inc.|Trois-Rivières, QC|fenetresstmaurice.com|
Les Transports Quatre-Saisons|Inc.|Bécancour, QC|tqs-transport.com|
Lunenburg Rope Walk|Ltd.|Lunenburg, NS|lunenburgrope.ca|
Maçonnerie Giguère|Inc.|Repentigny, QC|maconneriegiguere.ca|
Malahat Physiotherapy|Inc.|Victoria, BC|malahatphysio.ca|
Manitou Prairie Church of God||Winkler, MB|manitouprairie.org|
Maple & Main Accounting|Prof. Corp.|Oakville, ON|maplemain.ca|
Maritime Boiler Inspection|Ltd.|Dartmouth, NS|maritimeboiler.ca|
Meubles Champoux|Inc.|Daveluyville, QC|champoux.ca|
Moose Jaw Cabinets|Ltd.|Moose Jaw, SK|mjcabinets.ca|
Moulin Bellerive|Inc.|Nicolet, QC|moulinbellerive.com|
Municipalité de Val-Fleuri||Val-Fleuri, QC|valfleuri.qc.ca|
Musée du Bas-Fleuve||Rivière-du-Loup, QC|mbf.qc.ca|
Muskoka Cottage Care|Inc.|Bracebridge, ON|cottagecare.ca|
Niagara Fruit Shippers|Ltd.|St. Catharines, ON|niagarafruit.ca|
Nipissing Youth Shelter||North Bay, ON|nys.ca|
Notaires Pelletier Bouchard|S.E.N.C.R.L.|Québec, QC|pbnotaires.com|
Okanagan Barrel Works|Ltd.|Kelowna, BC|okbarrel.ca|
Outaouais Ascenseurs|Inc.|Gatineau, QC|outaouaisascenseurs.ca|
Peace River Pipe Inspection|Ltd.|Grande Prairie, AB|prpi.ca|
Pharmacie Gendron et Leduc|S.E.N.C.|Blainville, QC|pharmaciegl.ca|
Pincher Creek Lumber|Ltd.|Pincher Creek, AB|pinchercreeklumber.ca|
Poissonnerie du Quai|Inc.|Matane, QC|poissonnerieduquai.com|
Prairie Rose Bookkeeping|Ltd.|Saskatoon, SK|prairierose.ca|
Quill Lake Potash|Corp.|Wadena, SK|quilllake.ca|
Red Deer Auction Mart|Ltd.|Red Deer, AB|reddeerauction.ca|
Résidence Les Grands Pins|Inc.|Mascouche, QC|lesgrandspins.ca|
Rideau Canal Boat Tours|Inc.|Ottawa, ON|rideauboats.ca|
Rocky View Septic|Ltd.|Airdrie, AB|rockyviewseptic.ca|
Salmon Arm Orthotics|Inc.|Salmon Arm, BC|saorthotics.ca|
Scierie Malenfant|Ltée|Mont-Laurier, QC|scieriemalenfant.com|
Serres Lefrançois|Inc.|Mirabel, QC|serreslefrancois.ca|
Skeena Native Crafts Association||Terrace, BC|skeenacrafts.ca|
Société d'histoire de Bellechasse||Saint-Charles, QC|shbellechasse.org|
South Shore Snow Removal|Ltd.|Bridgewater, NS|southshoresnow.ca|
Steveston Cannery Museum||Richmond, BC|stevestoncannery.ca|
Taillefer Avocats|S.E.N.C.R.L.|Montréal, QC|taillefer.legal|
Toitures Desjarlais|Inc.|Saint-Eustache, QC|toituresdesjarlais.com|
Trans-Labrador Helicopters|Ltd.|Goose Bay, NL|translabrador.ca|
Usinage Précitech|Inc.|Boucherville, QC|precitech.ca|
Verger Saint-Benoît|Enr.|Mirabel, QC|vergerstbenoit.com|
Wascana Signs|Ltd.|Regina, SK|wascanasigns.ca|
Whistler Snowcat Rentals|Inc.|Whistler, BC|snowcatrentals.ca|
Yukon Placer Supply|Ltd.|Whitehorse, YT|yukonplacer.ca|
`;
