/**
 * Every property a Halo tenant's OpenAPI document names in the bodies its routes take, by the document's own type. A list
 * so long is kept whole because users may have to send any of them (tenants can demand extra fields on a create).
 */
export interface PropertyNames {
	integers?: string;
	numbers?: string;
	booleans?: string;
	strings?: string;
	objects?: string;
	arrays?: string;
	/** Of no stated type. */
	anything?: string;
}
