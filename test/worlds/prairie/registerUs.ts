/** Invented firms of the United States: `name|legal form|city, state|web domain|trade name`, the last one where it has one. */
export const usRows = `
Aldersgate Orthopedics|PLLC|Duluth, MN|aldersgateortho.com|
Amber Waves Milling|Co.|Salina, KS|amberwavesmilling.com|
Anchor Point Title|LLC|Mobile, AL|anchorpointtitle.com|
Antelope Creek Veterinary Hospital|P.C.|Lincoln, NE|antelopecreekvet.com|
Applewhite & Dunn|LLP|Savannah, GA|applewhitedunn.com|
Arbor Glen Senior Living|LLC|Grand Rapids, MI|arborglen.org|
Arrowhead Precision Manufacturing|Inc.|Rockford, IL|arrowheadprecision.com|
Ashgrove Montessori School||Boulder, CO|ashgrovemontessori.org|
Badger State Fasteners|Inc.|Wausau, WI|badgerfasteners.com|
Baines Family Dentistry|P.A.|Tyler, TX|bainesdentistry.com|Bright Oak Smiles
Barlow Street Brewing|LLC|Spokane, WA|barlowstreet.beer|
Bayhead Marine Supply|Inc.|Gulfport, MS|bayheadmarine.com|
Bellweather Capital Advisors|LLC|Charlotte, NC|bellweathercap.com|
Bent Nail Carpentry|LLC|Bozeman, MT|bentnail.com|
Big Hollow Excavating|Inc.|Ames, IA|bighollow.com|
Blackthorn Security Services|Inc.|Newark, NJ|blackthornsecurity.com|
Blue Kettle Coffee Roasters|LLC|Portland, ME|bluekettle.coffee|
Bluestem Family Clinic|P.A.|Emporia, KS|bluestemclinic.com|
Boone & Hatcher Surveying|Inc.|Knoxville, TN|boonehatcher.com|
Brackenridge Steel Erectors|Inc.|Pittsburgh, PA|brackenridgesteel.com|
Briar Patch Day Nursery||Macon, GA|briarpatchnursery.com|
Brightwater Pediatrics|P.C.|Annapolis, MD|brightwaterpeds.com|
Broadaxe Timber|Co.|Eugene, OR|broadaxetimber.com|
Buckeye Hydraulic Repair|LLC|Toledo, OH|buckeyehydraulic.com|
Burnt Mill Catering|LLC|Doylestown, PA|burntmillcatering.com|Table & Tine
Calloway Insurance Agency|Inc.|Lubbock, TX|callowayins.com|
Cannon Falls Credit Union||Cannon Falls, MN|cfcu.org|
Canyon Rim Physical Therapy|PLLC|Twin Falls, ID|canyonrimpt.com|
Cardinal Lane Apartments|LP|Louisville, KY|cardinallane.com|
Carver County Historical Society||Chaska, MN|carvercohistory.org|
Cask & Crown Distributing|Inc.|Lexington, KY|caskcrown.com|
Chalk Bluff Winery|LLC|Paso Robles, CA|chalkbluffwinery.com|
Chickasaw Valley Feed & Seed|Co.|Ada, OK|cvfeed.com|
Church of the Good Harvest||Wichita, KS|goodharvest.church|
Clearfork Engineering|Inc.|Fort Worth, TX|clearforkeng.com|
Coastal Pines Hospice|Inc.|Brunswick, GA|coastalpineshospice.org|
Colfax Tool & Die|Inc.|Dayton, OH|colfaxtool.com|
Copperline Plumbing|LLC|Tucson, AZ|copperlineplumbing.com|
Corbett, Vance & Ortiz|LLP|Albuquerque, NM|cvolaw.com|
Cottonwood Electric Cooperative|Inc.|Hays, KS|cottonwoodcoop.com|
Crane Harbor Freight|Inc.|Tacoma, WA|craneharborfreight.com|
Crestline Community College||Crestline, OH|crestlinecc.edu|
Dakota Ridge Implement|Inc.|Minot, ND|dakotaridgeimp.com|
Darby & Sons Heating|Inc.|Scranton, PA|darbyheating.com|Darby Comfort
Deep Well Drilling|LLC|Roswell, NM|deepwelldrilling.com|
Delmarva Poultry Processors|Inc.|Salisbury, MD|delmarvapoultry.com|
Driftless Cheese Makers|Co-op|Viroqua, WI|driftlesscheese.coop|
Eagle Grove School District||Eagle Grove, IA|eaglegroveschools.org|
East Fork Pottery Studio|LLC|Asheville, NC|eastforkstudio.com|
Ellison-Marsh Architects|P.C.|Hartford, CT|ellisonmarsh.com|
Emberly Candle|Co.|Bend, OR|emberlycandle.com|
Evergreen Orthodontics|PLLC|Olympia, WA|evergreenortho.net|
Fairhaven Housing Authority||Fairhaven, MA|fairhavenha.org|
Falcon Bridge Logistics|Inc.|Memphis, TN|falconbridge.com|
Farrow Land Surveying|LLC|Boise, ID|farrowsurvey.com|
First Lutheran Church of Mankato||Mankato, MN|flcmankato.org|
Flint Hills Oil & Gas|LLC|El Dorado, KS|flinthillsog.com|
Foxglove Floral Design|LLC|Madison, WI|foxglovefloral.com|
Franklin Gear Works|Inc.|Peoria, IL|franklingear.com|
Freewheel Cyclery|Inc.|Davis, CA|freewheelcyclery.com|
Garnet Falls Outfitters|LLC|Ely, MN|garnetfalls.com|
Gatlin Brothers Paving|Inc.|Chattanooga, TN|gatlinpaving.com|
Glasshouse Advertising|LLC|Minneapolis, MN|glasshouse.agency|
Golden Plains Bancorp|Inc.|Great Bend, KS|gpbancorp.com|
Goose Creek Golf Club||Leesburg, VA|goosecreekgolf.com|
Granite Gate Cold Storage|LLC|Manchester, NH|granitegatecold.com|
Great Basin Assay Labs|Inc.|Elko, NV|gbassay.com|
Green Barn Nursery|Inc.|Holland, MI|greenbarnnursery.com|
Gristmill Bakery|LLC|Burlington, VT|gristmillbakery.com|
Gulf Breeze Eye Associates|P.A.|Pensacola, FL|gulfbreezeeye.com|
Hackberry Trucking|Inc.|Amarillo, TX|hackberrytrucking.com|
Hale & Whitcomb|CPAs|Topeka, KS|halewhitcomb.com|
Halstead University||Halstead, NY|halstead.edu|
Harmon Tire & Auto|Inc.|Fresno, CA|harmontire.com|
Hawthorne Dairy Equipment|Co.|Green Bay, WI|hawthornedairy.com|
Heartland Blood Center||Omaha, NE|heartlandblood.org|
Hickory Stick Furniture|Inc.|High Point, NC|hickorystick.com|
High Mesa Solar|LLC|Santa Fe, NM|highmesasolar.com|
Hollis Crane Rental|LLC|Baton Rouge, LA|holliscrane.com|
Homestead Title & Escrow|Inc.|Cheyenne, WY|homesteadescrow.com|
Huron Bay Fisheries|Inc.|Marquette, MI|huronbayfish.com|
Indigo Street Theatre||Richmond, VA|indigostreet.org|
Iron Range Machining|Inc.|Hibbing, MN|ironrangemachining.com|
Ivy & Stone Landscape Architects|LLC|Princeton, NJ|ivystone.com|
Jasper County Farm Bureau||Newton, IA|jasperfb.org|
Juniper Behavioral Health|LLC|Reno, NV|juniperbh.com|
Kaw River Rowing Club||Lawrence, KS|kawrowing.org|
Keller Prosthetics|Inc.|Cleveland, OH|kellerprosthetics.com|Limbwise
Kestrel Aviation Services|Inc.|Wichita, KS|kestrelaviation.com|
Kingfisher Pools|LLC|Sarasota, FL|kingfisherpools.com|
Ladle & Loom|LLC|Providence, RI|ladleandloom.com|
Laurel Mountain Press|Inc.|Johnstown, PA|laurelmtnpress.com|
Lindqvist Dental Group|P.C.|St. Cloud, MN|lindqvistdental.com|
Little Sioux Cattle|Co.|Cherokee, IA|littlesioux.com|
Lodestar Wealth Partners|LLC|Denver, CO|lodestarwp.com|
Lone Juniper Ranch|LP|Prineville, OR|lonejuniper.com|
Longleaf Land Trust||Hattiesburg, MS|longleaftrust.org|
Magnolia Court Reporting|LLC|Jackson, MS|magnoliareporting.com|
Maple Hill Funeral Home|Inc.|Kansas City, KS|maplehillfuneral.com|
Marlin Foods|Inc.|Tampa, FL|marlinfoods.com|
Martin Foods|Inc.|Tampa, FL|martinfoods.com|
Meridian Roofing Systems|LLC|Meridian, MS|meridianroofing.com|
Mesquite Bend Pharmacy|LLC|Abilene, TX|mesquitebendrx.com|
Millrace Paper|Co.|Appleton, WI|millracepaper.com|
Minnow Brook Academy||Stamford, CT|minnowbrook.org|
Monarch Elevator Inspection|LLC|Chicago, IL|monarchelevator.com|
Mountain Laurel Home Care|Inc.|Beckley, WV|mlhomecare.com|
National Institute of Grain Standards||Fargo, ND|nigs.org|
Nettle Creek Quarry|Inc.|Muncie, IN|nettlecreek.com|
New Haven Rope & Rigging|Inc.|New Haven, CT|nhrope.com|
Northfork Public Library||Northfork, WV|northforklibrary.org|
Oak Lawn Plating|Inc.|Oak Lawn, IL|oaklawnplating.com|
Olive & Ash Salon|LLC|Scottsdale, AZ|oliveash.com|
Orchard Park Rehabilitation|LLC|Buffalo, NY|orchardparkrehab.com|
Osprey Point Yacht Club||Newport, RI|ospreypoint.club|
Otter Tail Propane|Inc.|Fergus Falls, MN|ottertailpropane.com|
Palmetto Court Interpreters|LLC|Columbia, SC|palmettointerpreters.com|
Pecan Valley Bottling|Co.|San Saba, TX|pecanvalleybottling.com|
Pelican State Pest Control|LLC|Lafayette, LA|pelicanpest.com|
Penrose Valve & Fitting|Inc.|Colorado Springs, CO|penrosevalve.com|
Pilgrim Road Animal Rescue||Plymouth, MA|pilgrimroadrescue.org|
Pine Barrens Sand|Co.|Vineland, NJ|pinebarrenssand.com|
Platte Valley Irrigation|Inc.|Kearney, NE|plattevalleyirr.com|
Quail Run Homeowners Association||Mesa, AZ|quailrunhoa.org|
Quiet Harbor Counseling|LLC|Bellingham, WA|quietharbor.com|
Rafferty & Poole Realty|Inc.|Des Moines, IA|raffertypoole.com|
Redbird Print Shop|LLC|Bloomington, IL|redbirdprint.com|
Ridgeway Ambulance District||Ridgeway, MO|ridgewayambulance.org|
River Bluff Nursing Center|Inc.|Quincy, IL|riverbluffnursing.com|
Rooster Hill Farms|LLC|Ithaca, NY|roosterhill.farm|
Sagebrush Wireless|Inc.|Casper, WY|sagebrushwireless.com|
Saint Brendan's Hospital Foundation||Dubuque, IA|stbrendans.org|
Saltbox Home Inspections|LLC|Gloucester, MA|saltboxinspections.com|
Sandhill Crane Conservancy||Baraboo, WI|sandhillcrane.org|
Sawtooth Ski Patrol Association||Ketchum, ID|sawtoothpatrol.org|
Seven Bends Canoe Livery|LLC|Woodstock, VA|sevenbends.com|
Shoreline Collision Center|Inc.|Muskegon, MI|shorelinecollision.com|
Silver Thimble Tailoring|LLC|St. Louis, MO|silverthimble.com|
Sorensen Grain Systems|Inc.|Watertown, SD|sorensengrain.com|
Split Rail Insurance Brokers|LLC|Lancaster, PA|splitrailins.com|
Stillwater Radiology Associates|P.A.|Stillwater, OK|stillwaterrad.com|
Stonecutter Granite|LLC|Barre, VT|stonecuttergranite.com|
Sugar Creek Amusements|Inc.|Branson, MO|sugarcreekfun.com|
Sunflower Title|Co.|Wichita, KS|sunflowertitle.com|
Tanager Software|Inc.|Austin, TX|tanager.io|
The Gables Assisted Living|LLC|Akron, OH|gablesliving.com|
The Lantern Room|LLC|New Orleans, LA|lanternroom.com|
Thornbury Fine Art|LLC|Santa Barbara, CA|thornburyart.com|
Three Oaks Animal Clinic|P.C.|Three Oaks, MI|threeoaksvet.com|
Tidewater Hearing Center|LLC|Norfolk, VA|tidewaterhearing.com|
Tumbleweed Screen Printing|LLC|Lubbock, TX|tumbleweedprints.com|
Union Pier Mercantile|Co.|Union Pier, MI|unionpiermerc.com|
Valley Forge Tutors|LLC|King of Prussia, PA|vftutors.com|
Vermilion Parish Waterworks||Abbeville, LA|vermilionwater.org|
Walnut Street Law Group|PLLC|Springfield, MO|wslg.com|
West Prairie Telephone|Co-op|Dickinson, ND|westprairie.coop|
Wexford Packaging|Inc.|Erie, PA|wexfordpkg.com|
White Birch Retreat Center||Traverse City, MI|whitebirchretreat.org|
Wild Plum Bakehouse|LLC|Fort Collins, CO|wildplumbakehouse.com|
Willow Bend Obstetrics & Gynecology|P.A.|Plano, TX|wbobgyn.com|
Windlass Marine Surveyors|LLC|Galveston, TX|windlassmarine.com|
Winfield Box & Crate|Inc.|Winfield, KS|winfieldbox.com|
Yellow Medicine Ethanol|LLC|Granite Falls, MN|ymethanol.com|
Zumbro Valley Dermatology|P.A.|Rochester, MN|zumbroderm.com|
`;
