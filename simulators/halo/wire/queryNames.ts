/** The query parameters each of Halo's GET routes documents, lower case; anything else is noted in the request log. */
const PAGING = `
	count search order order2 order3 order4 order5 orderdesc orderdesc2 orderdesc3 orderdesc4
	orderdesc5 page_no page_size pageinate`;

/** In production use although Halo's document leaves them out. */
const UNDOCUMENTED = 'include_custom_fields include_website tenant';

const BY_ROUTE: Record<string, string> = {
	'/authinfo': `
		`,
	'/client': `${PAGING}
		accountmanageronly activeinactive advanced_search azureclients callplan columns_id
		domain exclude_internal gficlients idonly includeactive includeazuretenants
		includecolumns includeinactive includeinvoicetemplatename includenotes includeqbofields
		integration_tenantids integration_type isjira issentinel isservicenow lastupdatefromdate
		lastupdatetodate search_name_only sentinelid showcounts sitefields snowaccountid
		snowclients ticketarea_id toplevel_id view_id`,
	'/client/{id}': `
		domain getavailablerts includeactivity includedetails includeperiods includeprepay
		tickettype_id`,
	'/site': `${PAGING}
		activeinactive advanced_search azuresites client_id contract_id exclude_internal
		gfisites idonly includeactive includeaddress includeinactive includenonstocklocations
		includenoorderstockbin includenotes includestocklocations iscalendarfilter item_id_qty
		item_salesorder_id item_salesorder_line lastupdatefromdate lastupdatetodate
		override_enablestockbins site_id sitefields stocklocation toplevel_id user_override`,
	'/site/{id}': `
		client_override domain includeactivity includedetails issetup tickettype_id`,
	'/address': `
		postcode site_id type_id user_id openedafter onholdonly overrideclientid overridesiteid
		overrideuserid count`,
	'/address/{id}': `
		includedetails`,
	'/toplevel': `${PAGING}
		agent_departments_only can_edit_only idonly include_agents include_managers
		include_teams isorgchart org_id show_all type`,
	'/toplevel/{id}': `
		include_agents include_teams includedetails`,
	'/softwarelicence': `${PAGING}
		client_id includeinactive licence_type site_id tenant_id toplevelid`,
	'/softwarelicence/{id}': `
		includedetails`,
	'/licencechange': `${PAGING}
		change_date idonly licence_id`,
	'/recurringinvoice': `${PAGING}
		advanced_search asset_id awaiting_approval billing_date billingcategory_ids client_id
		client_ids contract_id idonly includecredits includeinvoices includelines
		includepoinvoices invoicedateend invoicedatestart my_approvals notpostedonly
		paymentstatuses postedonly purchaseorder_id quote_status ready_for_invoicing
		recurringinvoice_id reviewrequired rinvoice_type salesorder_id sent_status site_id
		stripeautopaymentrequired ticket_id toplevel_id user_id`,
	'/recurringinvoice/{id}': `
		includedetails`,
	'/item': `${PAGING}
		activeinactive advanced_search assetgroup_id assetgroups assettypes
		autotask_service_items dbc_company_id exactdivision excluderecurring includeactive
		includeinactive itemservice_id itemservicerequestdetails_id itemsupplierclientid
		kashflowtenantid qbitemsonly qbocompanyid recurringonly sagebusinesscloudtenantid
		search1 show_not_in_stock stocklocation_id supplier_id xerotenantid`,
	'/item/{id}': `
		dbc_company_id includedetails kashflowtenantid qbocompanyid sagebusinesscloudtenantid
		xerotenantid`,
	'/supplier': `${PAGING}
		activeinactive idonly includeactive includeinactive kashflowtenantid toplevel_id
		xerotenantid`,
	'/supplier/{id}': `
		includedetails`,
	'/externallink': `${PAGING}
		details_id halo_id module_id module_list table_id third_party_desc third_party_id
		third_party_secondary_id third_party_type`,
	'/externallink/{id}': `
		includedetails`,
	'/synnexdetails': `
		`,
	'/synnexdetails/{id}': `
		includedetails`,
	'/azureadconnection': `
		authorized isintune type types`,
	'/azureadconnection/{id}': `
		includedetails includetenants type`,
	'/fieldinfo': `
		access_control_level domain excluderanges excludetables excludetableself extratype
		fieldtype fieldtypemultiple includecategories includedatefields includejirafields
		includeremotefields includevalues inputtype isapprovalstep isconfig iscustomfieldsetup
		systemid typeid`,
	'/fieldinfo/{id}': `
		entityid getlookupvalues includedetails livecustomfields userid`,
	'/lookup': `
		access_control_level assettype_id client_id clientname contract_id country_code_id
		dbc_company_id domain exclude_nocharge exclude_nolinkedtypes exclude_zero iscustomfield
		istree lookupid ordervaluetype outcome_id showallcodes ticket_id unameaprestriction use
		use2`,
	'/lookup/{id}': `
		includedetails`,
	'/users': `${PAGING}
		activeinactive advanced_search allapprovers approvers_only asset_id client_id
		contract_id department_id exclude_agents exclude_defaultsiteusers exclude_generaluser
		idonly includeactive includebillinginfo includeinactive includename
		includenonserviceaccount includenotes includeserviceaccount integration_type
		is_followers is3cxcall lastupdatefromdate lastupdatetodate licence_id listagentuserfirst
		myallcustomers myarea mydepartment mysite mysitecontact mytoplevel opp_id
		organisation_id role search_phonenumbers site_id supplier_id tickettype_id toplevel_id`,
	'/users/{id}': `
		client_id client_override domain includeactivity includebillinginfo includedetails
		includepopups includeusersassets issetup opp_id site_id site_override supplier_id
		tickettype_id username`,
};

/** The names of a query that Halo's document does not know for this route (`/client/{id}`). */
export function unknownQueryNames(method: string, route: string, names: string[]): string[] {
	const known = new Set(
		`${method === 'GET' ? (BY_ROUTE[route] ?? '') : ''} ${UNDOCUMENTED}`
			.split(/\s+/)
			.filter(Boolean),
	);
	return names.filter((name) => !known.has(name.toLowerCase()));
}
