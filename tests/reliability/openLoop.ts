import { randomUUID } from 'node:crypto';
import { Random } from '#kit/sandbox/random.ts';
import { graphqlRequest, RawConnection } from '../bench/http/rawConnection.ts';
import { businessNamed } from '../support/businessNamed.ts';
import { type Answer, Judge, type Verdict } from './judge.ts';
import { Notes, type PhaseReport } from './notes.ts';
import { type MixOperation, mixOperations, type Part, shares } from './operations.ts';

export interface Caller {
  readonly id: string;
  readonly token: string;
}

export interface Phase {
  readonly rps: number;
  readonly seconds: number;
  /** Asks what concerns one agency in words that nobody used before, so that each has to be planned. */
  readonly unique?: boolean;
  /**
   * How many connections are open before it begins, as a balancer holds them; none when left out. Node takes but one new connection in
   * each turn of its event loop, so that those who connect anew while it is busy wait outside, where it cannot even send them away.
   */
  readonly connections?: number;
}

const answerWithinMs = 15_000;
const connectingMs = 500;
/** What `Retry-After` says, and how long people have the patience (R19). */
const comesAgainAfterMs = 2_000;
const comesAgainForMs = 15_000;

/** One request: when it was due, and what it is. */
interface Turn {
  readonly due: number;
  readonly n: number;
  readonly notes: Notes;
  readonly part: Part;
  readonly unique: boolean;
  /** Whether who is sent away comes again. */
  readonly comesAgain?: boolean;
}

/** Asks at a fixed rate, whatever the answers do: who is slow to answer has more requests on the way, not fewer requests. */
export class OpenLoop {
  private readonly ports: readonly number[];
  private readonly readers: readonly Caller[];
  private readonly writers: readonly Caller[];
  private readonly random: Random;
  private readonly judge = new Judge();
  private readonly operations = mixOperations();
  private readonly idle = new Map<number, RawConnection[]>();
  /** The applications that were acknowledged, by who applied. */
  readonly acknowledged = new Map<string, string[]>();

  constructor(options: {
    ports: readonly number[];
    readers: readonly Caller[];
    writers: readonly Caller[];
    seed: string;
  }) {
    this.ports = options.ports;
    this.readers = options.readers;
    this.writers = options.writers;
    this.random = new Random(options.seed);
  }

  async run({ rps, seconds, unique = false, connections = 0 }: Phase): Promise<PhaseReport> {
    if (connections > 0) await this.connect(Math.ceil(connections / this.ports.length));
    const notes = new Notes();
    const total = Math.round(rps * seconds);
    const started = performance.now();
    const under: Promise<void>[] = [];
    for (let n = 0; n < total; n += 1) {
      const due = started + (n * 1_000) / rps;
      const early = due - performance.now();
      if (early > 1) await new Promise((resolve) => setTimeout(resolve, early));
      notes.clientLateMax = Math.max(notes.clientLateMax, performance.now() - due);
      under.push(this.ask({ due, n, notes, part: this.partOfNext(), unique }));
    }
    await Promise.all(under);
    return notes.report(total, (performance.now() - started) / 1_000);
  }

  /** Asks as all of the readers at once, each on a new connection; who is sent away comes again when told to. */
  async herd(): Promise<PhaseReport> {
    this.close();
    const notes = new Notes();
    const started = performance.now();
    await Promise.all(
      this.readers.map((_reader, n) =>
        this.ask({ due: started, n, notes, part: 'oneAgency', unique: false, comesAgain: true }),
      ),
    );
    return notes.report(this.readers.length, (performance.now() - started) / 1_000);
  }

  /** Opens so many connections to each gateway, unless they are open. */
  private async connect(count: number): Promise<void> {
    for (const port of this.ports) {
      const open = (this.idle.get(port) ?? []).filter((one) => one.isOpen);
      while (open.length < count) open.push(new RawConnection(port));
      this.idle.set(port, open);
    }
    await new Promise((resolve) => setTimeout(resolve, connectingMs));
  }

  close(): void {
    for (const connections of this.idle.values()) for (const one of connections) one.close();
    this.idle.clear();
  }

  private async ask({ due, n, notes, part, unique, comesAgain = false }: Turn): Promise<void> {
    const operation = this.random.pick(this.operations.get(part) ?? []);
    const caller = part === 'submit' ? this.random.pick(this.writers) : this.readers[n % this.readers.length];
    if (!caller) throw new Error('Nobody is there to ask.');
    const isNew = unique && part === 'oneAgency';
    const variables = part === 'submit' ? { input: businessNamed(randomUUID()) } : operation.variables;
    const body = isNew ? { query: newWords() } : { id: operation.id, variables };
    const request = graphqlRequest(JSON.stringify(body), caller.token);
    const sent = performance.now();
    let said = '';
    let verdict: Verdict = 'failed';
    try {
      const answer = await this.send(request, n, notes);
      said = JSON.stringify(answer).slice(0, 1_000);
      verdict = this.verdictOf(isNew ? null : operation, caller, answer);
      const expected = this.judge.expected(`${caller.id} ${operation.name}`);
      if (verdict === 'wrong' && !isNew) said += ` instead of ${JSON.stringify(expected)}`;
    } catch (error) {
      said = String(error);
    }
    const now = performance.now();
    if (verdict === 'refused' && comesAgain && now - due < comesAgainForMs) {
      notes.askedAgain += 1;
      await new Promise((resolve) => setTimeout(resolve, comesAgainAfterMs));
      return this.ask({ due, n, notes, part, unique, comesAgain });
    }
    notes.note({ part, verdict, ms: now - due, sinceSent: now - sent, example: `${operation.name}: ${said}` });
  }

  private verdictOf(operation: MixOperation | null, caller: Caller, answer: Answer): Verdict {
    if (operation === null) return this.judge.ofReading(null, caller.id, answer);
    if (operation.part !== 'submit') return this.judge.ofReading(`${caller.id} ${operation.name}`, caller.id, answer);
    const { verdict, application } = this.judge.ofSubmit(answer);
    if (application) {
      this.acknowledged.set(caller.id, [...(this.acknowledged.get(caller.id) ?? []), application]);
    }
    return verdict;
  }

  private partOfNext(): Part {
    let rest = this.random.next() * 100;
    for (const [part, share] of Object.entries(shares) as [Part, number][]) {
      rest -= share;
      if (rest < 0) return part;
    }
    return 'oneAgency';
  }

  /** As a balancer does: what one gateway did not answer, or sent away, the next one is asked, where there is another. */
  private async send(request: string, n: number, notes: Notes): Promise<Answer> {
    const last = this.ports.length - 1;
    for (let attempt = 0; attempt <= last; attempt += 1) {
      const port = this.ports[(n + attempt) % this.ports.length] ?? 0;
      try {
        const answer = await this.sendTo(port, request);
        if (answer.status !== 503 || attempt === last) return answer;
      } catch (error) {
        if (attempt === last) throw error;
      }
      notes.askedAgain += 1;
    }
    throw new Error('There is no gateway.');
  }

  private async sendTo(port: number, request: string): Promise<Answer> {
    const idle = this.idle.get(port) ?? [];
    this.idle.set(port, idle);
    let connection = idle.pop();
    while (connection && !connection.isOpen) connection = idle.pop();
    connection ??= new RawConnection(port);
    const guard = setTimeout(() => connection?.close(), answerWithinMs);
    try {
      const { head, body } = await connection.send(request);
      if (/\r\nconnection: *close/i.test(head)) connection.close();
      else idle.push(connection);
      return {
        status: Number(head.slice(9, 12)),
        retryAfter: /\r\nretry-after: *\d/i.test(head),
        body: JSON.parse(body.toString()),
      };
    } finally {
      clearTimeout(guard);
    }
  }
}

/** A question that is planned anew, since nobody named its fields so before. */
function newWords(): string {
  return `{ me { id u${randomUUID().replaceAll('-', '')}: taxpayer { id status } } }`;
}
