import type { HarbourTable } from './table';

/** Ordinary customers of the US account: most are known to Stellr by their domain. */
export const ordinaryUs: HarbourTable[] = [
	{
		kind: 'domain is website',
		rows: `
us tidewatermarina.com => Tidewater Marina | web
us brackenfordpaving.com => Brackenford Paving Co. | web | mail
us hollowaydental.net => Holloway Family Dentistry | web
us www.pinegrovevet.com => Pine Grove Veterinary Hospital | web | mail
us qualtexsupply.com => Qualtex Industrial Supply, Inc. | web
us brightmoorhvac.onmicrosoft.com => Brightmoor Heating & Cooling | web brightmoorhvac.com
us lanternlaw.com => Lantern & Voss, Attorneys at Law | web | mail
us redcliffbrewing.com => Red Cliff Brewing Company | web
us jasperandreed.com => Jasper & Reed CPAs | web | mail
us kinnickinnicbank.com => Kinnickinnic Savings Bank | web
us www.marlowetrucking.com => Marlowe Trucking, LLC | web
us oldfortpediatrics.com => Old Fort Pediatrics | web | mail
us swiftcreekfarms.com => Swift Creek Farms | web
us tallgrassenergy-coop.com => Tallgrass Rural Electric Cooperative | web | mail
us vandermeerroofing.com => Van der Meer Roofing & Siding | web
us wexfordtool.com => Wexford Tool and Die | web
us yarrowwellness.com => Yarrow Wellness Center | web | mail
us zionhilllutheran.org => Zion Hill Lutheran Church | web
us ashbourneacademy.org => Ashbourne Academy | web | mail
us bluffcitysigns.com => Bluff City Signs | web
us cobaltcreditunion.org => Cobalt Community Credit Union | web
us drummondlogistics.com => Drummond Logistics Group LLC | web | mail
us eastlakeortho.com => Eastlake Orthopaedics, P.C. | web
us foxhollowgolf.com => Fox Hollow Golf Club | web
us www.gatesmillwinery.com => Gates Mill Winery | web | mail
us hemlockprinting.us => Hemlock Printing | web
us ironwoodfab.com => Ironwood Fabrication | web
us juniperpointhoa.org => Juniper Point Homeowners Association | web | mail
us kettlevalleyfoods.com => Kettle Valley Foods Inc | web
us larkinelevator.com => Larkin Elevator Service | web
us mossbackoutfitters.com => Mossback Outfitters | web
us northforkwater.org => North Fork Water District | web | mail
us osgoodinsurance.com => Osgood Insurance Agency | web
us plumstreetrealty.com => Plum Street Realty | web
us quarrytownymca.org => Quarrytown YMCA | web | mail
us ravenrockmfg.onmicrosoft.com => Raven Rock Manufacturing | web ravenrockmfg.com | mail ravenrockmfg.com
us sablecoast.com => Sable Coast Interiors | web
us thistledownflorist.com => Thistledown Florist & Gifts | web
us umberlandtitle.com => Umberland Title Company | web | mail
us verdantlawns.net => Verdant Lawns and Irrigation | web
us whitakerfuneral.com => Whitaker & Sons Funeral Home | web
us yellowhousetheatre.org => Yellow House Theatre | web
us amberdyne.com => Amberdyne Systems Corporation | web | mail
us beckettbros.com => Beckett Brothers Plumbing | web
us clearspringhospice.org => Clear Spring Hospice | web | mail
us dovetailmillwork.com => Dovetail Millwork | web
us www.elmhurstauto.com => Elmhurst Auto Body | web
us farragutschools.org => Farragut School District | web | mail
us gilliamsteel.com => Gilliam Steel Erectors, Inc. | web
us hpcity.gov => City of Harlan Point | web
us ingramwealth.com => Ingram Wealth Partners | web
us ardmorepediatricdental.com => Ardmore Pediatric Dentistry | web
us bixbyandlowell.com => Bixby & Lowell Realtors | web | mail
us carvercountyland.onmicrosoft.com => Carver County Land Trust | web carvercountyland.org
us damarisweaving.com => Damaris Weaving Mill | web
us eaglenestchartersch.org => Eagle Nest Charter School | web | mail
us foundrylane.com => Foundry Lane Apartments LLC | web
us gannetpress.com => Gannet Press | web
us www.hillandharborpt.com => Hill & Harbor Physical Therapy | web
us inverlochcapital.com => Inverloch Capital Advisors | web | mail
us jerichowelding.com => Jericho Welding Supply Co. | web
us kzprecision.com => Kuzma Precision Optics | web
us lavenderhilldermatology.onmicrosoft.com => Lavender Hill Dermatology | web lavenderhillderm.com
us mdcpllc.com => Moyer, Dunn, Castellano & Pruitt PLLC | web | mail
us nightingalehomecare.net => Nightingale Home Care | web
us ospreycove.org => Osprey Cove Condominium Association | web
us pgdental.us => Plover Glen Dental | web
`,
	},
	{
		kind: 'domain is mail domain',
		rows: `
us wallsandvine.com => Walls & Vine Architects | mail
us tpgroup-us.com => Thornapple Property Group | mail
us kirbycountylibrary.org => Kirby County Public Library | mail
us silverbirchseniors.com => Silver Birch Senior Living | mail
us mvcheese.com => Mountain View Cheese Company | mail
us rookerymedia.com => Rookery Media LLC | mail
us aldenglass.com => Alden Glass & Mirror | mail
us bcpainting.net => Barrow County Painting | mail
us caldwellstone.com => Caldwell Stone Quarries | mail
us dgdesignhouse.com => Drift Grey Design House | mail
us www.everlyevents.com => Everly Events & Catering | mail
us ferncastle.com => Ferncastle Apartments | mail
us ggwl.com => Gordon, Gant, Wills & Lowe LLP | mail
us hartzelldairy-oh.com => Hartzell Dairy Farms | mail
us isletonshipyard.com => Isleton Shipyard | mail
us jbpestcontrol.com => Jim Bowers Pest Control | mail
us kestrelsurvey.com => Kestrel Land Surveying | mail
us llmhcenter.org => Long Lake Mental Health Center | mail
us merriweatherbooks.com => Merriweather Booksellers | mail
us nokomisrv.com => Nokomis RV & Boat Storage | mail
us opalridgeeye.com => Opal Ridge Eye Care | mail
us prairiestarcdc.org => Prairie Star Child Development Center | mail
us rdgconcrete.com => Ridgeline Concrete | mail
us stonyfordrehab.com => Stonyford Physical Therapy | mail
us trilbyoil.com => Trilby Oil & Gas Partners | mail
us uniontownchamber.com => Uniontown Chamber of Commerce | mail
us vesperlighting.onmicrosoft.com => Vesper Lighting Design | mail vesperlighting.com
us wcbeverage.com => West County Beverage Distributors | mail
us yorktownecabs.com => Yorktowne Cabinets | mail
us zephyrkayaks.com => Zephyr Kayaks | mail
us qcrefrigeration.com => Quincy Cold Refrigeration | mail
us rossandmilne.com => Ross & Milne Surveyors | mail
us skylarkschoolbus.com => Skylark Student Transportation | mail
us tannersvilledrug.com => Tannersville Drug Store | mail
us umatillawheat.onmicrosoft.com => Umatilla Wheat Growers | mail umatillawheat.org
us vicksburgriverco.com => Vicksburg River Terminal Co. | mail
us wbfa.net => Walnut Bend Financial Advisors | mail
`,
	},
	{
		kind: 'domains on client',
		rows: `
us arrowleafhomes.com => Arrowleaf Custom Homes | domains
us bayviewspeech.org => Bayview Speech & Hearing | domains | mail
us cordovagranite.com => Cordova Granite Works | domains
us denholmcapital.com => Denholm Capital Management | domains denholmcapital.com denholm-cap.net
us emberlyskin.com => Emberly Dermatology | domains
us fairhavenministorage.com => Fair Haven Mini Storage | domains
us gullhillschool.org => Gull Hill Montessori School | domains | mail
us hydenparts.com => Hyden Truck Parts | domains
us northpassdev.onmicrosoft.com => North Pass Development Co | domains northpassdev.onmicrosoft.com northpassdev.com
`,
	},
	{
		kind: 'domain reads as name',
		rows: `
us millbrookmasonry.com => Millbrook Masonry
us cherrystoneinn.com => Cherrystone Inn
us www.daltonferryhardware.com => Dalton Ferry Hardware
us elkmeadowchiropractic.com => Elk Meadow Chiropractic
us fiddlersgreenpub.com => Fiddler's Green Pub
us greystonetherapists.com => Greystone Therapists LLC
us heronbaycharters.com => Heron Bay Charters
us inkwellpress.onmicrosoft.com => Inkwell Press
us jackdawcoffee.com => Jackdaw Coffee Roasters
us kingsleytownship.org => Kingsley Township
us lockhartandpryor.com => Lockhart & Pryor
us maypolemovers.net => Maypole Movers
us novakdentalgroup.com => Novak Dental Group
us orchardhillpreschool.org => Orchard Hill Preschool
us palmettoboatlifts.com => Palmetto Boat Lifts, Inc.
us quillandcompass.com => Quill and Compass
us rosewaterevents.com => Rosewater Events
us sandhillaviation.com => Sandhill Aviation
us talmadgegroup.com => The Talmadge Group
us uplandturf.com => Upland Turf Farms
us valleyforgemachine.com => Valley Forge Machine
us willowbendstables.onmicrosoft.com => Willow Bend Stables
us yankeebasket.com => Yankee Basket Company
us abernathyforensics.com => Abernathy Forensics
us boxelderlumber.com => Box Elder Lumber
us catamountski.com => Catamount Ski Club
us dunmorehearing.com => Dunmore Hearing Aids
us ellingsongrain.com => Ellingson Grain Inc.
us flintriverfoundation.org => Flint River Foundation
us gristmillbakery.com => Grist Mill Bakery
us abigailsbakeshop.com => Abigail's Bake Shop
us birdsongaudiology.com => Birdsong Audiology
us crookedriverkennels.com => Crooked River Kennels
us driftwoodgallery.net => Driftwood Gallery
us eddingtonandsons.com => Eddington & Sons
us fossilbuttemuseum.org => Fossil Butte Museum
us glasshousenursery.onmicrosoft.com => Glasshouse Nursery
us hubcityhobbies.com => Hub City Hobbies
us ivylanemontessori.org => Ivy Lane Montessori
us jumpingtroutlodge.com => Jumping Trout Lodge LLC
`,
	},
	{
		kind: 'name and domain',
		rows: `
us Harlow Aerospace Components | domain harlowaero.com => Harlow Aerospace Components LLC | web
us Ivory Tower Tutors | domain ivorytowertutors.com => Ivory Tower Tutors | web | mail
us Juneberry Market | domain juneberrymkt.com => Juneberry Market | mail
us Kilgore Crane & Rigging | domain kilgorecrane.com => Kilgore Crane and Rigging, Inc. | web
us Lumen Street Church | domain lumenstreet.org => Lumen Street Church | web
us Maddox Environmental | tenant maddox => Maddox Environmental Services | tenant maddox
us Nettleton Bearings | tenant nettleton | domain nettletonbearings.com => Nettleton Bearings | tenant nettleton | web
us oakenshawtrust.com | tenant oakenshaw => Oakenshaw Trust Company | tenant oakenshaw | web
us Pelham Bay Urgent Care | domain pelhambayuc.com => Pelham Bay Urgent Care | mail
`,
	},
];
