/** Why the client custom field that was chosen cannot hold the Stellr keys. */
export const keyFieldWords = {
	/** `name` as answers of the API have it, `plainName` as Halo's own screen asks for it. */
	missing: (name: string, plainName: string) => ({
		message: `Halo has no custom field "${name}" on clients, so there is no place for the Stellr keys.`,
		remedy: `Create it in Halo under Configuration > Advanced > Custom Objects > Custom Fields for the entity Client, with the name "${plainName}" and the type Text, or choose another Key Field.`,
	}),
	notText: (name: string) => ({
		message: `The client custom field "${name}" in Halo does not hold plain text, so it cannot keep the Stellr keys.`,
		remedy:
			'Create a client custom field of the type Text in Halo under Configuration > Advanced > Custom Objects > Custom Fields, and choose it as Key Field.',
	}),
};
