import { parseArgs } from 'node:util';
import { runGatewayBench } from '../tests/bench/gatewayBench.ts';
import { gatewayTable } from '../tests/bench/report/table.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    'with-auth': { type: 'boolean', default: false },
    candidates: { type: 'string', default: '' },
    workloads: { type: 'string', default: '' },
    rounds: { type: 'string' },
  },
});
const names = (text: string) => text.split(',').filter(Boolean);

const report = await runGatewayBench({
  quick: values.quick,
  withAuth: values['with-auth'],
  candidates: names(values.candidates),
  workloads: names(values.workloads),
  rounds: values.rounds ? Number(values.rounds) : null,
  tell: (line) => console.error(line),
});
console.log(values.json ? JSON.stringify(report) : gatewayTable(report));
void positionals;
