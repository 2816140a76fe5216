/** Bodies about people and addresses, named as Halo's OpenAPI document names them. */
import type { PropertyNames } from './propertyNames';

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
