/** Bodies about clients, sites and people, named as Halo's OpenAPI document names them. */
import type { PropertyNames } from './propertyNames';

export const areaProperties: PropertyNames = {
	integers: `
		id toplevel_id confirmemail actionemail clearemail messagegroup_id mailbox_override
		default_mailbox_id item_tax_code service_tax_code prepay_tax_code contract_tax_code
		pritech sectech accountmanagertech open_ticket_count opps_ticket_count createdfrom_id
		chargeperiod imageindex ucemail fcemail smsbalance seriousnesslevel thresholdbreached
		areatype unmatchedcombinations prepayrecurringchargebp paymentterms billinggroup
		surchargeid billingtemplate_id clientpackage scopeofbusiness preferredagent
		automatic_callscript_id isopportunity main_site_id linked_organisation_id
		newclient_web_access_level newclient_regioncode _reassign_all_to_user
		onhold_ticket_count total_ticket_count opened_thismonth_count ninjarmmid sales_tax_code
		purchase_tax_code preferreddeliverymethod qbodefaulttax default_contract device42id
		xerodetails_id datto_alternate_id dattocommerce_tenantid qbodefaulttaxcode connectwiseid
		autotaskid ateraid kashflowid datto_commerce_id import_details_id syncroid passportal_id
		oppid prepayrecurringexpirymonths defaultcontractoverride sqlimport_id
		_match_integration_id liongardid sage_business_cloud_details_id exact_division
		ncentral_details_id defaultpdftemplateinvoicetickets defaultpdftemplateinvoiceorders
		defaultpdftemplateinvoicerecurring ingram_micro_details_id main_contact_id
		fortnox_tenant servicenow_webhook_user servicenow_webhook_tickettype myob_tenant
		sync_servicenow_attachments twilio_recurring_invoice_id override_layout_id
		jira_webhook_user invoice_mailbox_override quote_mailbox_override _merge_client_into
		servicenow_authtype key table regmanagertech logmanagertech salesreptech
		accountownertech cxmleadtech overridepdftemplateinvoice kashflow_tenant_id
		client_to_invoice invoiceduedaysextraclient sentinel_tenant_id default_currency_code
		client_to_invoice_recurring snow_id cautomateid stopped customertype
		sentinel_default_user_override percentage_to_survey overridepdftemplatequote
		avalara_tenant due_date_type toplevel_quote_currency _importtypeid`,
	numbers: `
		chargehours chargecarryover startbalance hourlyrate periodcharge chargehours2
		hourlyrate2 hv prepayrecurringcharge prepayrecurringhours autotopupthreshhold
		autotopuptoamount autotopupcostperhour autotopupbyamount discountperc
		prepayrecurringminimumdeduction prepayrecurringautomaticdeduction prepaytotal prepayused
		prepaybalance`,
	booleans: `
		inactive override_org_logo prinotify secnotify priassign secassign invoiceyes floverride
		fluserdef1hide fluserdef2hide fluserdef3hide fluserdef4hide fluserdef5hide
		fluserdef1mand fluserdef2mand fluserdef3mand fluserdef4mand fluserdef5mand
		includeactions needsinvoice dontinvoice showslaonweb emailinvoice
		dont_auto_send_invoices monthlyreportinclude monthlyreportemaildirect
		monthlyreportemailmanager monthlyreportshowonweb billforrecurringprepayamount
		showallnonbillable showfaqfortoplevel all_organisations_allowed
		newclient_sendwelcomeemail allowall_tickettypes allowall_category1 allowall_category2
		allowall_category3 allowall_category4 alocked allowallchargerates _isimport
		allow_api_access override_portalcolour isarchived_xero
		prepayrecurringminimumdeductiononlyactive isnhserveremaildefault _apply_billingtemplate
		hubspot_dont_sync hubspot_archived update_licences prepayasamount synced_to_intacct
		isclientdetails donotimport sync_to_liongard default_team_to_salesrep_override
		salesforce_dontsync test_servicenow test_jira create_jira_webhook jira_webhook_created
		_dont_fire_automations auvik_site_inactive servicenow_enable_webhook
		twilio_subaccount_created _create_twilio_subaccount _close_twilio_subaccount
		_pauseunpause_twilio_subaccount _create_twilio_recurringinvoice
		invoice_tickets_seperately_override portal_title_override excludefrominvoicesync
		automatic_sales_tax servicenow_validated jira_validated ticket_invoices_for_each_site
		is_vip taxable is_account`,
	strings: `
		name toplevel_name colour from_address_override override_org_name override_org_phone
		override_org_email override_org_website override_org_portalurl calldate notes
		thirdpartynhdapiurl xeroid datecreated announce announcedate pritech_name sectech_name
		accountmanagertech_name accountmanagertech_email fluserdef1 fluserdef2 fluserdef3
		fluserdef4 fluserdef5 startdate invoicetemplate invoicecomment lastinvoiceenddate
		item_tax_code_name service_tax_code_name contract_tax_code_name prepay_tax_code_name
		cat2 cat3 cat4 cat5 enddate actguid html hvdate defcat1 defcat2 defcat3 defcat4
		monthlyreportlastrun prepayrecurringchargenextdate accountsemailaddress
		disclaimermatchstring billingtemplate_name overidegreeting callhandlingnotes
		automatic_callscript_name teamviewerpassword customertype_new accountsccemailaddress
		snowname main_site_name override_signature contractaccountsdesc prepayaccountsdesc
		newclient_sitename newclient_phonenumber newclient_domain newclient_timezone
		newclient_contactname newclient_contactemail newclient_contacttitle
		newclient_countrycode newclient_siteguid _importtype api_access_clientid
		api_access_clientsecret thirdpartynhdauthurl thirdpartynhdtenant
		thirdpartynhdapiclientid new_thirdpartynhdapiclientsecret portal_logo portalcolour
		portalbackgroundimageurl sales_tax_type purchase_tax_type accountsfirstname
		accountslastname purchase_tax_code_name xero_tenant_name xero_tracking_category_1_name
		xero_tracking_category_2_name servicenowid datto_id datto_url qbodefaulttaxcodename
		kashflow_tenant_name website alastupdate snelstart_id default_currency_code_name
		datto_commerce_url auvik_id hubspot_id hubspot_url domain qbo_company_name tax_number
		hubspot_lifecycle hudu_url accountsbccemailaddress defaultcontractoverride_ref
		_match_thirdparty_id _match_integration_name _warning liongard_url regmanagertech_name
		logmanagertech_name salesreptech_name default_team_to_salesrep_override_team
		cxmleadtech_name portalchatprofile portalchatprofile_name kaseyaid trading_name
		dbc_company_name stripe_customer_id stripe_payment_method_id stripe_payment_method_name
		current_licences servicenow_url servicenow_locale servicenow_username new_servicenowkey
		servicenow_assignment_group servicenow_assignment_group_name servicenow_defaultuser_id
		servicenow_defaultuser_name sage_business_cloud_details_name exact_division_name
		currencyisocode intacct_location_id intacct_location_type jira_url jira_username
		new_jirakey jira_servicedesk_id jira_servicedesk_name jira_user_id jira_user_name
		defaultpdftemplateinvoicetickets_name defaultpdftemplateinvoiceorders_name
		defaultpdftemplateinvoicerecurring_name intacct_invoice_save_location main_contact_name
		main_contact_email main_contact_phonenumber main_phonenumber invoice_class new_icon
		fortnox_tenant_name new_servicenow_webhooksecret servicenow_webhook_user_name
		servicenow_webhook_tickettype_name myob_tenant_name twilio_subaccount_name
		twilio_subaccount_sid twilio_subaccount_status twilio_subaccount_authtoken
		override_layout_name servicenow_ticket_sync matching_value jira_webhook_username
		avalara_code avalara_tenant_name avalara_id portal_title reply_address_override use logo
		xero_tenant_id accountsid gficlientid overridepdftemplateinvoice_name
		client_to_invoice_name itglue_id clientcurrency sentinel_subscription_id
		sentinel_workspace_name sentinel_resource_group_name sentinel_tenant_name
		client_to_invoice_recurring_name azure_tenant_id qbo_company_id dbc_company_id
		customer_relationship_list sentinel_default_user_override_name ref intacct_save_location
		accountownertech_name billing_plan_text overridepdftemplatequote_name
		_importthirdpartyid`,
	objects: `
		override_org_address newclient_delivery_address qbo_default_tax_code import_address
		import_azure_tenant new_external_link stripe_paymentmethod servicenow_assignmentgroup
		servicenow_defaultuser jira_servicedesk jira_user main_delivery_address
		main_invoice_address quickbooks_details`,
	arrays: `
		customfields custombuttons attachments site_fields allowed_organisations site_update
		faqlists popup_notes allowed_tickettypes allowed_category1 allowed_category2
		allowed_category3 allowed_category4 billingplans overriding_rates chargerates areaitems
		prepayhistory periods import_notes service_access service_subscriptions kbentries
		external_links servicenow_priority_mappings servicenow_status_mappings
		servicenow_impact_mappings servicenow_urgency_mappings servicenow_category_mappings
		intacct_location_id_list new_categories jira_requesttype_mappings jira_priority_mappings
		jira_status_mappings extratabs servicenow_team_mappings servicenow_ticket_sync_list
		servicenow_fieldmappings azure_tenants snowLicences customer_relationship`,
};

export const siteProperties: PropertyNames = {
	integers: `
		sitephonenumberint id sla_id messagegroup_id inuseby zoffsetx zoffsety smallx smally
		bigx bigy deliverby refnumber seriousnesslevel defaultstocklocation stopped
		sitetimeoffset sitedateformat regionaldirector facilitiesmanager language_id
		linked_organisation_id newsite_web_access_level _reassign_all_to_user open_ticket_count
		onhold_ticket_count total_ticket_count opened_thismonth_count cautomateid ninjarmmid
		device42id datto_alternate_id connectwiseid autotaskid ateraid site_service_tax_code
		site_prepay_tax_code site_contract_tax_code site_sales_tax_code site_purchase_tax_code
		syncroid passportal_id import_site_mapping liongardid surchargeid region_code
		ncentral_details_id _match_integration_id import_details_id sqlimport_id
		businesscentral_area_company_id sequence gfisiteid stockbin_id maincontact_id
		site_item_tax_code`,
	numbers: `
		client_id item_quantity_in_stock item_serialised_assets_in_stock item_quantity_reserved
		item_quantity_reserved_on_order item_quantity_available text globx globy style upwho
		xrefsite zoomx zoomy geocoord1 geocoord2`,
	booleans: `
		inactive invoice_address_isdelivery isstocklocation isinvoicesite defaultdelivery
		monthlyreportinclude monthlyreportemailmanager accountmanagertech
		monthlyreportemaildirect slocked newsite_sendwelcomeemail _isimport _isxero
		_match_first_site isnhserveremaildefault all_faqlists_allowed issitedetails
		hasitemsinstock _dont_fire_automations _convert_phonenumbers`,
	strings: `
		accountsid accountsfirstname accountslastname accountsemailaddress
		accountsccemailaddress accountsbccemailaddress name client_name clientsite_name
		phonenumber colour timezone notes datecreated uptimestamp ldapstring emaildomain
		todomain disclaimermatchstring emailsubjectprefix actguid teamviewerpassword
		contractlastchecked maincontact_name wildcardref monthlyreportlastrun language_name
		snowname newsite_contactname newsite_contactemail newsite_contacttitle guid _importtype
		servicenowid datto_id datto_url azuretenantid pagerdutywildcard slastupdate
		site_item_tax_code_name site_service_tax_code_name site_contract_tax_code_name
		site_prepay_tax_code_name site_purchase_tax_code_name third_party_client_name auvik_id
		hubspot_id _warning hudu_url kaseyaid country_code _match_thirdparty_id
		_match_integration_name matching_value lapsafe_default_installation_name
		authrocket_locale use delivery_address_line1 delivery_address_line2
		delivery_address_line3 delivery_address_line4 delivery_address_line5 itglue_id
		client_itglue_id stockbin_name country_code_name region_code_name ref
		lapsafe_default_installation`,
	objects: `
		delivery_address invoice_address new_external_link lapsafe_default_installation_obj
		businesscentral_billing_client`,
	arrays: `
		popup_notes fields sitecontacts faqlists stockbins external_links extratabs customfields
		site_fields custombuttons`,
};

export const userProperties: PropertyNames = {
	integers: `
		sitephonenumberint phonenumberint homenumberint mobileint mobilenumber2int faxint id
		site_id_int telpref default_currency_code priority_id linked_agent_id relationship_id
		uddevsite uddevnum uduserid userdevicerolecount connectwiseid autotaskid messagegroup_id
		client_account_manager_id inv1 inv2 inv3 inv4 slaid web_access_level showmeonly
		showrecentonly inv1site inv2site inv3site inv4site inv5 inv6 inv7 inv8 inv9 inv10
		inv5site inv6site inv7site inv8site inv9site inv10site inv11 inv12 inv13 inv14 inv15
		inv16 inv17 inv18 inv19 inv20 inv21 inv22 inv23 inv24 inv25 inv11site inv12site
		inv13site inv14site inv15site inv16site inv17site inv18site inv19site inv20site
		inv21site inv22site inv23site inv24site inv25site deputysite question1 question2
		question3 question4 question5 cataloglevel encmethod adconnection useadlogin
		welcomeemail_template_id _reassign_all_to_user organisation_id open_ticket_count
		onhold_ticket_count total_ticket_count opened_thismonth_count cautomateid
		azure_connectionid delegation_user_id linked_user_id passportal_id passportal_client_id
		opportunity_id sqlimport_id _match_integration_id azure_roleid facebook_id twitter_id
		_merge_user_into _email_collision device_access_level instagram_id jira_instance
		no_manager_roleid prospect_account_id open_opportunity_count runbook_button_id key table
		client_id item_tax_code overridepdftemplatequote client_automatic_callscript_id
		_importtypeid`,
	numbers: `
		site_id contract_value`,
	booleans: `
		is_comms_user ischangeapprover2 inactive isimportantcontact neversendemails
		covered_by_contract isserviceaccount ignoreautomatedbilling isimportantcontact2
		dontackemails inform informaction informclearance showslatimes canadd allowviewsitedocs
		ischangeapprover cancreateuser isheadofdept iscontractcontact informnewarea
		informactionarea informclearancearea viewallcleared isexternal dontaddtomailinglist
		caneditwebdetails canaccesscatalog hasbeentrained canviewcontracts ispoapprover
		sendwelcomeemail resetpassword _anonymise ismaincontact _isnew _isimport emailconfirmed
		delegation_activated delegation_timebased isnhserveremaildefault matchprimaryemail
		canaccessinvoices authenticatorapp_configured _revoke_authenticatorapp _isopp locked
		allowviewclientdocs hubspot_dont_sync hubspot_archived isuserdetails unsubscribed
		canviewopps salesforce_dontsync _hascontactsenabled _isbatch _dont_fire_automations
		_remove_licenses _new_usersite_only dontackemails2 service_account_overridden
		sendaccountsemails informifack informnewareaifack _convert_phonenumbers
		update_user_tickets check_update_user_tickets canuploaddocuments automatic_sales_tax
		client_taxable neversendmarketingemails is_prospect`,
	strings: `
		name site_name client_name firstname surname initials title emailaddress
		phonenumber_preferred sitephonenumber phonenumber homenumber mobilenumber mobilenumber2
		fax activedirectory_dn onpremise_activedirectory_dn container_dn login colour other1
		other2 other3 other4 other5 notes site_guid area_guid site_cautomate_guid
		software_role_name site_hubspot_guid role_list sitetimezone datecreated new_password
		third_party_guid third_party_sql department deputyusername cat2 lastlogindate email2
		email3 disclaimermatchstring admanager memberof _importtype supplier_name app_colour
		agent_app_url imagedata webannouncement _importtoken jira_id zapier_client_name
		delegation_start delegation_end delegation_user_name googleworkplace_id servicenow_id
		servicenow_username site_servicenow_id sgatewayid samaccountname oktaid okta_status
		ulastupdate oppcompanyname oppcontactname oppemailaddress site_guid2 azure_tenant_id
		azure_last_login_date linked_user_name hubspot_id hubspot_url _warning hudu_url
		sqlimport_user azure_tenant_domain servicenow_companyid _match_thirdparty_id
		_match_integration_name new_site_name facebook_username twitter_username manager_email
		instagram_username jira_instance_name third_party_id matching_value theme lang
		new_account_name use overridepdftemplatequote_name contract_end_date okta_id azure_id
		user_with_clientsite whatsapp_number azureoid date_of_birth _importthirdpartyid`,
	objects: `
		primary_address supplier new_external_link gocardless_customfields`,
	arrays: `
		customfields attachments custombuttons user_relationships addresses departments
		popup_notes usercompany claims software assets external_links roles add_roles
		ticket_customfields thirdpartygroups linked_sites extratabs marketing_unsubscribes`,
};

export const addressProperties: PropertyNames = {
	integers: `
		id type site_id user_id`,
	numbers: `
		lat long`,
	booleans: `
		primary inactive _isimport`,
	strings: `
		description note line1 line2 line3 line4 postcode date_active date_inactive client_name
		site_name user_name user_email _warning`,
};

export const customFieldProperties: PropertyNames = {
	integers: `
		id type characterlimit characterlimittype inputtype ordervaluesby database_lookup_id
		extratype usage linked_table_id custom_extra_table_id rounding max_selection
		selection_field_id database_lookup_input table_data_entry_type table_height
		table_matching_field load_type`,
	booleans: `
		value_is_password_id copytochild copytoparent searchable ordervalues
		database_lookup_auto copytochildonupdate copytoparentonupdate showondetailsscreen
		copytorelated int_value_is_display onlyshowforagents is_horizontal copied isencrypted
		showintable dont_delete_rows new_storage_method add_rows showinpool allow_pool_override`,
	strings: `
		name label summary display third_party_name hyperlink third_party_value calculation
		regex guid variable_format_1 variable_format_2 where_sql`,
	arrays: `
		database_lookup_triggers validation_reasons validation_data delete_these_rows`,
	anything: `
		value`,
};

export const azureTenantProperties: PropertyNames = {
	integers: `
		id details_id client_id licence_import_type relationship_type`,
	strings: `
		azure_tenant_id azure_tenant_name new_access_token token_expiry client_name details_name
		azure_tenant_domain _warning`,
};

export const supplierProperties: PropertyNames = {
	integers: `
		id toplevel_id emailtemplate_id default_contract_id default_contract_sla_id
		contract_count parentid kashflowid details_id kashflow_tenant_id access_control_level
		myob_tenant purchase_tax_code sync_servicenow_attachments jira_webhook_user
		supplier_invoice_due_date_extra_days servicenow_authtype default_currency_code
		supplier_mailbox_override messagegroup_id`,
	booleans: `
		inactive switchslatosupplier emailoverduefixby emailoverdueresponse usesnhd
		allow_api_access _isimport is_xero_archived issupplierdetails test_jira
		create_jira_webhook jira_webhook_created synced_to_intacct ignore_from_accounting_sync
		test_servicenow is_supplier is_manufacturer jira_validated servicenow_validated`,
	strings: `
		name toplevel_name contact_name email_address support_email_address phone_number
		thirdpartynhdapiurl datecreated phone_number_2 phone_number_3 notes address
		webserviceurl emailtemplate_name accounts_id portal_url portal_ref portal_username
		portal_password contact_title fax email_start_tag email_end_tag nhdurl nhdemailaddress
		nhdpassword emaildomain api_access_clientid api_access_clientsecret thirdpartynhdauthurl
		thirdpartynhdtenant thirdpartynhdapiclientid new_thirdpartynhdapiclientsecret
		_importtype kashflow_tenant_name xero_tenant_id xero_tenant_name xero_id
		qbo_company_name _warning jira_url jira_username new_jirakey jira_servicedesk_id
		jira_servicedesk_name jira_user_id jira_user_name intacct_location_id
		intacct_location_type intacct_save_location default_currency_code_name
		intacct_default_save_loc new_icon servicenow_url servicenow_locale servicenow_username
		new_servicenowkey servicenow_assignment_group servicenow_assignment_group_name
		servicenow_defaultuser_id servicenow_defaultuser_name myob_tenant_name
		purchase_tax_code_name last_modified servicenow_ticket_sync jira_webhook_username use
		logo qbo_company_id supplier_mailbox_address website mobile`,
	objects: `
		jira_servicedesk jira_user servicenow_assignmentgroup servicenow_defaultuser
		new_external_link`,
	arrays: `
		customfields custombuttons users jira_requesttype_mappings jira_priority_mappings
		jira_status_mappings intacct_location_id_list access_control
		servicenow_priority_mappings servicenow_status_mappings servicenow_impact_mappings
		servicenow_urgency_mappings servicenow_category_mappings external_links
		servicenow_team_mappings servicenow_ticket_sync_list servicenow_fieldmappings`,
};

export const topLevelProperties: PropertyNames = {
	integers: `
		toplevel_mailbox_override id accounts_override_mailbox concurrent_lic_limit parentid
		mailbox_override messagegroup_id quote_profit_currency organisation_id type user_count
		open_ticket_count onhold_ticket_count total_ticket_count opened_thismonth_count`,
	booleans: `
		agent_department _canupdate`,
	strings: `
		guid intent name notes kashflowurl kashflowusername kashflowpassword announcement
		invoice_class quote_profit_currency_name _warning use organisation_guid
		organisation_name org_department_name long_name`,
	arrays: `
		agents users cannedtext templates teams agent_members managers`,
};
