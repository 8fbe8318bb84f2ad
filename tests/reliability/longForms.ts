import { percentile } from '../bench/measure/statistics.ts';
import { type AbsenceReport, agencyAway, faultsOfAbsence, rollingRestart } from './faults.ts';
import { countCost } from './figures.ts';
import { faultsOfKills, killEachAgency } from './kills.ts';
import type { Load } from './load.ts';
import type { PhaseReport } from './notes.ts';
import type { Phase } from './openLoop.ts';
import { faultsOfReloads, type ReloadRegistry, reloads } from './reloads.ts';
import { type SignInReport, signInDuring } from './signIns.ts';
import { faultsOfSoak, soak } from './soak.ts';
import type { WholePlatform } from './wholePlatform.ts';

export interface LongForm {
  readonly rps: number;
  readonly seconds: number;
  readonly times: number;
  readonly agency: string;
  /** Where the gateways follow the supergraph, for the form that publishes. */
  readonly registry?: ReloadRegistry;
  /** Where processes write what they hold, for the form that watches their memory. */
  readonly heaps?: string;
}

type Run = (platform: WholePlatform, load: Load, form: LongForm, tell: (line: string) => void) => Promise<string[]>;

const p99BarMs = 500;
const overloadedP99BarMs = 1_000;
const eventLoopBarMs = 100;
const refusalBarMs = 100;
/** Between two restarts: in so long the circuits of whoever was away are closed again, and who is new is warm. */
const calmSeconds = 10;
/** Of what is told of an answer that was not right, in letters. */
const longestExample = 600;

/** The long forms by name. Each tells its figures, and gives what did not hold, in words. */
export const longForms: Readonly<Record<string, Run>> = {
  async load(platform, load, { rps, seconds }, tell) {
    const { report, eventLoopP99Ms } = await measured(platform, load, { rps, seconds }, tell);
    return [
      ...(report.verdicts.right === report.sent ? [] : ['Not every answer was right.']),
      ...(report.p99 < p99BarMs ? [] : [`p99 is not below ${p99BarMs} ms.`]),
      ...(eventLoopP99Ms < eventLoopBarMs ? [] : [`The event loop's p99 delay is not below ${eventLoopBarMs} ms.`]),
    ];
  },

  async overload(platform, load, { rps, seconds, times }, tell) {
    const { report: base } = await measured(platform, load, { rps, seconds }, tell);
    const beyond = { rps: rps * times, seconds, connections: rps * times * 2 };
    const [{ report: over }, signIns] = await signInDuring(platform, measured(platform, load, beyond, tell));
    tell(`  signed in meanwhile: ${signInsLine(signIns)}`);
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    const { report: again } = await measured(platform, load, { rps, seconds }, tell);
    const submitted = over.submits.right / over.submits.sent;
    const read = (over.verdicts.right - over.submits.right) / (over.sent - over.submits.sent);
    const goodput = over.verdicts.right / over.seconds / (base.verdicts.right / base.seconds);
    tell(`goodput ${percent(goodput)} of the base; answered: submits ${percent(submitted)}, reads ${percent(read)}`);
    return [
      ...(goodput >= 0.8 ? [] : ['Goodput is below 80 % of the base.']),
      ...(over.verdicts.wrong + over.verdicts.failed === 0 ? [] : ['Some were answered wrongly or not at all.']),
      ...(over.refusedP99 < refusalBarMs ? [] : [`A refusal takes ${refusalBarMs} ms and more.`]),
      ...(over.p99 < overloadedP99BarMs ? [] : ['p99 of what was taken is not below 1 s.']),
      ...signIns.failures.map((why) => `Somebody could not sign in: ${why}`),
      ...(submitted >= read ? [] : ['Who applies does not go first.']),
      ...(again.verdicts.right === again.sent ? [] : ['Not every answer was right afterwards.']),
    ];
  },

  slow: (platform, load, form, tell) => absence(platform, load, { ...form, how: 'silent' }, tell),
  down: (platform, load, form, tell) => absence(platform, load, { ...form, how: 'killed' }, tell),

  async circuit(platform, load, form, tell) {
    const report = await agencyAway(platform, load, { ...form, how: 'killed' });
    tellAbsence(report, tell);
    // Twenty calls within the window, then a probe every five seconds; what is under way when it opens comes on top.
    const most = 40 + form.seconds / 5;
    return [
      ...faultsOfAbsence(report, 'killed'),
      ...(report.leftAlone > 0 ? [] : ['It was never left alone.']),
      ...(report.tried <= most ? [] : [`It was tried ${report.tried} times, more than ${most}.`]),
      ...(report.askedAgainAfterMs <= 10_000 ? [] : ['It was asked again later than ten seconds after it was back.']),
    ];
  },

  async restart(platform, load, { rps }, tell) {
    const names = [...platform.processes.keys()];
    const reports = await rollingRestart(platform, load, { names, rps, calmSeconds });
    const faults: string[] = [];
    for (const [name, report] of reports) {
      tell(line(name, report));
      const { right, degraded, refused, failed } = report.verdicts;
      // What there is one process of is away for a moment: who finds it so may ask again.
      const isAlone = platform.gatewayPorts.length === 1;
      const mayBe = !name.startsWith('gateway') ? degraded + refused : isAlone ? refused + failed + degraded : 0;
      if (right + mayBe !== report.sent) faults.push(`Errors while ${name} was restarted.`);
    }
    return faults;
  },

  async kills(platform, load, { rps, times }, tell) {
    const reports = await killEachAgency(platform, load, { times, rps });
    for (const { agency, load: report, readyAfterMs, othersFailed } of reports) {
      tell(line(`${agency} killed ${times} times`, report));
      tell(
        `  ready again after ${ms(Math.max(...readyAfterMs))} at most; others failed: ${JSON.stringify(othersFailed)}`,
      );
    }
    return reports.flatMap(faultsOfKills);
  },

  async reload(platform, load, { rps, seconds, times, registry }, tell) {
    if (!registry) return ['There is nothing to publish in.'];
    const report = await reloads(platform, load, { rps, seconds, times, registry });
    tell(line('before', report.before));
    tell(line(`during ${times} reloads`, report.during));
    tell(line('after', report.after));
    const { exchangeMs, exchanges, refused, heapMb, rssMb } = report;
    tell(`exchanged ${exchanges} times, ${refused} refused; in force after ${exchangeMs.map(ms).join('/')} (p50/max)`);
    tell(
      `gateway: heap ${heapMb.map((mb) => mb.toFixed(1)).join(' -> ')} MB, RSS ${rssMb.map(Math.round).join(' -> ')} MB`,
    );
    return faultsOfReloads(report, times);
  },

  async soak(platform, load, { rps, seconds, heaps }, tell) {
    if (heaps === undefined) return ['Nobody says what is held.'];
    const report = await soak(platform, load, { rps, seconds, heaps });
    tell(line('all of it', report.load));
    tell(`series of metrics: ${report.series[0]} once settled, ${report.series[1]} at the end`);
    for (const [name, { slope, firstMb, lastMb, mostMb, descriptors }] of Object.entries(report.processes)) {
      const memory = `${firstMb.toFixed(0)} -> ${lastMb.toFixed(0)} MB (at most ${mostMb.toFixed(0)}), ${slope.toFixed(0)} MB/h`;
      const live = (report.heaps[name] ?? []).map((mb) => mb.toFixed(1)).join(' -> ');
      tell(`${name}: RSS ${memory}; without garbage ${live} MB; at most ${descriptors.join(', then ')} descriptors`);
    }
    return faultsOfSoak(report);
  },

  async herd(platform, load, _form, tell) {
    await Promise.all(platform.gatewayPorts.map((_port, index) => platform.restart(`gateway-${index + 1}`)));
    const report = await load.herd();
    tell(line('all at once', report));
    return report.verdicts.right === report.sent ? [] : ['Not everybody was answered wholly.'];
  },
};

async function absence(
  platform: WholePlatform,
  load: Load,
  form: LongForm & { readonly how: 'killed' | 'silent' },
  tell: (line: string) => void,
): Promise<string[]> {
  const report = await agencyAway(platform, load, form);
  tellAbsence(report, tell);
  return faultsOfAbsence(report, form.how);
}

function tellAbsence({ before, during, after, ...calls }: AbsenceReport, tell: (line: string) => void): void {
  tell(line('before', before));
  tell(line('while it is away', during));
  tell(line('when it is back', after));
  const { tried, leftAlone, askedAgainAfterMs } = calls;
  tell(
    `calls to it: ${tried} tried, ${leftAlone} spared; asked again ${askedAgainAfterMs.toFixed(0)} ms after it was back`,
  );
}

async function measured(platform: WholePlatform, load: Load, phase: Phase, tell: (line: string) => void) {
  const stop = await countCost(platform);
  const report = await load.run(phase);
  const cost = await stop();
  tell(line(`${phase.rps} a second for ${phase.seconds} s`, report));
  const parts = Object.entries(report.byPart).map(([part, [p50, p99]]) => `${part} ${ms(p50)}/${ms(p99)}`);
  tell(`  p50/p99 by part: ${parts.join(', ')}`);
  if (report.verdicts.refused > 0) tell(`  refused: p99 ${ms(report.refusedP99)}, at most ${ms(report.refusedMax)}`);
  const cpu = Object.entries(cost.cpuMs).map(([name, used]) => `${name} ${(used / report.sent).toFixed(2)}`);
  const whole = Object.values(cost.cpuMs).reduce((sum, used) => sum + used, 0) / report.sent;
  tell(`  CPU per request: ${whole.toFixed(2)} ms (${cpu.join(', ')})`);
  tell(`  RSS in MB: ${JSON.stringify(cost.rssMb)}; event loop of the gateway p99 ${ms(cost.eventLoopP99Ms)}`);
  tell(
    `  machine: ${percent(cost.machineBusy)} busy, load average ${cost.loadAverage.toFixed(1)}, client late by at most ${ms(report.clientLateMax)}`,
  );
  return { report, eventLoopP99Ms: cost.eventLoopP99Ms };
}

function line(what: string, report: PhaseReport): string {
  const { right, degraded, refused, failed, wrong } = report.verdicts;
  const counts = `${report.sent} sent: ${right} right, ${degraded} partial, ${refused} refused, ${failed} failed, ${wrong} wrong`;
  const examples = report.examples.map((one) => `\n  ${one.slice(0, longestExample)}`).join('');
  const again = report.askedAgain > 0 ? `; ${report.askedAgain} asked again at another gateway` : '';
  return `${what}: ${counts}${again}; p50 ${ms(report.p50)}, p99 ${ms(report.p99)}, max ${ms(report.max)}${examples}`;
}

function signInsLine({ times, failures }: SignInReport): string {
  const all = times.length + failures.length;
  return `${times.length} of ${all}, p50 ${ms(percentile(times, 0.5))}, at most ${ms(percentile(times, 1))}`;
}

/** Between processes what is not finite, such as the longest of none, travels as null. */
function ms(value: number | null): string {
  return value === null || !Number.isFinite(value) ? 'none' : `${value.toFixed(0)} ms`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}
