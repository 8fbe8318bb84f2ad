import { z } from 'zod';
import { badInput } from '../errors.ts';
import { type ApplicationAnnouncement, actionKinds, applicationChannels } from './announcement.ts';
import { applicationStatuses, slaEffects, stepActors } from './lifecycle.ts';
import { isTrackingNumber } from './trackingNumber.ts';

const at = z.coerce.date();
const text = z.string().max(4_000);

const step = z.strictObject({
  sequence: z.int().positive(),
  at,
  from: z.enum(applicationStatuses).nullable(),
  to: z.enum(applicationStatuses),
  actor: z.enum(stepActors),
  note: text.exactOptional(),
  slaEffect: z.enum(slaEffects),
});

const announcement = z.strictObject({
  id: z.string().refine(isTrackingNumber, 'is no tracking number'),
  typeName: text,
  agency: text,
  serviceCode: text,
  serviceName: text.exactOptional(),
  applicantId: text,
  submittedById: text,
  channel: z.enum(applicationChannels),
  regionCode: z.string().regex(/^\d\d\.\d\d$/, 'is no regency'),
  steps: z
    .array(step)
    .min(1)
    .max(1_000)
    .refine((steps) => steps.every(({ sequence }, index) => sequence === index + 1), 'have a gap'),
  pendingAction: z
    .strictObject({
      kind: z.enum(actionKinds),
      title: text,
      deadline: at.exactOptional(),
      requirementCodes: z.array(text).max(100),
    })
    .exactOptional(),
  billingCode: text.exactOptional(),
  documents: z
    .array(
      z.strictObject({
        documentId: text,
        kind: text,
        requirementCode: text.exactOptional(),
        mediaType: text,
        sizeBytes: z.int().positive(),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .max(100)
    .exactOptional(),
  outcome: z
    .strictObject({ documentId: text, kind: text, title: text, issuedOn: z.iso.date(), verificationCode: text })
    .exactOptional(),
});

/**
 * Reads an announcement as it came over the wire, strictly: what its agency may not say is not kept either.
 *
 * @throws BAD_USER_INPUT that says what is wrong with it, without a value of it
 */
export function readAnnouncement(told: unknown): ApplicationAnnouncement {
  const read = announcement.safeParse(told);
  if (read.success) return read.data;
  const faults = read.error.issues.map(({ path, code }) => `${path.join('.')}: ${code}`).join('; ');
  throw badInput(`This is no announcement of an application (${faults}).`);
}
