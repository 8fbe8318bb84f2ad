import type { ChildProcess } from 'node:child_process';
import { setPriority } from 'node:os';
import { oneIdHome } from './oneId.ts';

/** By nice(2): so that a process with the usual priority has about two and a half times the time of these. */
const niceness = 4;

/**
 * Lets an agency that shares its machine with the gateway go after it. The gateway does little for each request, and has to answer
 * everybody in time, if only to send them away; and who signs in goes before who reads, so that One ID's home gives way to
 * nobody.
 */
export function giveWay(agency: string, { pid }: ChildProcess): void {
  if (pid !== undefined && agency !== oneIdHome) setPriority(pid, niceness);
}
