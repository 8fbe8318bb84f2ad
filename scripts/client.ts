import { clientFolder, clientPackage } from '../schema/clientPackage.ts';
import { writeGenerated } from './generated.ts';

writeGenerated(clientFolder, await clientPackage(), 'npm run client');
