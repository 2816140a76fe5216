import {
	fieldSchema,
	OTHER_KIND,
	recordSchema,
	type FieldReader,
} from '../../../core/items/fieldReaders';

const readText: FieldReader<string | null> = (value) => {
	if (value === undefined) return null;
	return typeof value === 'string' ? value : OTHER_KIND;
};
const readCount: FieldReader<number> = (value) => (typeof value === 'number' ? value : OTHER_KIND);
const schema = recordSchema({ name: readText, count: readCount }, (fields, raw) => ({
	...fields,
	fieldsThatCame: Object.keys(raw),
}));

describe('a record read field by field', () => {
	it('has what each reader made of its field, absent ones too', () => {
		const read = schema.safeParse({ count: 3, more: true });
		expect(read.data).toEqual({ name: null, count: 3, fieldsThatCame: ['count', 'more'] });
	});

	it('names the first field of another kind', () => {
		const read = schema.safeParse({ name: 5 });
		expect(read.error?.issues.map(({ path }) => path)).toEqual([['name']]);
	});

	it.each([null, undefined, 'text', 7, [[]]])('is no record when it is %p', (value) => {
		expect(schema.safeParse(value).error?.issues.map(({ path }) => path)).toEqual([[]]);
	});
});

describe('a reader as the schema of one field', () => {
	it('gives what it read, and refuses another kind', () => {
		expect(fieldSchema(readText).safeParse('x').data).toBe('x');
		expect(fieldSchema(readText).safeParse(5).success).toBe(false);
	});
});
