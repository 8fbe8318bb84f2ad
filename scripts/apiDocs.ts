import { apiDocs } from '../mock/apiDocs.ts';
import { writeGenerated } from './generated.ts';

writeGenerated(new URL('../docs/', import.meta.url), new Map([['api.md', await apiDocs()]]), 'npm run docs');
