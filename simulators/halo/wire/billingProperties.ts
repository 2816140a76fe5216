/** Bodies about licences, invoices, items and links, named as Halo's OpenAPI document names them. */
import type { PropertyNames } from './propertyNames';

export const licenceProperties: PropertyNames = {
	integers: `
		id type count client_id site_id licences_in_use licences_in_use_user licences_available
		supplier_id assigned_at_deletion azure_connection_id requested_quantity
		ingram_micro_details_id _details_id snow_client_id parent_id device_child_id
		device_count`,
	numbers: `
		purchase_price price monthly_price monthly_cost`,
	booleans: `
		deleted autorenew _isimport _importchildren _removed is_active`,
	strings: `
		name client_name site_name start_date snowid manufacturer notes supplier_name
		licence_client_name vendor end_date tenant_id tenant_name name_extra billing_cycle
		term_duration status _importtype third_party_product distributor requested_quantity_date
		_warning thirdparty_client_id product_sku vendor_product_sku`,
	objects: `
		azure_connection new_software`,
	arrays: `
		licence_roles configuration_items add_configuration_items licence_match`,
};

export const invoiceProperties: PropertyNames = {
	integers: `
		id client_id sitenumber uid salesorder_id datetype percentold contract_id currency_code
		paymentterms ticket_id invoicetype paymentstatus emailstatus pdf_attachment_id
		pdftemplate_id schedule_id period recurring_invoice_id add_contract_assets add_labour
		add_project add_travel add_mileage add_itemsissued add_prepay add_salesorder
		_create_from_contract qboid billingcategory due_date_int due_date_type mailboxid
		period_type kashflow_tenant_id kashflowid original_client_id daysplus
		invoice_prorata_periods_ahead intacct_recordno markaspaidmoduleid
		creditlinkedtoinvoiceid creditlinkedtoinvoiceid_typeid purchaseorder_id
		sage_business_cloud_details_id exact_division invoice_auto_increase_period
		assigned_agent approval_status approvalagent approvalagentid intacctseparatetaxline
		take_payment_on_duedate supplier_id payments_pending client_to_invoice_to_id typeid
		avalara_details_id qbo_term_id apply_credit_id apply_credit_tax_type sqlimport_id
		ticket_client_to_invoice_to_id most_recent_invoice_id most_recent_invoice_type
		_importtypeid`,
	numbers: `
		percent currency_conversion_rate amountpaid amountdue amount_remaining
		composite_tax_total total invoice_percent_increase credit_total minimum_amount
		credit_outstanding_for_customer credit_outstanding credit_used apply_credit_amount
		conversion_rate tax_total revenue`,
	booleans: `
		disabled posted hideinvoice _print_preview _print_generate _is_invoice_run
		is_recurring_invoice create_recurring_invoice take_auto_payment force_creation
		_validateonly _sendmassinvoice _isimport markaspaid reviewrequired
		schedule_ignore_delete approval_start requires_approval contains_calculated_quantity
		_create_credit_note _dont_fire_automations _is_process _is_task_schedule
		include_in_autopay _forcethirdpartysync twilio_invoice invoice_separately
		minimum_price_active voided mark_credit_as_used apply_credit _novalidate
		sync_include_paid dont_set_original_client_id _docommitsync _ignore_dont_send_invoice
		update_invoice_conversion_rate dont_sync_to_3rd_party is_invoice_screen _dotaxsync`,
	strings: `
		use client_name site_name accountsid invoicenumber thirdpartyinvoicenumber name address1
		address2 address3 address4 address5 deladdress1 deladdress2 deladdress3 deladdress4
		deladdress5 tel_number contactname global_tax_code invoice_date schedule_date dateposted
		last_synced last_modified notes_1 notes_2 notes_3 taken_by order_number
		cust_order_number payment_ref global_nom_code global_details invoice_type_code
		contract_ref datesent currency currency_code_name datepaid xeroid printhtml
		pdf_attachment_date_created pdftemplate_name reference duedate _billing_cut_off
		lastcreated nextcreationdate xero_tenant_id xero_branding_theme_id
		xero_branding_theme_name createdbyagentname internal_note kashflow_pdf
		original_client_name xero_status snelstart_id time startdate enddate periodname
		duedatename date_created nextcreationperiod qbo_company_id period_start_date
		period_end_date dbc_id dbc_company_id _warning _xmlwarning
		creditlinkedtoinvoiceid_thirdpartynumber sage_business_cloud_id exact_id xero_line_tax
		assigned_agent_name approvalemailaddress approvalnote approvaldatetime ticket_summary
		ticket_note xero_online_invoice_payment_url generic_online_invoice_payment_url
		intacct_save_location intacct_class intacct_class_name intacct_tax_solution
		intacct_tax_solution_name intacct_project intacct_project_name supplier_name
		creation_source minimum_line_description qbo_term_name exact_payment_conditon_name
		exact_payment_conditon_id avalara_details_name apply_credit_description
		apply_credit_long_description invoice_display invoice_match_id originaddress1
		originaddress2 originaddress3 originaddress4 originaddress5 _importthirdpartyid
		_importtype`,
	objects: `
		address shipaddress originaddress schedule xero_branding_theme qbo_term
		exact_payment_conditon new_external_link`,
	arrays: `
		customfields lines add_lines _create_from_areaitems merge_data payments custombuttons
		extratabs external_links`,
};

export const invoiceLineProperties: PropertyNames = {
	integers: `
		id ihid dsite ddevnum _itemid asset_id contract_id recurring_invoice_id
		recurring_invoice_line_id actioncode site meter_id ticket_id labourdepartmentid
		salesorder_line salesorder_line_id meter_pricing_method prepay_id creditlinkedidid
		recurring_invoice_price_type period_type group_id kashflow_line_id current_reading
		recurring_invoice_quantity_type quantity_custom billingperiod line_periods
		min_meter_units sequenceid autorenewperiod auto_increase_period onetimechargeinvoiceid
		metertype importcsvid purchaseorder_id purchaseorder_line_id createproratanormallines
		pro_rata_line_id supplier original_client_id myob_row_id dbc_sequence_id credit_id
		deferred_revenue_olid deferred_revenue_olseq _temp_order_id _temp_order_seq
		item_tax_code bundle_id bundle_line_id surcharge_id override_tax_code
		decimalplacesforinvoices`,
	numbers: `
		qty_order unit_price unit_price_converted net_amount tax_amount tax_rate unit_cost
		override_ast_total prorata_quantity prorata_unit_price percent_increase discount_perc
		percent_invoiced meter_min_quantity minimum_line_total _temp_order_qty
		baseprice_converted baseprice unitprice_converted total_tax_converted net_total
		tax_converted total_tax total_price total_discount discount_converted
		net_amount_converted total_price_converted total_net_total`,
	booleans: `
		itemonorder line_fully_invoiced calculate_price_from_assets calculate_price_from_users
		prorata_next_invoice isinactive isgroupdesc _is_calculated_line tax_code_overriden
		is_meter autorenew synced_to_intacct hideitems includegrouppriceandqty onetimecharge
		needsreviewbeforecreation reviewed force_new exclude_auto_increase hide_on_pdf
		is_bundled_line hide_grouped_items_price is_deferred_revenue is_recognised_revenue
		no_tax_override _updateprorata use_rpi_increase merge_lines_if_matched _isimport`,
	strings: `
		item_code item_shortdescription item_longdescription nominal_code tax_code comment_1
		comment_2 productnumber asset_inventory_number lineactiondate xero_lineid entity_type
		item_internal_reference item_external_reference item_tax_name xero_tax_code
		prorata_shortdescription prorata_longdescription last_reading_date _warning startdate
		enddate intacct_location_id intacct_department_id auto_increase_last_date client_name
		dbc_id createproratadate supplier_name intacct_warehouse_id invoice_class myob_location
		bundle_name xero_category_1_lookup xero_category_2_lookup xero_category_1_lookup_name
		xero_category_2_lookup_name _importtype tax_name`,
	objects: `
		linked_item`,
	arrays: `
		customfields prorata_data quantity_users quantity_assets quantity_licences
		quantity_subscriptions meter_tiers taxRuleResult`,
};

export const quantityLinkProperties: PropertyNames = {
	integers: `
		id invoice_line_id kind type_id device_group_id site_id licence_id qty_free minimum_qty
		pro_rata`,
	booleans: `
		assigned_licences use_linked_subscription_price use_linked_subscription_cost`,
	strings: `
		type_name device_group_name site_name licence_name _warning`,
	arrays: `
		criteria`,
};

export const externalLinkProperties: PropertyNames = {
	integers: `
		id table_id module_id halo_id third_party_count halo_second_id details_id _webhookaction
		revisions chat_message_count`,
	booleans: `
		primary _match populate_url dont_move_existing_assets`,
	strings: `
		integration_name third_party_id third_party_desc third_party_type third_party_url
		third_party_assigned_to halo_desc halo_second_desc extra_match_field
		third_party_secondary_id _warning third_party_status third_party_priority date_created
		date_updated subscription_id new_subscription_key subscription_expiry
		third_party_additional_id`,
};

export const synnexDetailsProperties: PropertyNames = {
	integers: `
		id toplevel application_region application_type`,
	booleans: `
		new_method update_addresses halointegrator`,
	strings: `
		name client_id new_client_secret new_access_token guid import_entities top_level_name
		halointegrator_lastsync halointegrator_lasterror _warning`,
	arrays: `
		client_mappings import_entities_list`,
};

export const itemProperties: PropertyNames = {
	integers: `
		id status assetgroup_id inoutconversion created_by supplier_id manufacturer_id
		assettype_id taxcode taxcodeother costingmethod metertype meterlife template_id
		assetaccountcode qbo_quantity xerodetails_id autotaskserviceid autotaskproductid
		kashflowid kashflow_tenant_id linked_item_id item_default_billing_period primaryimageid
		import_details_id item_group_itemcode item_group_taxcode item_group_taxcode_purchase
		type _match_integration_id sage_business_cloud_details_id budgettype_id exact_division
		dattocommerce_tenant sage50uk_department_id _updateitemtype related_item_count
		myob_tenant purchase_currency_code auto_reorder_type`,
	numbers: `
		quantity_in_stock quantity_reserved quantity_on_order qtyissuedthisyear baseprice
		minstockqty min_purchase_qty secondprice sleeveprice costprice margin reorderqty
		servicefee recovery avco qtyonallsalesorders secondhandprice hours markupperc
		recurringprice maxitemdiscount recurringcost weight items_per_buying_price
		items_per_selling_price`,
	booleans: `
		promptforprice doesnotneedconsigning applydiscount isrecurringitem showmobilescanner
		_isimport salestaxincluded purchasetaxincluded taxable iscontractitem dontinvoice
		update_recurring_invoice_price update_recurring_invoice_cost isitemdetails
		serialise_only_one ignore_from_accounting_sync dont_track_stock dont_receive_on_po
		autorenew_quote_line_default price_calculated_from_components
		cost_calculated_from_components item_listed_only_on_bundle_setup`,
	strings: `
		asset_type_matching_field_name use name assetgroup_name third_party_assetgroup_id note
		supplier_part_code description purchase_description internalreference externalreference
		goodsinunit goodsoutunit supplier_name manufacturer_name assettype_name taxcode_name
		taxcodeother_name accountsid binlocation nominalcode shaccountsid template_name icon
		icon_download_url _importtype group_third_party_id sagetoken third_party_id
		xero_salestax xero_purchasetax purchasenominalcode fullyqualifiedname
		qboinitial_quantity_date xero_tenant_id xero_tenant_name income_account_name
		expense_account_name asset_account_name qbosku qbocategoryid qbocategoryname
		kashflow_tenant_name nominalcode_name purchasenominalcode_name linked_item_name
		snelstart_id snelstart_department_id snelstart_department_name datecreated lastmodified
		qbo_company_id qbo_company_name extra_invoice_description intacct_type
		item_group_nominalcode item_group_nominalcode_purchase dbc_company_id dbc_company_name
		_match_thirdparty_id _match_integration_name _warning sage_business_cloud_details_name
		budgettype_name exact_division_name user_description invoice_class
		xero_inventory_account_code xero_cogs_account_code xero_inventory_account_code_name
		xero_cogs_account_code_name intacct_product_line_id myob_tenant_name
		myob_asset_account_code avalara_item_code purchase_currency_code_name
		relatedcategories_list`,
	objects: `
		income_account expense_account asset_account qbo_category snelstart_department
		quickbooks_details new_external_link purchase_currency`,
	arrays: `
		customfields custombuttons item_suppliers stocklocations linked_asset_defaults
		external_links relatedcategories`,
};
