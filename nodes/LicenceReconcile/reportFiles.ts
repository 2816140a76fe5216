import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

/** The page as binary "report" and the table as binary "table", to be sent or kept. */
export async function reportFiles(
	context: IExecuteFunctions,
	name: string,
	page: string,
	table: string,
): Promise<NonNullable<INodeExecutionData['binary']>> {
	const { prepareBinaryData } = context.helpers;
	return {
		report: await prepareBinaryData(Buffer.from(page, 'utf8'), `${name}.html`, 'text/html'),
		table: await prepareBinaryData(Buffer.from(table, 'utf8'), `${name}.csv`, 'text/csv'),
	};
}
